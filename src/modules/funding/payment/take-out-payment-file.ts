import { createHash } from 'node:crypto';
import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { action, query } from '../funding.ts';
import { carrierOf } from './carriers.ts';
import { knownFile } from './known-file.ts';
import { paymentLines } from './payment-lines.ts';
import { asWorkbook } from './workbook.ts';

const nameOf = (file: { readonly number: number; readonly made_at: Date }): string => `hadina-payments-${file.made_at.toISOString().slice(0, 10)}-${file.number}`;

/**
 * Takes an approved file out to the bank, once: neither by who made it nor by who approved it (`third-hand`). The hash of its bytes is
 * kept. `account-changed`: an account is another than when the file was made; `file-taken-out`: it left already, what is needed
 * again is opened with the same bytes.
 */
export const takeOutPaymentFile = action({
  name: 'take-out-payment-file',
  says: 'Takes an approved payment file out to the bank, once.',
  input: z.strictObject({ file: id() }),
  refuses: ['third-hand', 'wrong-step', 'file-taken-out', 'account-changed'],
  purpose: 'other',
  run: async (doing, { file: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const file = await knownFile(doing, of);
    if (file.state === 'taken_out' || file.state === 'answered') refuse('file-taken-out');
    if (file.state !== 'approved') refuse('wrong-step');
    if (file.made_by === actor.account || file.approved_by === actor.account) refuse('third-hand');
    const lines = (await paymentLines(doing, file)) ?? refuse('account-changed');
    const sha256 = createHash('sha256').update(carrierOf(file.carrier).write(lines, nameOf(file)).bytes).digest();
    await tx.updateTable('funding.payment_file').set({ state: 'taken_out', executed_by: actor.account, executed_at: now, sha256 }).where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'payment-file-taken-out', subject: of, body: { amount_minor: file.total, currency: file.currency, lines: file.lines, sha256: sha256.toString('hex') } });
    return { file: of };
  },
});

/** The bytes of a file that was taken out, the same as that day, for who took it out; as a workbook too. Nothing when they would be others. */
export const paymentFileContent = query({
  name: 'payment-file-content',
  says: 'The payment file as it went to the bank.',
  input: z.strictObject({ file: id(), format: maybe(choice(['csv', 'xlsx'])) }),
  purpose: 'other',
  run: async (asking, { file: of, format }) => {
    const file = await knownFile(asking, of, false);
    if (!file.sha256 || file.executed_by !== asking.actor.account) return asking.absent();
    const lines = await paymentLines(asking, file);
    if (!lines) return asking.absent();
    const written = carrierOf(file.carrier).write(lines, nameOf(file));
    if (!createHash('sha256').update(written.bytes).digest().equals(file.sha256)) return asking.absent();
    if (format === 'xlsx') return asWorkbook(lines, nameOf(file));
    return { content: written.bytes.toString('base64'), mediaType: written.mediaType, fileName: written.fileName };
  },
});
