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
  // One question whatever the answer is: neither a second one nor its absence tells that somebody is there.
  const { rows: [answer] } = await sql<{ known: boolean }>`
    select coalesce(bool_or(coalesce(k.known, 0) > coalesce(own.persons, 0)), false) as known
    from unnest(${[...blinds]}::bytea[], ${blinds.map(fingerprintWord)}::text[]) as typed (blind, word)
    left join people.known_name k on k.network_id = ${network} and k.blind = typed.blind
    left join lateral (select count(*) as persons from people.name_word w where w.network_id = ${network} and w.hub_id = ${hub} and w.word = typed.word) as own on true`.execute(tx);
  return answer!.known;
}
