import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isReceipt, type SignedReceipt } from '#core/crypto/receipt.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** What a receipt says of one figure. `figure` and the events only of a figure that was printed; `value` is null when it was kept back. */
export const receiptBody = z.strictObject({
  hadina_receipt: z.literal(1),
  network: z.uuid(),
  figure: z.uuid().nullable(),
  indicator: z.string().min(1).max(60),
  names: z.record(z.string().max(3), z.string().max(400)),
  unit: z.string().max(40),
  definition: z.string().min(2).max(10_000),
  definition_digest: digest,
  version: z.int().min(1).nullable(),
  over: z.enum(['hub', 'network']),
  hub: z.uuid().nullable(),
  from: month,
  to: month,
  cut: z.string().max(40).nullable(),
  cut_key: z.string().max(60).nullable(),
  value: z.string().regex(/^\d{1,16}\.\d{4}$/).nullable(),
  suppression: z.enum(['exact', 'small-kept-back']),
  events: z.int().min(0).nullable(),
  events_digest: digest.nullable(),
  head_seq: z.int().min(1).nullable(),
  head_hash: digest.nullable(),
  said_at: z.iso.datetime(),
});
export type ReceiptBody = z.output<typeof receiptBody>;

const file = z.strictObject({ body: z.string().min(2).max(20_000), signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/), key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });

/** A definition as one text gives this digest: SHA-256 of the version, a space and the text; without a version of the text alone. */
export const digestOfDefinition = (definition: string, version: number | null): string =>
  createHash('sha256').update(version === null ? definition : `${version} ${definition}`).digest('hex');

/** The file an outsider keeps: the text as it was signed, the signature and the key, both base64url. */
export const receiptFile = ({ body, signature, key }: SignedReceipt): string =>
  `${JSON.stringify({ body, signature: signature.toString('base64url'), key: key.toString('base64url') }, null, 1)}\n`;

/** What was found of a receipt file: what it says and by whom it was signed, or what is wrong with it. Needs neither database nor network. */
export type ReceiptRead = { readonly wrong: 'unreadable' | 'signature' | 'definition' } | { readonly wrong: null; readonly said: ReceiptBody; readonly signed: SignedReceipt };

/** Reads a receipt file and checks all that can be checked without asking anybody. */
export function readReceipt(text: string): ReceiptRead {
  const read = file.safeParse(parsed(text));
  if (!read.success) return { wrong: 'unreadable' };
  const signed = { body: read.data.body, signature: Buffer.from(read.data.signature, 'base64url'), key: Buffer.from(read.data.key, 'base64url') };
  if (!isReceipt(signed)) return { wrong: 'signature' };
  const said = receiptBody.safeParse(parsed(signed.body));
  if (!said.success) return { wrong: 'unreadable' };
  if (digestOfDefinition(said.data.definition, said.data.version) !== said.data.definition_digest) return { wrong: 'definition' };
  return { wrong: null, said: said.data, signed };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
