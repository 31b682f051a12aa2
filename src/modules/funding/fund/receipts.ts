import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, isoDate, text } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { action } from '../funding.ts';
import { amount, minorOf, plainAmount } from '../money.ts';
import { knownFund } from './known-fund.ts';
import { paidIn } from './paid-in.ts';

/** Writes down what a funder paid in, and gives the receipt its number, one after the other at the hub. Never more than was promised (`more-than-promised`): that takes an amendment first. */
export const issueReceipt = action({
  name: 'issue-receipt',
  says: 'Writes down what a funder paid in and issues its receipt.',
  input: z.strictObject({ fund: id(), received: amount(), received_on: isoDate(), proof: text(200).pipe(z.string().min(2)) }),
  refuses: ['fund-closed', 'amount-odd', 'more-than-promised', 'received-in-future'],
  run: async (doing, { fund: of, received, received_on, proof }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const fund = await knownFund(doing, of, true);
    if (fund.state === 'closed') refuse('fund-closed');
    const amount_minor = minorOf(received, fund.currency) || refuse('amount-odd', {}, 'received');
    const left = fund.amount - ((await paidIn(tx, network)).get(of) ?? 0);
    if (amount_minor > left) refuse('more-than-promised', { left: plainAmount(left, fund.currency) }, 'received');
    if (received_on > (await dayHere(doing))) refuse('received-in-future', {}, 'received_on');
    const receipt = newId(now.getTime());
    const { number } = await tx.insertInto('funding.receipt').values({
      network_id: network, id: receipt, hub_id: hub, fund_id: of, currency: fund.currency, amount_minor, received_on, paper: proof, recorded_by: actor.account!, recorded_at: now,
    }).returning('number').executeTakeFirstOrThrow();
    await record({ name: 'receipt-issued', subject: receipt, organization: fund.funder_id, body: { amount_minor, currency: fund.currency, fund: of, number } });
    return { fund: of, receipt, number };
  },
});

/** Takes a mistaken receipt back, with the reason: never by who wrote it (`own-receipt`). It keeps its number and stays readable. */
export const takeBackReceipt = action({
  name: 'take-back-receipt',
  says: 'Takes a mistaken receipt of a funder back.',
  input: z.strictObject({ fund: id(), receipt: id(), why: text(500).pipe(z.string().min(5)) }),
  refuses: ['own-receipt', 'receipt-taken-back'],
  run: async (doing, { fund: of, receipt, why }) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    const fund = await knownFund(doing, of, true);
    const row = await tx.selectFrom('funding.receipt').selectAll().where('network_id', '=', network).where('fund_id', '=', of).where('id', '=', receipt).forUpdate().executeTakeFirst() ?? absent();
    if (row.taken_back_by) refuse('receipt-taken-back', {}, 'receipt');
    if (row.recorded_by === actor.account) refuse('own-receipt', {}, 'receipt');
    await tx.updateTable('funding.receipt').set({ taken_back_by: actor.account, taken_back_at: now, taken_back_why: why }).where('network_id', '=', network).where('id', '=', receipt).execute();
    await record({ name: 'receipt-taken-back', subject: receipt, organization: fund.funder_id, body: { amount_minor: Number(row.amount_minor), currency: row.currency, fund: of, number: row.number } });
    return { fund: of };
  },
});
