import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { countTotals } from '../kept/count.ts';
import { type KeptIndicator, keptIndicators, type KeptVersion, versionInForce } from '../kept/kept-indicators.ts';
import { ofNobody } from '../kept/read-kept.ts';
import { standing, statedValues } from '../kept/stated.ts';
import type { Period } from '../reading/period.ts';
import type { Shown } from '../reading/read-figure.ts';
import type { Reading } from '../reading/reading.ts';

/** An indicator kept as a row, as a board shows it. */
export interface KeptOnBoard {
  readonly id: string;
  readonly names: Multilingual;
  /** It belongs to this ready set; null: to none. */
  readonly set: string | null;
  readonly unit: KeptVersion['unit'];
  readonly currency: string | null;
  readonly source: KeptVersion['source'];
  readonly shown: Shown;
}

interface Wanted { readonly network: string; readonly reading: Reading; readonly period: Period }

/** How many a board counts; all of them stand in the list of indicators. */
const most = 24;

/**
 * The indicators that this reader reads exactly, counted by one statement: all of them at the hub, agreements and entries of registers
 * elsewhere. What the network or the hub states of itself with a proof stands beside them; what comes from outside does not.
 */
export async function readKeptOnBoard(tx: AnyTx, { network, reading, period }: Wanted): Promise<KeptOnBoard[]> {
  const hub = reading.exact ? reading.hub : undefined;
  const now = (await keptIndicators(tx, network)).flatMap((kept) => {
    const version = kept.hub === null || kept.hub === hub ? versionInForce(kept.versions, period) : undefined;
    return version && version.source !== 'context' ? [{ kept, version }] : [];
  });
  const counted = now.filter(({ version }) => version.source === 'events' && (reading.exact || ofNobody(version))).slice(0, most);
  const totals = await countTotals(tx, new Map(counted.map(({ kept, version }) => [kept.id, version])), { network, period, hub, region: reading.over === 'region' ? reading.region : undefined });
  // A region states nothing of itself.
  const said = reading.over === 'region' ? [] : now.filter(({ version }) => version.source === 'stated');
  const stated: KeptOnBoard[] = [];
  for (const { kept, version } of said) {
    const values = await statedValues(tx, network, kept.id);
    const { value } = standing(values, 'stated', period, hub);
    // Nobody said anything yet: that is not the same as none.
    stated.push(rowOf(kept, version, { value: values.some((one) => one.hub === (hub ?? null)) ? value : null, events: null, kept: false }));
  }
  return [...counted.map(({ kept, version }) => rowOf(kept, version, { ...totals.get(kept.id)!, kept: false })), ...stated];
}

const rowOf = ({ id, set }: KeptIndicator, { names, unit, conditions, source }: KeptVersion, shown: Shown): KeptOnBoard =>
  ({ id, set, names, unit, currency: (unit === 'amount' && conditions.currency?.[0]) || null, source, shown });
