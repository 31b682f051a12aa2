import { z } from 'zod';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../funding.ts';
import { owedByFund } from './owed.ts';

/** What one fund, or several of one currency together, promised, granted, released, paid and still have. */
export interface Sums {
  readonly promised: number;
  /** Granted and not yet paid. */
  readonly committed: number;
  /** Released by milestones, paid or not. Empty where the reader sees no grant. */
  readonly released: number | null;
  /** Released and not yet paid. */
  readonly owed: number | null;
  readonly paid: number;
  readonly free: number;
}

/** The funds whose rows she may read, and their sums per funder, region and partner association; currencies are never added together. */
export const fundList = query({
  name: 'fund-list',
  says: 'The funds with what is promised, committed, released, owed, paid and free.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor }) => {
    const rows = await tx.selectFrom('funding.fund').selectAll().where('network_id', '=', network).orderBy('starts_on', 'desc').orderBy('code').execute();
    const owed = await owedByFund(tx, network);
    const bodies = await organizationsByIds(tx, rows.flatMap(({ funder_id, partner_id }) => [funder_id, ...(partner_id ? [partner_id] : [])]));
    const nameOf = (body: string | null) => (body ? (bodies.find(({ id }) => id === body)?.names ?? {}) : null);
    const seesGrants = (hub: string) => actor.hub === hub;
    const funds = rows.map((row) => {
      const [paid, waits] = [Number(row.paid_minor), seesGrants(row.hub_id) ? (owed.get(row.id) ?? 0) : null];
      return {
        id: row.id, code: row.code, names: row.names, state: row.state, currency: row.currency, funder: row.funder_id, funderNames: nameOf(row.funder_id) ?? {},
        partner: row.partner_id, partnerNames: nameOf(row.partner_id), region: row.region_code,
        promised: Number(row.amount_minor), committed: Number(row.committed_minor), paid, free: Number(row.free_minor), owed: waits, released: waits === null ? null : waits + paid,
      };
    });
    return { funds: funds };
  },
});

/** One fund as the list tells it. */
export type Fund = Awaited<ReturnType<(typeof fundList)['spec']['run']>>['funds'][number];
