import type { Tx } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import { cardColumns, type PersonCard, toCard } from '../person/person-card.ts';
import type { HouseholdTie } from './household-tables.ts';

export interface HouseholdMember {
  readonly person: PersonCard;
  readonly tie: HouseholdTie;
  readonly head: boolean;
}

export interface Household {
  readonly id: string;
  readonly members: readonly HouseholdMember[];
}

/** The household this hub knows a person (any file of hers) to live in now, its head first; null when none was noted. */
export async function householdOf(tx: Tx<PeopleTables>, network: string, hub: string, files: readonly string[]): Promise<Household | null> {
  const mine = await tx.selectFrom('people.household_member').select('household_id').where('network_id', '=', network)
    .where('hub_id', '=', hub).where('person_id', 'in', [...files]).where('until', 'is', null).orderBy('since', 'desc').orderBy('id', 'desc').executeTakeFirst();
  if (!mine) return null;
  const rows = await tx.selectFrom('people.household_member as member')
    .innerJoin('people.person as person', (join) => join.onRef('person.network_id', '=', 'member.network_id').onRef('person.id', '=', 'member.person_id'))
    .select([...cardColumns, 'member.tie', 'member.head'])
    .where('member.network_id', '=', network).where('member.household_id', '=', mine.household_id).where('member.until', 'is', null)
    .orderBy('member.head', 'desc').orderBy('member.since').orderBy('member.id').execute();
  return { id: mine.household_id, members: rows.map((row) => ({ person: toCard(row), tie: row.tie, head: row.head })) };
}
