import type { Multilingual } from '#core/input.ts';
import type { CallState, CriterionKind, QuotaDimension, QuotaRule, Sex, WhoApplies } from '../codes.ts';

/** A call, its criteria and its quotas as rows (migration 0040). */
export interface CallTables {
  'incubation.call': {
    network_id: string; id: string; hub_id: string; programme_id: string | null; territory_code: string; code: string; names: Multilingual; about: Multilingual;
    next_step: Multilingual; applicants: WhoApplies; state: CallState; state_at: Date; opens_at: Date; closes_at: Date; closes_on: string; appeal_days: number;
    places: number; age_lowest: number | null; age_highest: number | null; sexes: Sex[]; members_least: number; form_id: string; tie_break: string[];
    papers: readonly { code: string; names: Multilingual }[]; opened_by: string | null; published_by: string | null; published_at: Date | null;
  };
  'incubation.criterion': {
    network_id: string; call_id: string; code: string; position: number; names: Multilingual; kind: CriterionKind; weight: number; most: number;
    reads: string | null; points: readonly PointRule[];
  };
  'incubation.quota': {
    network_id: string; id: string; call_id: string; position: number; names: Multilingual; dimension: QuotaDimension; value: string; rule: QuotaRule; places: number;
  };
}

/** One line of an automatic criterion: a value, or a span of numbers, and the points it gives. The first that fits counts. */
export type PointRule = { readonly is: string; readonly points: number } | { readonly from: number; readonly to: number; readonly points: number };
