import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, text } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { transfer } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { knownInstrument } from '../instrument/known-instrument.ts';
import { circulateRefusals, whyNotCirculate } from './may-circulate.ts';

/**
 * Approves that somebody is given units of a local currency for money of hers, with the paper that shows it came: a person's account, or a shop's. Nothing moves
 * yet. Aid is never loaded so: refuses `not-currency` for its instrument, `no-account` for an account that is not of this book, and what stands against circulating.
 */
export const approvePurchase = action({
  name: 'approve-purchase',
  says: 'Approves that units of a local currency are given for money that came in.',
  input: z.strictObject({ instrument: id(), account: id(), amount: decimal(), proof: text(300) }),
  refuses: ['not-currency', 'no-account', 'amount-odd', 'proof-too-short', ...circulateRefusals],
  run: async (doing, { instrument: of, account, amount, proof }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const instrument = await knownInstrument(doing, of);
    if (instrument.kind !== 'currency') refuse('not-currency');
    const amount_minor = minorOf(amount, scaleOf(instrument.currency)) || refuse('amount-odd', {}, 'amount');
    if (proof.length < 3) refuse('proof-too-short', {}, 'proof');
    const holders = [
      await tx.selectFrom('currency.local_wallet').select('id').where('network_id', '=', network).where('instrument_id', '=', of).where('id', '=', account).executeTakeFirst(),
      await tx.selectFrom('currency.merchant_account').select('id').where('network_id', '=', network).where('instrument_id', '=', of).where('id', '=', account).executeTakeFirst(),
    ];
    if (!holders.some(Boolean)) refuse('no-account', {}, 'account');
    const against = await whyNotCirculate(tx, { network, hub, instrument: of, now });
    if (against) refuse(against);
    const purchase = newId(now.getTime());
    await tx.insertInto('currency.purchase').values({ network_id: network, id: purchase, hub_id: hub, instrument_id: of, account_id: account, amount_minor, proof, approved_by: actor.account ?? absent(), approved_at: now }).execute();
    await record({ name: 'purchase-approved', subject: purchase, body: { amount_minor, currency: instrument.currency, instrument: of } });
    return { purchase, instrument: of };
  },
});

/** Takes approved money in and gives the units, by somebody else than who approved it (`own-approval`); once (`loaded-already`). */
export const takePurchase = action({
  name: 'take-purchase',
  says: 'Takes approved money in and gives the units of the local currency for it.',
  input: z.strictObject({ purchase: id() }),
  refuses: ['own-approval', 'loaded-already', ...circulateRefusals],
  run: async (doing, { purchase: of }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    const row = await tx.selectFrom('currency.purchase').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).executeTakeFirst();
    if (!row) return absent();
    if (row.number !== null) refuse('loaded-already');
    if (actor.account === null || row.approved_by === actor.account) refuse('own-approval');
    const book = row.instrument_id;
    const against = await whyNotCirculate(tx, { network, hub, instrument: book, now });
    if (against) refuse(against);
    const number = await transfer(doing, book, { key: of, from: book, to: row.account_id, amount: Number(row.amount_minor), reason: reasons.bought });
    const done = await tx.updateTable('currency.purchase').set({ taken_by: actor.account, taken_at: now, number }).where('network_id', '=', network).where('id', '=', of).where('number', 'is', null).executeTakeFirst();
    if (Number(done.numUpdatedRows) === 0) refuse('loaded-already');
    const { currency } = await knownInstrument(doing, book);
    await record({ name: 'purchase-taken', subject: of, body: { amount_minor: Number(row.amount_minor), currency, instrument: book, number } });
    return { purchase: of, instrument: book };
  },
});
