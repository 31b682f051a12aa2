import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { action } from '../funding.ts';
import { knownFile } from './known-file.ts';

/** Says why two payments that look the same are both right. Never by who made the file (`own-file`); her name and words stay with it. */
export const settleDouble = action({
  name: 'settle-double',
  says: 'Says why two payments that look the same are both right.',
  input: z.strictObject({ double: id(), why: text(500).pipe(z.string().min(5)) }),
  refuses: ['own-file', 'already-settled'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record }, { double: of, why }) => {
    const row = await tx.selectFrom('funding.double').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', of).forUpdate().executeTakeFirst();
    if (!row) return absent();
    if (row.settled_by) refuse('already-settled');
    if (row.found_by === actor.account) refuse('own-file');
    await tx.updateTable('funding.double').set({ settled_by: actor.account, settled_at: now, settled_why: why }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'double-settled', subject: of, body: { why: row.why } });
    return { file: row.file_id };
  },
});

/** Approves a payment file that somebody else made (`own-file`) to accounts that others wrote (`own-account`) and nobody changed since (`account-changed`), once no doubles wait in it (`doubles-wait`). */
export const approvePaymentFile = action({
  name: 'approve-payment-file',
  says: 'Approves a payment file that somebody else made.',
  input: z.strictObject({ file: id() }),
  refuses: ['own-file', 'own-account', 'account-changed', 'doubles-wait', 'wrong-step'],
  run: async (doing, { file: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const file = await knownFile(doing, of);
    if (file.state !== 'made') refuse('wrong-step');
    if (file.made_by === actor.account) refuse('own-file');
    const waiting = await tx.selectFrom('funding.double').select('id').where('network_id', '=', network).where('file_id', '=', of).where('settled_by', 'is', null).executeTakeFirst();
    if (waiting) refuse('doubles-wait');
    const accounts = await tx.selectFrom('funding.payment as payment')
      .innerJoin('funding.payee as payee', (join) => join.onRef('payee.network_id', '=', 'payment.network_id').onRef('payee.grant_id', '=', 'payment.grant_id'))
      .where('payment.network_id', '=', network).where('payment.file_id', '=', of).select(['payee.set_by as by', 'payment.print', 'payee.print as now']).execute();
    if (accounts.some(({ by }) => by === actor.account)) refuse('own-account');
    if (accounts.length < file.lines || accounts.some(({ print, now: lately }) => !print.equals(lately))) refuse('account-changed');
    await tx.updateTable('funding.payment_file').set({ state: 'approved', approved_by: actor.account, approved_at: now }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'payment-file-approved', subject: of, body: { amount_minor: file.total, currency: file.currency, lines: file.lines } });
    return { file: of };
  },
});

/** Drops a payment file that did not leave: its tranches may go into another. */
export const dropPaymentFile = action({
  name: 'drop-payment-file',
  says: 'Drops a payment file that was not taken out.',
  input: z.strictObject({ file: id() }),
  refuses: ['wrong-step'],
  run: async (doing, { file: of }) => {
    const { tx, network, refuse, record } = doing;
    const file = await knownFile(doing, of);
    if (file.state !== 'made' && file.state !== 'approved') refuse('wrong-step');
    await tx.updateTable('funding.payment').set({ state: 'dropped' }).where('network_id', '=', network).where('file_id', '=', of).execute();
    await tx.updateTable('funding.payment_file').set({ state: 'dropped' }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'payment-file-dropped', subject: of, body: { lines: file.lines } });
    return { file: of };
  },
});
