import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { dayHere } from '#modules/network/public.ts';
import { action } from '../funding.ts';
import type { AnswerFault } from './carrier.ts';
import { carrierOf } from './carriers.ts';
import { knownFile } from './known-file.ts';

const input = z.strictObject({
  file: id(),
  answer: z.preprocess((value) => (value === '' ? undefined : value), z.string().max(1_400_000).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' })),
});

/**
 * Brings the bank's answer to a file: each line says that a payment was paid or came back. Only here a tranche becomes paid. The same
 * answer twice is refused (`answer-known`), as is one that is neither CSV nor a plain workbook (`answer-kind`), with a line that cannot be read
 * (`answer-unreadable`, with its number) or that has merged cells (`answer-merged`), of another file, or about a payment already answered (`answer-of-another`); then nothing of it is taken.
 */
export const bringBankAnswer = action({
  name: 'bring-bank-answer',
  says: 'Brings the bank’s answer to a payment file.',
  input,
  refuses: ['wrong-step', 'answer-known', 'answer-kind', 'answer-unreadable', 'answer-merged', 'answer-of-another', 'answer-in-future'],
  run: async (doing, { file: of, answer }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const file = await knownFile(doing, of);
    const bytes = Buffer.from(answer, 'base64');
    const sha256 = createHash('sha256').update(bytes).digest();
    if (await tx.selectFrom('funding.bank_answer').select('id').where('network_id', '=', network).where('sha256', '=', sha256).executeTakeFirst()) refuse('answer-known', {}, 'answer');
    if (file.state !== 'taken_out') refuse('wrong-step');
    const read = await carrierOf(file.carrier).read(bytes);
    if (isFault(read)) return refuse(read.fault === 'kind' ? 'answer-kind' : read.fault === 'merged' ? 'answer-merged' : 'answer-unreadable', { line: read.line, fault: read.fault }, 'answer');
    const payments = await tx.selectFrom('funding.payment').select(['id', 'reference', 'amount_minor']).where('network_id', '=', network).where('file_id', '=', of).where('state', '=', 'ready').execute();
    const known = new Map(payments.map((payment) => [payment.reference, payment]));
    const odd = read.findIndex(({ reference }, at) => !known.has(reference) || read.findIndex((other) => other.reference === reference) < at);
    if (odd >= 0 || read.length === 0) refuse('answer-of-another', { line: read[odd]?.line ?? 1 }, 'answer');
    const today = await dayHere(doing);
    if (read.some(({ day }) => day > today)) refuse('answer-in-future', {}, 'answer');
    const answered = newId(now.getTime());
    const paid = read.filter(({ state }) => state === 'paid');
    await tx.insertInto('funding.bank_answer').values({ network_id: network, id: answered, hub_id: hub, file_id: of, sha256, brought_at: now, brought_by: actor.account!, paid: paid.length, rejected: read.length - paid.length }).execute();
    await tx.insertInto('funding.bank_line').values(read.map(({ reference, state, day, reason }) => ({ network_id: network, hub_id: hub, payment_id: known.get(reference)!.id, answer_id: answered, state, day, reason }))).execute();
    if (read.length === payments.length) await tx.updateTable('funding.payment_file').set({ state: 'answered' }).where('network_id', '=', network).where('id', '=', of).execute();
    const paid_minor = paid.reduce((sum, { reference }) => sum + Number(known.get(reference)!.amount_minor), 0);
    await record({ name: 'bank-answered', subject: of, body: { paid: paid.length, rejected: read.length - paid.length, paid_minor, currency: file.currency } });
    return { file: of, paid: paid.length, rejected: read.length - paid.length };
  },
});

const isFault = (read: readonly unknown[] | AnswerFault): read is AnswerFault => 'fault' in read;
