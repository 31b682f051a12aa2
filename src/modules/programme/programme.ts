import type { ColumnType, Generated } from 'kysely';
import { openModule } from '#core/action.ts';
import type { Multilingual } from '#core/input.ts';
import type { Level, CountedSex, PartnerRole } from './codes.ts';
import type { CommitteeTables } from './committee-tables.ts';

/** Who wrote a row, and when. */
interface Written { set_at: Date; set_by: string | null }

/** Whole numbers that may be long: read exact, written as they are counted. */
type Long = ColumnType<bigint, number, never>;

/** The tables of programmes, as their actions and queries see them (migration 0042). Amounts are in the smallest unit of the currency. */
export interface ProgrammeTables extends CommitteeTables {
  'programme.programme': {
    network_id: string; id: string; level: Level; parent_id: string | null; parent_level: Level | null; predecessor_id: string | null; code: string;
    names: Multilingual; about: Multilingual; territory_code: string | null; lead_organization_id: string | null; starts_on: string; ends_on: string | null;
    state: Generated<'open' | 'closed'>; closed_on: Generated<string | null>; listed: boolean; sensitive: boolean; opened_at: Date; opened_by: string | null;
  };
  'programme.period': Written & { network_id: string; programme_id: string; version: number; starts_on: string; ends_on: string | null; said_by: string; reason: string | null };
  'programme.cost': Written & {
    network_id: string; id: string; programme_id: string; amount_minor: Long; currency: string; scale: number; approximate: boolean; said_by: string;
    said_on: string | null; withdrawn_at: Generated<Date | null>; withdrawn_why: Generated<string | null>;
  };
  'programme.funding_share': Written & {
    network_id: string; id: string; programme_id: string; cost_id: string; organization_id: string | null; names: Multilingual; activity: Multilingual;
    share_ten_thousandths: number | null; amount_minor: ColumnType<bigint | null, number | null, never>; approximate: boolean;
  };
  'programme.partner': Written & {
    network_id: string; id: string; programme_id: string; organization_id: string | null; hub_id: string | null; role: PartnerRole; activity: Multilingual;
    country: string | null; agreement_id: string | null; since: string; until: Generated<string | null>; ended_reason: Generated<string | null>; replaces_id: string | null; said_by: string;
  };
  'programme.target': Written & {
    network_id: string; programme_id: string; indicator: string; territory_code: string | null; sex: CountedSex; version: number; value: Long;
    since: string; reason: string | null; said_by: string;
  };
  'programme.controller': Written & { network_id: string; programme_id: string; hub_id: string; organization_id: string; since: string; until: Generated<string | null> };
}

export const { action, query } = openModule<ProgrammeTables>('programme');
