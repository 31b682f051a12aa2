import type { AnyTx } from '#core/db/transaction.ts';
import { placesOf } from '../desk-figures/read-sheet.ts';
import type { Counting, Indicator } from '../indicator/indicator.ts';
import type { Cut } from '../reading/cut.ts';
import { type Head, newestHeads } from '../reading/head.ts';
import type { Period } from '../reading/period.ts';
import { readFigures, type Shown } from '../reading/read-figure.ts';
import type { Reading } from '../reading/reading.ts';
import { smallest } from '../suppression/cell.ts';
import { countKept } from './count.ts';
import type { Definition, KeptUnit } from './definition.ts';
import { type KeptIndicator, type KeptVersion, versionInForce } from './kept-indicators.ts';
import { standing, statedValues } from './stated.ts';

/** One indicator read over a period: by which version, how much, divided, and what was left out with the reason. */
export interface KeptFigure {
  /** Null when none was in force. */
  readonly version: number | null;
  /** The definition changed within the period. */
  readonly changed: boolean;
  readonly over: Reading['over'];
  readonly exact: boolean;
  readonly period: Period;
  readonly by: Cut | null;
  readonly total: Shown;
  readonly rows: readonly { readonly key: string; readonly shown: Shown }[];
  readonly folded: boolean;
  readonly leftOut: readonly { readonly reason: string; readonly many: number }[];
  /** It is read at a hub only: beside other figures it would tell small numbers. */
  readonly hubOnly: boolean;
  readonly head: Head | null;
}

interface Wanted { readonly network: string; readonly reading: Reading; readonly period: Period; readonly by?: Cut | undefined }

const none: Shown = { value: null, events: null, kept: false };
const countings: Partial<Record<KeptUnit, Counting>> = { person: 'persons', organization: 'organizations', visit: 'visits', project: 'projects' };

/** Reads an indicator kept as a row: exactly at the hub, over the network only where small numbers can be kept back. */
export async function readKept(tx: AnyTx, kept: KeptIndicator, { network, reading, period, by }: Wanted): Promise<KeptFigure> {
  const version = versionInForce(kept.versions, period);
  const base = {
    version: version?.version ?? null, changed: kept.versions.some(({ since }) => since > `${period.from}-01` && since <= `${period.to}-31` && since !== kept.versions[0]!.since),
    over: reading.over, exact: reading.exact, period, by: by ?? null, total: none, rows: [], folded: false, leftOut: [], hubOnly: false, head: (await newestHeads(tx, network, 1))[0] ?? null,
  };
  if (!version) return base;
  const hub = reading.exact ? reading.hub : undefined;
  if (version.source !== 'events') {
    const { value, unproven } = standing(await statedValues(tx, network, kept.id), version.source, period, hub);
    if (!reading.exact && keptWhenStated(version, value)) return { ...base, by: null, total: { ...none, kept: true } };
    return { ...base, by: null, total: { ...none, value }, leftOut: unproven ? [{ reason: 'no-proof', many: unproven }] : [] };
  }
  if (reading.exact || ofNobody(version)) {
    const { all, rows, leftOut } = await countKept(tx, version, { network, period, hub, region: reading.over === 'region' ? reading.region : undefined, by });
    return { ...base, total: { ...all, kept: false }, rows: rows.map(({ key, ...amount }) => ({ key, shown: { ...amount, kept: false } })), leftOut };
  }
  const declared = asDeclared(kept.id, version);
  if (!declared) return { ...base, hubOnly: true };
  const read = (await readFigures(tx, [declared], { network, reading, period, by, places: await placesOf(tx) })).get(kept.id)!;
  return { ...base, ...read };
}

/**
 * Agreements, entries of registers and professionals are not persons the hubs serve: who reads figures reads them exactly. A professional was trained in her
 * office, by an attendance sheet that her body signed (decision 0051).
 */
export const ofNobody = ({ unit }: Pick<Definition, 'unit'>): boolean => unit === 'agreement' || unit === 'entry' || unit === 'professional';

/** A number somebody stated of persons she served is kept back outside the hub like a counted one, when it is small. */
export const keptWhenStated = ({ unit, source }: Pick<KeptVersion, 'unit' | 'source'>, value: number | null): boolean =>
  source === 'stated' && !ofNobody({ unit }) && unit !== 'other' && value !== null && value > 0 && value < smallest;

/**
 * A definition of one event without condition or proof counts what a declared figure counts, and small numbers are kept back in the same
 * way. Any other, read beside that one, would tell their difference: nobody but the hub reads it.
 */
function asDeclared(code: string, { unit, counted, events, conditions, proofs }: Definition): Indicator | undefined {
  const counting = countings[unit];
  if (!counting || counted !== 'once' || events.length !== 1 || proofs.length || Object.keys(conditions).length) return undefined;
  const unsaid = { ar: '', fr: '', en: '' };
  return { code, names: unsaid, unit: unit as Indicator['unit'], events, counting, rule: unsaid, leavesOut: unsaid };
}

/** A definition as one text: the same for the same definition, whatever it is called. */
export const definitionText = ({ unit, counted, events, conditions, proofs, source }: KeptVersion): string =>
  JSON.stringify({ source, unit, counted, events: [...events].sort(), conditions: Object.fromEntries(Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1))), proofs: [...proofs].sort() });
