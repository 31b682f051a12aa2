import { z } from 'zod';
import { id } from '#core/input.ts';
import { knownAid } from '../aid/known-aid.ts';
import { query } from '../currency.ts';

/** What an aid put on paper: its sheets, and where each voucher stands. */
export const voucherList = query({
  name: 'voucher-list',
  says: 'Shows the paper vouchers of an aid and where each stands.',
  input: z.strictObject({ aid: id() }),
  run: async (asking, { aid: of }) => {
    const { tx, network } = asking;
    const aid = await knownAid(asking, of, false);
    const batches = await tx.selectFrom('currency.voucher_batch').select(['id', 'pieces', 'drawn_at']).where('network_id', '=', network).where('aid_id', '=', of).orderBy('id', 'desc').execute();
    const rows = await tx.selectFrom('currency.voucher').select(['id', 'batch_id', 'serial', 'amount_minor', 'paid_minor', 'state', 'state_at']).where('network_id', '=', network).where('wallet_id', '=', of).orderBy('batch_id', 'desc').orderBy('serial').execute();
    return {
      aid: of, names: aid.names, currency: aid.currency, free: aid.free, until: aid.expires_on!, open: aid.state === 'loaded',
      batches: batches.map(({ id: batch, pieces, drawn_at }) => ({ id: batch, pieces, at: drawn_at, issued: rows.filter(({ batch_id, state }) => batch_id === batch && state === 'issued').length })),
      vouchers: rows.map(({ id: voucher, serial, amount_minor, paid_minor, state, state_at }) => ({ id: voucher, serial, amount: Number(amount_minor), paid: paid_minor === null ? null : Number(paid_minor), state, at: state_at })),
    };
  },
});
