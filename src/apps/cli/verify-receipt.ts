import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { isSigned } from '#core/chain/signing.ts';
import { readHeads } from '#core/chain/heads-file.ts';
import { publicKeyOf } from '#core/crypto/receipt.ts';
import { InvalidInput } from '#core/refusal.ts';
import { readReceipt } from '#modules/evidence/public.ts';

/** What the outsider brings besides the file. */
export interface ReceiptOptions {
  readonly key?: string;
  readonly heads?: string;
}

/** What was found of a receipt. `head`: whether its seal stands among the heads that were brought; null when none were. */
export interface ReceiptVerdict {
  readonly good: boolean;
  readonly wrong: 'unreadable' | 'signature' | 'definition' | 'key' | 'head' | null;
  readonly network: string | null;
  readonly indicator: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly value: string | null;
  readonly key: string | null;
  readonly head: boolean | null;
}

/** `hadina verify receipt FILE`: is this what was signed, by whom, and does its seal stand? Opens no database and asks nobody. */
export async function verifyReceipt(program: Command, file: string | undefined, options: ReceiptOptions): Promise<void> {
  if (file === undefined) throw new InvalidInput([{ field: 'file', code: 'not-understood', values: {} }]);
  const verdict = await judgeReceipt(await readFile(file, 'utf8'), options);
  process.stdout.write(program.opts().json ? `${JSON.stringify(verdict)}\n` : `${lineOf(verdict)}\n`);
  if (!verdict.good) process.exitCode = 3;
}

/** Holds the text of a receipt against its own signature, the key and the published heads that were brought. A head counts only when the same key signed it. */
export async function judgeReceipt(text: string, { key: wanted, heads: headsFile }: ReceiptOptions): Promise<ReceiptVerdict> {
  const read = readReceipt(text);
  if (read.wrong) return { good: false, wrong: read.wrong, network: null, indicator: null, from: null, to: null, value: null, key: null, head: null };
  const { network, indicator, from, to, value, head_seq: seq, head_hash: hash } = read.said;
  const key = read.signed.key.toString('base64url');
  const signer = publicKeyOf(read.signed.key);
  const head = headsFile === undefined ? null : (await readHeads(headsFile)).some((one) =>
    one.place === 'core' && one.network === network && Number(one.seq) === seq && one.hash.toString('hex') === hash && isSigned(signer, network, one.seq, one.hash, one.signature));
  const wrong = wanted !== undefined && wanted !== key ? 'key' : head === false ? 'head' : null;
  return { good: wrong === null, wrong, network, indicator, from, to, value, key, head };
}

const faults: Readonly<Record<NonNullable<ReceiptVerdict['wrong']>, string>> = {
  unreadable: 'NOT A RECEIPT, or not the whole of it', signature: 'CHANGED since it was signed', definition: 'CHANGED: its definition is not the one whose digest it carries',
  key: 'SIGNED BY ANOTHER KEY than the one expected', head: 'ITS SEAL IS NOT among the published heads',
};

const lineOf = ({ wrong, network, indicator, from, to, value, key, head }: ReceiptVerdict): string =>
  wrong ? faults[wrong]
    : `${indicator} ${from === to ? to : `${from} to ${to}`}: ${value === null ? 'kept back' : Number(value)}; network ${network}, signed by key ${key}${head ? ', its seal stands among the published heads' : ', its seal was not compared'}`;
