import { z } from 'zod';
import { newId } from '#core/id.ts';
import { action } from '../evidence.ts';
import { readReceipt } from '../receipt/receipt.ts';

/**
 * Takes in the receipt of another network's figure of one month. It must be whole (no part, no single hub), signed by the key that was
 * agreed with that network, and its text unchanged; a second receipt of the same figure and month does not replace the first.
 */
export const takeReceipt = action({
  name: 'take-receipt',
  says: 'Takes in a figure of another network by its signed receipt.',
  input: z.strictObject({ receipt: z.string().trim().min(2).max(30_000) }),
  refuses: ['receipt-unreadable', 'receipt-altered', 'receipt-of-unknown', 'receipt-not-theirs', 'receipt-of-a-part', 'receipt-taken'],
  run: async ({ tx, network, now, actor, refuse, record }, { receipt }) => {
    const read = readReceipt(receipt);
    if (read.wrong) return refuse(read.wrong === 'unreadable' ? 'receipt-unreadable' : 'receipt-altered', {}, 'receipt');
    const { said, signed } = read;
    const other = await tx.selectFrom('evidence.other_network').select('public_key').where('network_id', '=', network).where('other_id', '=', said.network).executeTakeFirst();
    if (!other) return refuse('receipt-of-unknown', {}, 'receipt');
    if (!other.public_key.equals(signed.key)) refuse('receipt-not-theirs', {}, 'receipt');
    if (said.over !== 'network' || said.cut !== null || said.from !== said.to) refuse('receipt-of-a-part', {}, 'receipt');
    const same = await tx.selectFrom('evidence.taken_receipt').select('id').where('network_id', '=', network).where('other_id', '=', said.network).where('indicator', '=', said.indicator).where('month', '=', said.to).executeTakeFirst();
    if (same) refuse('receipt-taken', {}, 'receipt');
    const row = newId(now.getTime());
    await tx.insertInto('evidence.taken_receipt').values({
      network_id: network, id: row, other_id: said.network, indicator: said.indicator, month: said.to, value: said.value, definition: said.definition, body: signed.body, signature: signed.signature, taken_at: now, taken_by: actor.account,
    }).execute();
    await record({ name: 'receipt-taken-in', subject: row, body: { other: said.network, indicator: said.indicator, month: said.to, value: said.value } });
    return { receipt: row };
  },
});
