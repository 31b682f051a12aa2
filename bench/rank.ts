import { loadavg } from 'node:os';
import type { Quota } from '#modules/incubation/selection/rank/choose.ts';
import { type Candidate, rank, type RankRules } from '#modules/incubation/selection/rank/rank.ts';
import type { Line } from './directory-search/directory-search.ts';
import { seededRandom } from './seeded-random.ts';

const APPLICANTS = 100_000;
const PROVINCES = 12;
const JURORS = 40;
const provinces = Array.from({ length: PROVINCES }, (_, at) => `province-${at}`);

const rules: RankRules = {
  criteria: [
    { code: 'income', kind: 'automatic', weight: 25, most: 10 }, { code: 'situation', kind: 'automatic', weight: 15, most: 5 }, { code: 'training', kind: 'automatic', weight: 10, most: 3 },
    { code: 'idea', kind: 'jury', weight: 30, most: 20 }, { code: 'market', kind: 'jury', weight: 20, most: 10 },
  ],
  quotas: [
    ...provinces.map((id): Quota => ({ id, rule: 'exactly', places: 3_000 })), { id: 'women', rule: 'at_least', places: 25_000 }, { id: 'youth', rule: 'at_least', places: 18_000 },
    { id: 'disability', rule: 'at_least', places: 900 }, { id: 'existing', rule: 'at_most', places: 9_000 },
  ],
  places: 36_000, waitlist: 7_200, ties: ['jury', 'younger', 'receipt'],
};

/** 100,000 applicants of twelve provinces of unlike size, two jurors of forty for each; some jurors are stricter than others. */
function applicants(seed: number): Candidate[] {
  const random = seededRandom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const strict = Array.from({ length: JURORS }, () => random() * 4);
  const points = (most: number) => [below(JURORS), below(JURORS - 1)].map((juror, at) => ({ juror: `juror-${at === 0 ? juror : (juror + 1) % JURORS}`, points: Math.max(0, below(most + 1) - Math.floor(strict[juror]! * (most / 20))) }));
  return Array.from({ length: APPLICANTS }, (_, n) => ({
    receipt: n.toString(36).toUpperCase().padStart(8, '0'), age: random() < 0.02 ? null : 18 + below(45), members: 1, handedIn: below(1_000),
    counts: [provinces[Math.floor(random() ** 1.5 * PROVINCES)]!, ...(random() < 0.6 ? ['women'] : []), ...(random() < 0.45 ? ['youth'] : []), ...(random() < 0.02 ? ['disability'] : []), ...(random() < 0.3 ? ['existing'] : [])],
    automatic: { income: below(11), situation: below(6), training: below(4) }, jury: { idea: points(20), market: points(10) },
  }));
}

/** Ranks them, then looks at the answer by plain counting: every score once more, every quota, and nobody passed over for a lower one who counts for the same. */
export async function rankSpeed(say: (line: string) => void = () => {}): Promise<Line[]> {
  const all = applicants(2_026);
  const [began, used] = [performance.now(), process.cpuUsage()];
  const { standings, quotas } = rank(all, rules);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(used);
  const faults: string[] = [];
  const byReceipt = new Map(all.map((each) => [each.receipt, each]));
  const weights = rules.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const last = new Map<string, 'chosen' | 'not'>();
  for (const [at, each] of standings.entries()) {
    const again = (100_000 * rules.criteria.reduce((sum, { code, weight, most }) => sum + (weight * each.points[code]!.adjusted) / 1_000 / most, 0)) / weights;
    if (Math.abs(again - each.adjusted) > 0.51) faults.push(`${each.receipt}: ${each.adjusted} is ${again} by the formula`);
    if (at > 0 && standings[at - 1]!.adjusted < each.adjusted) faults.push(`${each.receipt} stands below a lower score`);
    const kind = [...byReceipt.get(each.receipt)!.counts].sort().join(' ');
    if (each.outcome === 'selected' && last.get(kind) === 'not') faults.push(`${each.receipt} was taken past a better one of the same quotas`);
    last.set(kind, each.outcome === 'selected' ? 'chosen' : 'not');
  }
  for (const { id, rule, places } of rules.quotas) {
    const taken = standings.filter(({ outcome, receipt }) => outcome === 'selected' && byReceipt.get(receipt)!.counts.includes(id)).length;
    const pool = all.filter(({ counts }) => counts.includes(id)).length;
    if (rule !== 'at_least' && taken > places) faults.push(`${id}: ${taken} of at most ${places}`);
    if (rule !== 'at_most' && taken < Math.min(places, pool) && !quotas.find((quota) => quota.id === id)!.short) faults.push(`${id}: ${taken} of ${places}, ${pool} applied, and nothing said`);
  }
  const order = standings.map(({ receipt }) => receipt).join();
  if (rank(all.toReversed(), rules).standings.map(({ receipt }) => receipt).join() !== order) faults.push('the same applicants in another order give another ranking');
  for (const fault of faults.slice(0, 10)) say(fault);
  const many = (outcome: string): number => standings.filter((each) => each.outcome === outcome).length;
  return [{
    name: `ranking ${APPLICANTS} applicants under ${rules.quotas.length} quotas`, value: faults.length ? Number.POSITIVE_INFINITY : seconds, bound: 5, unit: 's',
    detail: `${Math.round(APPLICANTS / seconds)} rows/s, ${((user + system) / 1e6).toFixed(1)} s of processor, load ${loadavg()[0]!.toFixed(1)}; ${many('selected')} selected, ${many('waitlisted')} waiting, ${quotas.filter(({ short }) => short).length} quotas short of applicants; ${faults.length} faults found by counting again`,
  }];
}
