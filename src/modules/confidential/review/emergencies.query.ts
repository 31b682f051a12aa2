import { z } from 'zod';
import { type KeyReason, type Review, REVIEW_MS } from '../codes.ts';
import { query } from '../confidential.ts';

/** An emergency as its reviewer reads it: who, when, why. Neither whom it was about nor what was read. */
export interface Emergency {
  readonly id: string;
  readonly askedBy: string;
  readonly secondKey: string;
  readonly at: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly reason: KeyReason;
  readonly due: Date;
  /** Nobody looked in time: both officers are locked out. */
  readonly late: boolean;
  readonly review: Review | null;
  readonly reviewedBy: string | null;
  /** She is one of the two officers: another must look. */
  readonly own: boolean;
}

/** The emergencies of my hubs: those that wait for a review first, the one due soonest on top. They stand here from the moment the second key was turned. */
export const emergencies = query({
  name: 'emergencies',
  says: 'Shows which protected files were opened with two keys and wait for a review.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor, now }) => {
    const all = tx.selectFrom('confidential.key_request as k')
      .innerJoin('confidential.colleague as a', (on) => on.onRef('a.network_id', '=', 'k.network_id').onRef('a.id', '=', 'k.asked_by'))
      .innerJoin('confidential.colleague as b', (on) => on.onRef('b.network_id', '=', 'k.network_id').onRef('b.id', '=', 'k.approved_by'))
      .leftJoin('confidential.colleague as r', (on) => on.onRef('r.network_id', '=', 'k.network_id').onRef('r.id', '=', 'k.reviewed_by'))
      .select(['k.id', 'a.name as askedBy', 'b.name as secondKey', 'k.approved_at', 'k.until_at', 'k.ended_at', 'k.reason', 'k.review', 'r.name as reviewedBy', 'k.asked_by', 'k.approved_by'])
      .where('k.network_id', '=', network).where('k.kind', '=', 'emergency').where('k.approved_at', 'is not', null);
    const waiting = await all.where('k.reviewed_at', 'is', null).orderBy('k.approved_at').limit(500).execute();
    const reviewed = await all.where('k.reviewed_at', 'is not', null).orderBy('k.approved_at', 'desc').limit(50).execute();
    return [...waiting, ...reviewed].map(({ approved_at: at, until_at, ended_at: endedAt, asked_by, approved_by, ...row }): Emergency => ({
      ...row, at: at!, until: until_at!, endedAt, due: new Date(at!.getTime() + REVIEW_MS), late: row.review === null && now.getTime() >= at!.getTime() + REVIEW_MS, own: asked_by === actor.account || approved_by === actor.account,
    }));
  },
});
