import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { changeAccount, transfer } from '#modules/ledger/public.ts';
import { newId } from '#core/id.ts';
import { freezeReasons, reasons, revokeReasons } from '../codes.ts';
import { action } from '../currency.ts';
import { holdBackVouchers, revokeVouchers } from '../voucher/end-vouchers.ts';
import { knownAid } from './known-aid.ts';

/** Freezes a wallet at once, as when its card is lost: nothing leaves it nor its paper vouchers, a refund still arrives. */
export const freezeAid = action({
  name: 'freeze-aid',
  says: 'Freezes the wallet of a household, as when its card is lost.',
  input: z.strictObject({ aid: id(), why: choice(freezeReasons) }),
  refuses: ['not-in-use'],
  run: async (doing, { aid: of, why }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const aid = await knownAid(doing, of);
    if (aid.state !== 'loaded') refuse('not-in-use');
    await changeAccount(doing, aid.book, of, { gives: false });
    await holdBackVouchers(doing, of, false);
    await tx.updateTable('currency.aid').set({ state: 'frozen', why, state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'aid-frozen', subject: of, person: aid.person_id, body: { why } });
    return { aid: of };
  },
});

/** Frees a frozen wallet: not by whoever froze it for a doubt, for then two look (`own-freeze`). */
export const thawAid = action({
  name: 'thaw-aid',
  says: 'Frees the wallet of a household that was frozen.',
  input: z.strictObject({ aid: id() }),
  refuses: ['not-frozen', 'own-freeze'],
  run: async (doing, { aid: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const aid = await knownAid(doing, of);
    if (aid.state !== 'frozen') refuse('not-frozen');
    if (aid.why === 'doubt' && aid.state_by === actor.account) refuse('own-freeze');
    await changeAccount(doing, aid.book, of, { gives: true });
    await holdBackVouchers(doing, of, true);
    await tx.updateTable('currency.aid').set({ state: 'loaded', why: null, state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'aid-thawed', subject: of, person: aid.person_id, body: {} });
    return { aid: of };
  },
});

/** Takes an aid back: what is free, on paper too, returns to the fund now, what is reserved when its payment is over. What was spent stays spent. */
export const revokeAid = action({
  name: 'revoke-aid',
  says: 'Takes aid of a household back: what is left returns to the fund.',
  input: z.strictObject({ aid: id(), why: choice(revokeReasons) }),
  refuses: ['not-in-use'],
  run: async (doing, { aid: of, why }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const aid = await knownAid(doing, of);
    if (aid.state !== 'loaded' && aid.state !== 'frozen') refuse('not-in-use');
    if (aid.state === 'frozen') await changeAccount(doing, aid.book, of, { gives: true });
    if (aid.free > 0) await transfer(doing, aid.book, { key: newId(), from: of, to: aid.programme_id, amount: aid.free, reason: reasons.revoked });
    const onPaper = await revokeVouchers(doing, of, aid.programme_id);
    await tx.updateTable('currency.aid').set({ state: 'revoked', why, state_at: now, state_by: actor.account }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'aid-revoked', subject: of, person: aid.person_id, body: { amount_minor: aid.free + onPaper, currency: aid.currency, programme: aid.programme_id, why } });
    return { aid: of };
  },
});
