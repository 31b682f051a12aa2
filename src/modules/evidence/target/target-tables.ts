import type { ColumnType, Generated } from 'kysely';
import type { Level } from './levels.ts';

/** A number with decimals: read as its text, so that nothing is rounded. */
type Exact = ColumnType<string, string, never>;
/** Smallest units: long, read exact, written as counted. */
type Minor = ColumnType<bigint, number, never>;
interface Written { set_at: Date; set_by: string | null }
interface TakenBack { withdrawn_at: Generated<Date | null>; withdrawn_why: Generated<string | null> }

/** Targets, shares and money of migration 0058. */
export interface TargetTables {
  'evidence.target': {
    network_id: string; id: string; indicator_id: string; level: Level; hub_id: string | null; region_code: string | null; programme_id: string | null; funder_id: string | null;
    first_from: string; opened_at: Date; opened_by: string | null;
  };
  'evidence.target_version': Written & {
    network_id: string; target_id: string; hub_id: string | null; version: number; from_on: string; to_on: string; value: Exact; since: string; reason: string | null; said_by: string;
  };
  'evidence.funder_share': Written & {
    network_id: string; id: string; programme_id: string; funder_id: string; share_ten_thousandths: number; from_on: string; to_on: string | null; said_by: string;
    ended_why: Generated<string | null>;
  };
  'evidence.eligible_cost': Written & TakenBack & {
    network_id: string; id: string; hub_id: string; programme_id: string | null; indicator_id: string; from_on: string; to_on: string; amount_minor: Minor; currency: string; scale: number;
    what: string; paper: string | null;
  };
  'evidence.exchange_rate': Written & TakenBack & { network_id: string; id: string; from_currency: string; to_currency: string; on_day: string; rate: Exact; said_by: string };
  'evidence.hub_revenue': Written & TakenBack & { network_id: string; id: string; hub_id: string; year: number; kind: RevenueKind; amount_minor: Minor; currency: string; scale: number; said_by: string };
}

/** What a hub lives on. */
export const revenueKinds = ['dues', 'paid-services', 'grants', 'project-money'] as const;
export type RevenueKind = (typeof revenueKinds)[number];
