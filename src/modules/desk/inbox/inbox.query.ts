import { z } from 'zod';
import { hubsOf } from '#modules/network/public.ts';
import { servicesByIds } from '#modules/directory/public.ts';
import { query } from '../desk.ts';
import { openedByAgreement } from '../referral/opened-by-agreement.ts';

const MOST = 100;

/** The organizations for which an account answers. */
export const answersFor = (actor: { roles: readonly { scope: string; scopeId: string | null }[] }): string[] =>
  actor.roles.flatMap(({ scope, scopeId }) => (scope === 'org' && scopeId ? [scopeId] : []));

/** The referrals addressed to the reader's own body that wait for its answer or are under way; never the file of the client. */
export const inbox = query({
  name: 'inbox',
  says: 'Lists the referrals addressed to my organization.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, actor, now } = asking;
    const mine = answersFor(actor);
    if (mine.length === 0) return { member: false, referrals: [] };
    const addressed = await tx.selectFrom('desk.referral').selectAll()
      .where('network_id', '=', network).where('organization_id', 'in', mine).where('state', 'in', ['sent', 'accepted', 'served'])
      .orderBy('sent_at').limit(MOST).execute();
    const rows: typeof addressed = [];
    for (const row of addressed) if (await openedByAgreement(tx, row, now)) rows.push(row);
    const services = await servicesByIds(asking, rows.map((row) => row.service_id));
    const hubs = await hubsOf(tx);
    return {
      member: true,
      referrals: rows.map((row) => ({
        id: row.id, state: row.state, sentAt: row.sent_at, dueAt: row.due_at,
        service: services.get(row.service_id)?.names ?? null, hub: hubs.find((hub) => hub.id === row.hub_id)?.names ?? null,
      })),
    };
  },
});
