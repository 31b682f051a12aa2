import { z } from 'zod';
import { id } from '#core/input.ts';
import { serviceCard } from '#modules/directory/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { linesOf } from '../answer-referral/linked-referral.query.ts';
import { query } from '../desk.ts';
import { openedByAgreement } from '../referral/opened-by-agreement.ts';
import { answersFor } from './inbox.query.ts';

/**
 * One referral addressed to the reader's body, with the lines the client agreed to and nothing else. A referral taken back,
 * or whose agreement ended, is absent (rule 11).
 */
export const inboxReferral = query({
  name: 'inbox-referral',
  says: 'Shows one referral addressed to my organization.',
  purpose: 'referral',
  input: z.strictObject({ referral: id() }),
  run: async (asking, { referral }) => {
    const { tx, network, actor, now } = asking;
    const mine = answersFor(actor);
    const row = mine.length
      ? await tx.selectFrom('desk.referral').selectAll().where('network_id', '=', network).where('id', '=', referral)
          .where('organization_id', 'in', mine).where('state', 'in', ['sent', 'accepted', 'served']).executeTakeFirst()
      : undefined;
    if (!row) return asking.absent();
    if (!(await openedByAgreement(tx, row, now))) return asking.absent();
    return {
      id: row.id, state: row.state, sentAt: row.sent_at, dueAt: row.due_at,
      hub: (await hubCard(tx, row.hub_id))?.names ?? null,
      service: (await serviceCard(asking, row.service_id))?.names ?? null,
      lines: await linesOf(asking, row.id),
    };
  },
});
