import { openModule } from '#core/action.ts';
import type { ConsentTables } from './consent/consent-table.ts';
import type { AccessGrantTable, ContactMarkTable, ContactRuleTable, PersonContactTable, PersonLifeTable } from './contact/contact-tables.ts';
import type { HouseholdMemberTable, HouseholdTable } from './household/household-tables.ts';
import type { MergeTable, SamePersonTable } from './identity/identity-tables.ts';
import type { KnownNameTable, NameWordTable, ToldCodeTable } from './matching/matching-tables.ts';
import type { DoubleSearchTable, PossibleDoubleTable } from './possible-doubles/double-tables.ts';
import type { EnrolmentTable, PersonTable } from './person/person-tables.ts';

/** The tables of the people module, as its actions and queries see them. */
export interface PeopleTables extends ConsentTables {
  'people.person': PersonTable;
  'people.enrolment': EnrolmentTable;
  'people.name_word': NameWordTable;
  'people.known_name': KnownNameTable;
  'people.told_code': ToldCodeTable;
  'people.possible_double': PossibleDoubleTable;
  'people.double_search': DoubleSearchTable;
  'people.access_grant': AccessGrantTable;
  'people.person_contact': PersonContactTable;
  'people.contact_mark': ContactMarkTable;
  'people.contact_rule': ContactRuleTable;
  'people.person_life': PersonLifeTable;
  'people.household': HouseholdTable;
  'people.household_member': HouseholdMemberTable;
  'people.merge': MergeTable;
  'core.same_person': SamePersonTable;
}

export const { action, query } = openModule<PeopleTables>('people');
