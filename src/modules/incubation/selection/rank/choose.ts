import { type Bound, openPlan } from './plan.ts';

/** How many of one kind are selected at least, at most or exactly. */
export interface Quota {
  readonly id: string;
  readonly rule: 'at_least' | 'at_most' | 'exactly';
  readonly places: number;
}

/** Why somebody is where she is. `quota` names the quota that made the difference. */
export interface Choice {
  readonly chosen: boolean;
  readonly why: 'by_score' | 'by_quota' | 'quota_full' | 'kept_for_quota' | 'below';
  readonly quota: string | null;
}

/** What became of one quota. `short` tells that as many as there are is fewer than it asks for. */
export interface QuotaResult {
  readonly id: string;
  readonly taken: number;
  readonly pool: number;
  readonly short: boolean;
}

const below: Choice = { chosen: false, why: 'below', quota: null };

/**
 * Goes down the order and takes everyone who can be taken such that all quotas can still be kept by those below her. So nobody is passed
 * over for a lower one unless a quota makes it so, and being placed higher never costs a place. A quota larger than its pool takes as many as there are;
 * quotas are served in their order. Upper bounds are never passed. `counts` names for each applicant, best first, the quotas she counts for. Pure.
 */
export function choose(counts: readonly (readonly string[])[], quotas: readonly Quota[], places: number): { choices: Choice[]; quotas: QuotaResult[] } {
  const kinds = new Map<string, number>();
  const kindOf = counts.map((of) => {
    const key = quotas.map(({ id }) => (of.includes(id) ? '1' : '0')).join('');
    if (!kinds.has(key)) kinds.set(key, kinds.size);
    return kinds.get(key)!;
  });
  const members = [...kinds.keys()].map((key) => quotas.flatMap((_, at) => (key[at] === '1' ? [at] : [])));
  const bounds: Bound[] = quotas.map(({ rule, places: many }) => ({ low: 0, high: rule === 'at_least' ? Number.POSITIVE_INFINITY : many }));
  const plan = openPlan(members, kindOf, bounds, places);
  for (const [at, { rule, places: many }] of quotas.entries()) if (rule !== 'at_most') plan.reserve(at, many);

  const closed = new Map<number, Choice>();
  const choices = kindOf.map((kind, position): Choice => {
    const before = closed.get(kind);
    if (before) return before.why === 'kept_for_quota' && position >= places ? below : before;
    if (plan.take(kind)) {
      const served = members[kind]!.find((at) => bounds[at]!.low > 0);
      return position >= places && served !== undefined ? { chosen: true, why: 'by_quota', quota: quotas[served]!.id } : { chosen: true, why: 'by_score', quota: null };
    }
    const full = members[kind]!.find((at) => plan.taken(at) >= bounds[at]!.high);
    const kept = plan.waitsFor();
    const no: Choice = full !== undefined ? { chosen: false, why: 'quota_full', quota: quotas[full]!.id }
      : kept !== undefined && !plan.full() ? { chosen: false, why: 'kept_for_quota', quota: quotas[kept]!.id }
      : below;
    closed.set(kind, no);
    return no.why === 'kept_for_quota' && position >= places ? below : no;
  });
  const pools = quotas.map((_, at) => kindOf.reduce((sum, kind) => sum + (members[kind]!.includes(at) ? 1 : 0), 0));
  return {
    choices,
    quotas: quotas.map(({ id, rule, places: many }, at) => ({ id, taken: plan.taken(at), pool: pools[at]!, short: rule !== 'at_most' && plan.taken(at) < many })),
  };
}
