import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { Tx } from '#core/db/transaction.ts';
import { nameKeys } from '#core/text/person-name.ts';
import type { PeopleTables } from '../people.ts';
import { fingerprintWord, type Named, nameBlinds } from './name-words.ts';

type Here = Pick<Asking<PeopleTables>, 'tx' | 'network' | 'blind'>;

/**
 * Lets one desk at a time register a name that sounds like this: the second waits until the first is done and then sees her.
 * Works across spellings and scripts and without a birth year; always in the same order, so that two desks never block each other.
 */
export async function waitForSameName({ tx, network, blind }: Here, names: readonly string[]): Promise<void> {
  const locks = nameKeys(names, 0).map((key) => blind('name-lock', key));
  await bump(tx, network, locks.length > 0 ? locks : names.map((name) => blind('name-lock', name)), 0);
}

/** Counts a person in (+1) or out (-1) of the network's fingerprints. */
export async function countKnownName({ tx, network, blind }: Here, named: Named, by: 1 | -1): Promise<void> {
  await bump(tx, network, nameBlinds(blind, named), by);
}

async function bump(tx: Tx<PeopleTables>, network: string, blinds: readonly Buffer[], by: 0 | 1 | -1): Promise<void> {
  const inOrder = [...new Map(blinds.map((blind) => [blind.toString('hex'), blind])).values()].sort(Buffer.compare);
  if (inOrder.length === 0) return;
  await sql`insert into people.known_name (network_id, blind, known)
    select ${network}, print, ${Math.max(by, 0)} from unnest(${inOrder}::bytea[]) with ordinality as given (print, turn) order by turn
    on conflict (network_id, blind) do update set known = greatest(people.known_name.known + ${by}, 0)`.execute(tx);
}

/**
 * May somebody of this name and birth year be known in the network beyond this hub? Yes or no and nothing more:
 * never who, where or how many (domain.md rule 4, journey G1).
 */
export async function knownElsewhere({ tx, network, blind, hub }: Here & { readonly hub: string }, named: Named): Promise<boolean> {
  const blinds = nameBlinds(blind, named);
  if (blinds.length === 0) return false;
  const known = await tx.selectFrom('people.known_name').select(['blind', 'known'])
    .where('network_id', '=', network).where('blind', 'in', [...blinds]).where('known', '>', 0).execute();
  if (known.length === 0) return false;
  const own = await tx.selectFrom('people.name_word').select(['word', (count) => count.fn.countAll<bigint>().as('persons')])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('word', 'in', known.map((row) => fingerprintWord(row.blind)))
    .groupBy('word').execute();
  const ownCount = new Map(own.map(({ word, persons }) => [word, Number(persons)]));
  return known.some((row) => row.known > (ownCount.get(fingerprintWord(row.blind)) ?? 0));
}
