import { z } from 'zod';
import { id, isoDate, wholeNumber } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { action } from '../funding.ts';
import { knownGrant } from '../grant/known-grant.ts';
import { equalParts } from './equal-parts.ts';

/** Plans how a loan is paid back: so many equal parts, one a month from a first day; the first parts carry what does not divide. */
export const planRepayments = action({
  name: 'plan-repayments',
  says: 'Plans on which days a loan is paid back.',
  input: z.strictObject({ grant: id(), parts: wholeNumber(1, 120), first_on: isoDate() }),
  refuses: ['not-a-loan', 'already-planned'],
  run: async (doing, { grant: of, parts, first_on }) => {
    const { tx, network, hub, refuse, record } = doing;
    const grant = await knownGrant(doing, of);
    if (grant.kind !== 'loan') refuse('not-a-loan');
    const before = await tx.selectFrom('funding.repayment').select('position').where('network_id', '=', network).where('grant_id', '=', of).executeTakeFirst();
    if (before) refuse('already-planned');
    await tx.insertInto('funding.repayment').values(equalParts(grant.amount, parts, first_on).map(({ amount, on }, at) => ({
      network_id: network, hub_id: hub, grant_id: of, position: at + 1, due_on: on, amount_minor: amount,
    }))).execute();
    await record({ name: 'repayments-planned', subject: of, body: { amount_minor: grant.amount, currency: grant.currency, dates: parts } });
    return { grant: of };
  },
});

/** Writes down that one part of a loan came back. What comes back is told beside the fund; what was promised does not grow by it. */
export const recordRepayment = action({
  name: 'record-repayment',
  says: 'Writes down that a part of a loan was paid back.',
  input: z.strictObject({ grant: id(), position: wholeNumber(1, 120), on: isoDate() }),
  refuses: ['already-recorded', 'signed-in-future'],
  run: async (doing, { grant: of, position, on }) => {
    const { tx, network, actor, refuse, absent, record } = doing;
    const grant = await knownGrant(doing, of);
    if (on > (await dayHere(doing))) refuse('signed-in-future', {}, 'on');
    const part = await tx.selectFrom('funding.repayment').selectAll().where('network_id', '=', network).where('grant_id', '=', of).where('position', '=', position).forUpdate().executeTakeFirst();
    if (!part) return absent();
    if (part.paid_on) refuse('already-recorded');
    await tx.updateTable('funding.repayment').set({ paid_on: on, recorded_by: actor.account }).where('network_id', '=', network).where('grant_id', '=', of).where('position', '=', position).execute();
    await record({ name: 'repayment-received', subject: of, body: { amount_minor: Number(part.amount_minor), currency: grant.currency } });
    return { grant: of };
  },
});
