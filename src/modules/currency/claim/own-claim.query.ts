import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../currency.ts';
import { ownMerchants } from '../merchant/known-merchant.ts';

/** One claim of the reader's own shop: its amount and its steps. Of what it is made, and who at the hub did each step, is not told. */
export const ownClaim = query({
  name: 'own-claim',
  says: 'Shows one claim of my shop and its steps.',
  input: z.strictObject({ claim: id() }),
  run: async (asking, { claim: of }) => {
    const { tx, network, absent } = asking;
    const mine = (await ownMerchants(asking)).map(({ id: each }) => each);
    if (mine.length === 0) return absent();
    const claim = (await tx.selectFrom('currency.claim').select(['number', 'currency', 'amount_minor', 'state', 'settlement_id', 'bank_line as bankLine']).where('network_id', '=', network).where('merchant_id', 'in', mine).where('id', '=', of).executeTakeFirst()) ?? absent();
    const steps = await tx.selectFrom('currency.claim_step').select(['id', 'state', 'at', 'why']).where('network_id', '=', network).where('claim_id', '=', of).orderBy('at').orderBy('id').execute();
    const { amount_minor, settlement_id, ...shown } = claim;
    return { id: of, ...shown, amount: Number(amount_minor), mayObject: claim.state === 'submitted' || claim.state === 'paid' || (claim.state === 'validated' && settlement_id === null), steps };
  },
});
