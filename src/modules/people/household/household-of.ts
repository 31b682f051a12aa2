import type { Tx } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import { type PersonCard, peopleByIds } from '../person/person-card.ts';
import type { HouseholdTie } from './household-tables.ts';

export interface HouseholdMember {
  readonly person: PersonCard;
  readonly tie: HouseholdTie;
  readonly head: boolean;
  readonly since: Date;
  /** When she left; null while she lives there. */
  readonly until: Date | null;
}

export interface Household {
  readonly id: string;
  readonly members: readonly HouseholdMember[];
}

/** The household this hub knows a person (any file of hers) to live in now, its head first; null when none was noted. */
export async function householdOf(tx: Tx<PeopleTables>, network: string, hub: string, files: readonly string[]): Promise<Household | null> {
  const mine = await tx.selectFrom('people.household_member').select('household_id').where('network_id', '=', network)
    .where('hub_id', '=', hub).where('person_id', 'in', [...files]).where('until', 'is', null).orderBy('since', 'desc').orderBy('id', 'desc').executeTakeFirst();
  return mine ? { id: mine.household_id, members: (await membersOf(tx, network, [mine.household_id])).filter(({ until }) => until === null) } : null;
}

/** Everybody who lives or lived in these households: those who live there first, the head before the others. A merged file counts once. */
export async function membersOf(tx: Tx<PeopleTables>, network: string, households: readonly string[]): Promise<readonly HouseholdMember[]> {
  const rows = await tx.selectFrom('people.household_member').select(['person_id', 'tie', 'head', 'since', 'until'])
    .where('network_id', '=', network).where('household_id', 'in', [...households])
    .orderBy((eb) => eb('until', 'is not', null)).orderBy('head', 'desc').orderBy('since').orderBy('id').execute();
  const cards = await peopleByIds(tx, rows.map((row) => row.person_id));
  const seen = new Set<string>();
  return rows.flatMap(({ person_id: id, ...row }) => {
    const person = cards.get(id);
    const once = `${person?.id} ${row.until?.getTime() ?? 'now'}`;
    if (!person || seen.has(once)) return [];
    seen.add(once);
    return [{ person, ...row }];
  });
}
