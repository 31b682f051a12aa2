import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, wholeNumber } from '#core/input.ts';
import { decimal, minorOf, scaleOf } from '#core/money.ts';
import { openAccounts, transferAll } from '#modules/ledger/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { knownAid } from '../aid/known-aid.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { voucherCode, voucherLink } from './voucher-code.ts';

/**
 * Puts a part of an aid on paper: vouchers of one amount, each an account of its own that is filled from the wallet of the household. They end when the aid ends
 * and buy what it buys; a household that was not judged can be given none. Refuses `not-in-use`, `amount-odd`, `not-enough-left`.
 */
export const drawVouchers = action({
  name: 'draw-vouchers',
  says: 'Puts a part of the aid of a household on paper vouchers.',
  input: z.strictObject({ aid: id(), pieces: wholeNumber(1, 60), amount: decimal() }),
  refuses: ['not-in-use', 'amount-odd', 'not-enough-left'],
  run: async (doing, { aid: of, pieces, amount: typed }) => {
    const { tx, network, now, actor, blind, refuse, record } = doing;
    const aid = await knownAid(doing, of);
    if (aid.state !== 'loaded' || aid.expires_on! < (await dayHere(doing))) refuse('not-in-use');
    const amount = minorOf(typed, scaleOf(aid.currency)) || refuse('amount-odd', {}, 'amount');
    if (amount * pieces > aid.free) refuse('not-enough-left', {}, 'amount');
    const batch = newId(now.getTime());
    const terms = Array.from({ length: pieces }, () => ({ id: newId(now.getTime()), book: aid.book, wallet: of, currency: aid.currency, amount, until: aid.expires_on! }));
    await openAccounts(doing, aid.book, terms.map(({ id: voucher }) => ({ id: voucher, kind: 'voucher', holder: aid.programme_id })));
    await transferAll(doing, aid.book, terms.map(({ id: voucher }) => ({ kind: 'move', key: voucher, from: of, to: voucher, amount, reason: reasons.drawn })));
    await tx.insertInto('currency.voucher_batch').values({
      network_id: network, id: batch, hub_id: aid.hub_id, aid_id: of, person_id: aid.person_id, book_id: aid.book, pieces, amount_minor: amount, expires_on: aid.expires_on!, drawn_at: now, drawn_by: actor.account,
    }).execute();
    await tx.insertInto('currency.voucher').values(terms.map((each, place) => ({
      network_id: network, id: each.id, hub_id: aid.hub_id, batch_id: batch, book_id: aid.book, wallet_id: of, serial: place + 1, amount_minor: amount, expires_on: each.until, hash: voucherLink(voucherCode(blind, each)),
      state: 'issued' as const, state_at: now, state_by: actor.account,
    }))).execute();
    await record({ name: 'vouchers-drawn', subject: batch, person: aid.person_id, body: { amount_minor: amount * pieces, currency: aid.currency, programme: aid.programme_id, pieces } });
    return { aid: of, batch };
  },
});
