import type { Generated } from 'kysely';

/** What a member is to the one who came first. */
export const householdTies = ['self', 'spouse', 'child', 'parent', 'sibling', 'relative', 'other'] as const;
export type HouseholdTie = (typeof householdTies)[number];

/** people.household: people who share a home, as one hub knows them. */
export interface HouseholdTable {
  network_id: string;
  id: string;
  hub_id: string;
  since: Date;
}

/** people.household_member: who lives there, and who carries the home. */
export interface HouseholdMemberTable {
  network_id: string;
  id: string;
  hub_id: string;
  household_id: string;
  person_id: string;
  tie: HouseholdTie;
  head: Generated<boolean>;
  since: Date;
  until: Date | null;
}
