import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id, listOf } from '#core/input.ts';
import { scaleOf } from '#core/money.ts';
import { action, type FundingTables } from '../funding.ts';
import { carrierNow } from './carriers.ts';
import { type ComparedPayment, findDoubles } from './find-doubles.ts';
import { payableTranches } from './payable.ts';

const watchedDays = 180;
/** Whoever takes the file out opens each person's account: as many as one may open in a day without being asked why (promise 10). */
const mostPersons = 40;

/**
 * Puts released tranches of one currency into a file for the bank. A tranche is in one living file only (`not-payable`). Payments that
 * look like another of the file or of the last six months are noted: the file then waits until somebody else says why they are right.
 */
export const makePaymentFile = action({
  name: 'make-payment-file',
  says: 'Makes a payment file of released tranches.',
  input: z.strictObject({ tranche: listOf(id()) }),
  refuses: ['nothing-chosen', 'not-payable', 'one-currency', 'no-account', 'file-too-long'],
  run: async (doing, { tranche }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const wanted = [...new Set(tranche)];
    if (wanted.length === 0) refuse('nothing-chosen', {}, 'tranche');
    await tx.selectFrom('funding.tranche').select('id').where('network_id', '=', network).where('hub_id', '=', hub).where('id', 'in', wanted).orderBy('id').forUpdate().execute();
    const payable = (await payableTranches(doing)).filter(({ id: each }) => wanted.includes(each));
    if (payable.length < wanted.length) refuse('not-payable', {}, 'tranche');
    const currency = payable[0]!.currency;
    if (payable.some((each) => each.currency !== currency)) refuse('one-currency', {}, 'tranche');
    if (payable.some(({ mark }) => mark === null)) refuse('no-account', {}, 'tranche');
    if (payable.filter(({ ofPerson }) => ofPerson).length > mostPersons) refuse('file-too-long', { most: mostPersons }, 'tranche');
    const file = newId(now.getTime());
    const number = await nextNumber(doing);
    const total_minor = payable.reduce((sum, { amount }) => sum + amount, 0);
    await tx.insertInto('funding.payment_file').values({
      network_id: network, id: file, hub_id: hub, number, currency, scale: scaleOf(currency), carrier: carrierNow.code, lines: payable.length, total_minor, made_by: actor.account!, made_at: now,
    }).execute();
    const payments = payable.map((each, at) => ({ ...each, id: newId(now.getTime()), tranche: each.id, reference: `HF${file.slice(-8).toUpperCase()}-${String(at + 1).padStart(4, '0')}`, mark: each.mark!, print: each.print! }));
    const found = findDoubles(payments, await paidLately(doing, payments));
    await tx.insertInto('funding.payment').values(payments.map((each) => ({
      network_id: network, id: each.id, hub_id: hub, file_id: file, grant_id: each.grant, tranche_id: each.tranche, amount_minor: each.amount, reference: each.reference, mark: each.mark, print: each.print,
    }))).execute();
    if (found.length > 0) {
      await tx.insertInto('funding.double').values(found.map(({ payment, other, why }) => ({
        network_id: network, id: newId(now.getTime()), hub_id: hub, file_id: file, payment_id: payment, other_id: other, why, found_by: actor.account!,
      }))).execute();
    }
    await record({ name: 'payment-file-made', subject: file, body: { amount_minor: total_minor, currency, lines: payments.length, doubles: found.length } });
    return { file, doubles: found.length };
  },
});

// The row of the hub's last file is held: two files made at once get two numbers.
async function nextNumber({ tx, network, hub }: Doing<FundingTables>): Promise<number> {
  const last = await tx.selectFrom('funding.payment_file').select('number').where('network_id', '=', network).where('hub_id', '=', hub).orderBy('number', 'desc').limit(1).forUpdate().executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

/** Payments of the last months, made or paid, that share an account or a payee with the new ones. */
async function paidLately({ tx, network, now }: Doing<FundingTables>, fresh: readonly ComparedPayment[]): Promise<ComparedPayment[]> {
  const since = new Date(now.getTime() - watchedDays * 86_400_000);
  const payees = fresh.flatMap(({ payee }) => payee ?? []);
  const rows = await tx.selectFrom('funding.payment as payment')
    .innerJoin('funding.payment_file as file', (join) => join.onRef('file.network_id', '=', 'payment.network_id').onRef('file.id', '=', 'payment.file_id'))
    .leftJoin('funding.payee as payee', (join) => join.onRef('payee.network_id', '=', 'payment.network_id').onRef('payee.grant_id', '=', 'payment.grant_id'))
    .where('payment.network_id', '=', network).where('payment.state', 'in', ['ready', 'paid']).where('file.made_at', '>=', since)
    .where((eb) => eb.or([
      eb('payment.mark', 'in', fresh.map(({ mark }) => mark)),
      ...(payees.length > 0 ? [eb('payee.person_id', 'in', payees), eb('payee.organization_id', 'in', payees)] : []),
    ]))
    .select(['payment.id', 'payment.grant_id as grant', 'payment.mark', 'payee.person_id as person', 'payee.organization_id as body', 'payment.amount_minor as amount']).execute();
  return rows.map(({ person, body, amount, ...row }) => ({ ...row, payee: body ?? person, amount: Number(amount) }));
}
