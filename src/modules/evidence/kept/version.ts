import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, choices, isoDate, maybe, type Multilingual, multilingual, text } from '#core/input.ts';
import type { EvidenceTables } from '../evidence.ts';
import { type Cut, cuts } from '../reading/cut.ts';
import { counteds, definitionFields, definitionOf, keptUnits, misfit, type Reached, reacheds, type Source, sources } from './definition.ts';
import type { KeptVersion } from './kept-indicators.ts';

/** What a version says, however it came: typed in a form or read from a set. */
export const versionFields = {
  ...definitionFields, unit: choice(keptUnits), counted: choice(counteds), names: multilingual(200), about: z.strictObject({ ar: maybe(text(1_000)), fr: maybe(text(1_000)), en: maybe(text(1_000)) }).optional(), reach: choice(reacheds), source: choice(sources),
  cuts: choices(cuts), said_by: text(300), quoted: maybe(text(200)), since: isoDate(), until: maybe(isoDate()),
};
type Typed = z.output<z.ZodObject<typeof versionFields>>;

/** A version as it will be kept. */
export function versionOf(typed: Typed) {
  const definition = definitionOf(typed);
  const bare = typed.source === 'events' ? definition : { ...definition, events: [], conditions: {}, proofs: [] };
  return {
    ...bare, names: spoken(typed.names), about: spoken(typed.about), reach: typed.reach as Reached, source: typed.source as Source,
    cuts: (typed.source === 'events' ? [...typed.cuts] : []) as Cut[], saidBy: typed.said_by, quoted: typed.quoted ?? null, since: typed.since, until: typed.until ?? null, reason: null,
  };
}
export type VersionToKeep = ReturnType<typeof versionOf>;

const spoken = (words: Multilingual | undefined): Multilingual => Object.fromEntries(Object.entries(words ?? {}).filter(([, one]) => one));

/** Refuses what does not fit together, beside its field. */
export function checkVersion({ refuse }: Pick<Doing<EvidenceTables>, 'refuse'>, version: VersionToKeep): void {
  const wrong = version.source === 'events' ? misfit(version) : undefined;
  if (wrong) refuse('does-not-fit', {}, wrong);
  if (version.until && version.until < version.since) refuse('ends-before', {}, 'until');
}

/** Adds a version; earlier ones stay. */
export async function keepVersion({ tx, network, now, actor }: Doing<EvidenceTables>, row: { indicator: string; hub: string | null; version: number; reason: string | null }, version: VersionToKeep): Promise<void> {
  const { saidBy, conditions, ...rest } = version;
  await tx.insertInto('evidence.indicator_version').values({
    ...rest, network_id: network, indicator_id: row.indicator, hub_id: row.hub, version: row.version, events: [...rest.events], proofs: [...rest.proofs],
    conditions: JSON.stringify(conditions), said_by: saidBy, reason: row.reason, set_at: now, set_by: actor.account,
  }).execute();
}

type Worded = Pick<KeptVersion, 'names' | 'about' | 'reach' | 'saidBy' | 'quoted' | 'since' | 'until' | 'cuts'>;

/** Is everything else of two versions alike? */
export const sameWords = (one: Worded, other: Worded): boolean =>
  (['names', 'about'] as const).every((part) => ['ar', 'fr', 'en', 'es', 'pt', 'it', 'el'].every((lang) => one[part][lang as 'ar'] === other[part][lang as 'ar'])) &&
  (['reach', 'saidBy', 'quoted', 'since', 'until'] as const).every((part) => one[part] === other[part]) && [...one.cuts].sort().join() === [...other.cuts].sort().join();
