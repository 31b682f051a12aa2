import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { noteFunding } from '#modules/incubation/public.ts';
import { endReasons } from '../codes.ts';
import { action } from '../funding.ts';
import { knownGrant } from './known-grant.ts';

const openStates = ['proposed', 'approved', 'specifications_signed', 'certified'];

/** Declines a proposal, or cancels a grant of which nothing was paid: its money is free again. Refused while a payment is on its way. */
export const cancelGrant = action({
  name: 'cancel-grant',
  says: 'Declines a proposed grant, or cancels one of which nothing was paid.',
  input: z.strictObject({ grant: id(), reason: choice(endReasons) }),
  refuses: ['wrong-step', 'payment-on-its-way', 'through-sub-grant'],
  run: async (doing, { grant: of, reason }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const grant = await knownGrant(doing, of);
    if (grant.kind === 'sub_grant') refuse('through-sub-grant');
    if (!openStates.includes(grant.state) || grant.paid > 0) refuse('wrong-step');
    await dropOpenTranches(doing, of);
    await tx.updateTable('funding.grant').set({ state: 'cancelled', state_at: now, ended_by: actor.account, ended_reason: reason }).where('network_id', '=', network).where('id', '=', of).execute();
    if (grant.application_id) await takeBack(doing, grant.application_id);
    await record({ name: 'grant-cancelled', subject: of, body: { amount_minor: grant.amount, currency: grant.currency, reason } });
    return { grant: of };
  },
});

/** Closes a grant of which something was paid: what is unspent is free in the fund again. */
export const closeGrant = action({
  name: 'close-grant',
  says: 'Closes a grant; what was not paid goes back to its fund.',
  input: z.strictObject({ grant: id(), reason: choice(endReasons) }),
  refuses: ['wrong-step', 'payment-on-its-way'],
  run: async (doing, { grant: of, reason }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const grant = await knownGrant(doing, of);
    if (grant.state !== 'paid_part' && grant.state !== 'paid') refuse('wrong-step');
    await dropOpenTranches(doing, of);
    await tx.updateTable('funding.grant').set({ state: 'closed', state_at: now, ended_by: actor.account, ended_reason: reason }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'grant-closed', subject: of, body: { amount_minor: grant.amount, currency: grant.currency, unspent_minor: grant.amount - grant.paid, reason } });
    return { grant: of };
  },
});

async function dropOpenTranches({ tx, network, refuse }: Parameters<typeof closeGrant.spec.run>[0], grant: string): Promise<void> {
  // Held before looking: a payment file made meanwhile is found, or finds nothing left to pay.
  await tx.selectFrom('funding.tranche').select('id').where('network_id', '=', network).where('grant_id', '=', grant).orderBy('id').forUpdate().execute();
  const onTheWay = await tx.selectFrom('funding.payment').select('id').where('network_id', '=', network).where('grant_id', '=', grant).where('state', '=', 'ready').executeTakeFirst();
  if (onTheWay) refuse('payment-on-its-way');
  await tx.updateTable('funding.tranche').set({ state: 'dropped' }).where('network_id', '=', network).where('grant_id', '=', grant).where('state', 'in', ['waiting', 'released']).execute();
}

/** What is left of the way of an application whose grant was cancelled: funded while another is certified, before the committee while another waits, else its plan stays validated. */
async function takeBack(doing: Parameters<typeof cancelGrant.spec.run>[0], application: string): Promise<void> {
  const { tx, network, record } = doing;
  const others = await tx.selectFrom('funding.grant').select('certified_at').where('network_id', '=', network).where('application_id', '=', application).where('state', '<>', 'cancelled').execute();
  if (others.some(({ certified_at }) => certified_at !== null)) return;
  const before = await noteFunding(doing, application, others.length > 0 ? 'funding_committee' : 'plan_validated');
  if (before === 'funded') await record({ name: 'application-unfunded', subject: application });
}
