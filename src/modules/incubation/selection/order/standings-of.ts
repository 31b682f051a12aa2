import { sql } from 'kysely';
import { choice, maybe, wholeNumber, yes } from '#core/input.ts';
import type { Asking } from '#core/action.ts';
import type { TieBreak } from '../../codes.ts';
import type { IncubationTables } from '../../incubation.ts';
import { newestSelection } from '../decide/selection-of-call.ts';
import type { PointsOf } from '../rank/rank.ts';
import { type Outcome, outcomes, type Why } from '../selection-codes.ts';

const PAGE = 25;

/** Which standings: those of one outcome, or where jurors disagree; a page of them, longer where a list goes out as a file. */
export const standingFields = { outcome: maybe(choice(outcomes)), disagree: yes(), page: maybe(wholeNumber(1, 100_000)), size: maybe(wholeNumber(1, 1_000)) };

interface Which { readonly outcome?: Outcome | undefined; readonly disagree: boolean; readonly page?: number | undefined; readonly size?: number | undefined }

/** One line of a ranking, by number: with all that its score and its place follow from, and nothing that tells who she is. */
export interface StandingLine {
  readonly application_id: string;
  readonly receipt: string;
  readonly rank: number;
  readonly raw: number;
  readonly adjusted: number;
  readonly outcome: Outcome;
  readonly why: Why;
  readonly points: Readonly<Record<string, PointsOf>>;
  readonly disagree: boolean;
  readonly tie: TieBreak | null;
  readonly place: string | null;
  /** What tells equals apart. */
  readonly age: number | null;
  readonly members: number;
  readonly handedIn: Date;
}

/** The newest ranking of a call with one page of its standings, best first; `made` is null before the first. */
export async function standingsOf({ tx, network }: Asking<IncubationTables>, call: string, { outcome, disagree, page = 1, size = PAGE }: Which) {
  const made = await newestSelection({ tx, network }, call);
  if (!made) return { made: null, rows: [], count: 0, page, pageSize: size };
  const selection = {
    id: made.id, version: made.version, madeAt: made.made_at, formula: made.formula, quotas: made.quotas, applications: made.applications, progress: made.progress, decision: made.decision,
    waits: made.decision_id !== null && made.decision === null,
  };
  const of = sql`s.network_id = ${network} and s.selection_id = ${made.id}`;
  const narrowed = outcome !== undefined || disagree;
  const wanted = narrowed ? sql`${of} ${outcome ? sql`and s.outcome = ${outcome}` : sql``} ${disagree ? sql`and s.disagree` : sql``}` : of;
  // All of them are as many as were written, and their places are numbers without a gap.
  const count = narrowed ? (await sql<{ count: bigint }>`select count(*) as count from incubation.standing s where ${wanted}`.execute(tx)).rows[0]!.count : made.progress;
  const from = (page - 1) * size;
  const those = narrowed ? sql`${wanted} order by s.rank limit ${size} offset ${from}` : sql`${of} and s.rank > ${from} and s.rank <= ${from + size}`;
  const { rows } = await sql<StandingLine>`
    select s.application_id, s.receipt, s.rank, s.raw, s.adjusted, s.outcome, s.why, s.points, s.disagree, s.tie, n.territory_code as place, n.age, n.members, n.submitted_at as "handedIn"
    from (select * from incubation.standing s where ${those}) s
    join incubation.application n on n.network_id = s.network_id and n.id = s.application_id order by s.rank`.execute(tx);
  return { made: selection, rows, count: Number(count), page, pageSize: size };
}
