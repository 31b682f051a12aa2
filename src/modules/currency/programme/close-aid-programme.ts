import { z } from 'zod';
import { id } from '#core/input.ts';
import { changeAccount, transfer } from '#modules/ledger/public.ts';
import { reasons } from '../codes.ts';
import { action } from '../currency.ts';
import { knownProgramme } from './known-programme.ts';
import { sumsOf } from './sums-of.ts';

/** Closes a programme once no wallet holds anything (`wallets-open`): what is left in its fund goes back to the funder, and nothing moves in it any more. */
export const closeAidProgramme = action({
  name: 'close-aid-programme',
  says: 'Closes an aid programme whose wallets are empty, and gives the rest back to the funder.',
  input: z.strictObject({ programme: id() }),
  refuses: ['wallets-open', 'programme-over'],
  run: async (doing, { programme: of }) => {
    const { tx, network, now, refuse, record } = doing;
    const programme = await knownProgramme(doing, of);
    if (programme.closed_at) refuse('programme-over');
    const sums = await sumsOf(tx, network, { book: programme.instrument_id, programme: of });
    if (sums.balance > 0 || sums.held > 0) refuse('wallets-open');
    if (sums.fund > 0) await transfer(doing, programme.instrument_id, { key: of, from: of, to: programme.instrument_id, amount: sums.fund, reason: reasons.returned });
    await changeAccount(doing, programme.instrument_id, of, { gives: false });
    await tx.updateTable('currency.programme').set({ closed_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'aid-programme-closed', subject: of, body: { amount_minor: sums.fund, currency: programme.currency } });
    return { programme: of };
  },
});
