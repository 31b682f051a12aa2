import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, hubCard, organizationsByIds } from '#modules/network/public.ts';
import { query } from '../funding.ts';
import { knownFund } from './known-fund.ts';
import { paidIn } from './paid-in.ts';

/** What the receipt of a funder says on paper: which funder paid how much into which fund, on which day, and how much that makes in all. */
export const receiptSheet = query({
  name: 'receipt-sheet',
  says: 'The receipt of what a funder paid in, for printing.',
  input: z.strictObject({ fund: id(), receipt: id() }),
  run: async (asking, { fund: of, receipt }) => {
    const { tx, network, hub, absent } = asking;
    const fund = await knownFund(asking, of);
    const row = await tx.selectFrom('funding.receipt').selectAll().where('network_id', '=', network).where('fund_id', '=', of).where('id', '=', receipt).executeTakeFirst();
    if (!row) return absent();
    const [funder] = await organizationsByIds(tx, [fund.funder_id]);
    return {
      number: row.number, amount: Number(row.amount_minor), currency: row.currency, receivedOn: row.received_on, paper: row.paper, at: row.recorded_at, by: (await accountNames(tx, [row.recorded_by])).get(row.recorded_by) ?? null,
      takenBack: row.taken_back_by !== null, fund: fund.names, funder: funder?.names ?? {}, promised: fund.amount, soFar: (await paidIn(tx, network)).get(of) ?? 0, hub: (await hubCard(tx, hub)) ?? absent(),
    };
  },
});
