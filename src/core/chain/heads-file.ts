import { readFile } from 'node:fs/promises';
import type { ChainPlace } from './chain-place.ts';

/** A head as it was published outside the database. */
export interface PublishedHead {
  readonly place: ChainPlace;
  readonly network: string;
  readonly seq: bigint;
  readonly hash: Buffer;
  readonly signature: Buffer;
}

/** Reads the heads published so far; an absent file means none. */
export async function readHeads(file: string): Promise<readonly PublishedHead[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter(Boolean).map((line) => {
    const [place, network, seq, hash, signature] = line.split(' ') as [ChainPlace, string, string, string, string];
    return { place, network, seq: BigInt(seq), hash: Buffer.from(hash, 'hex'), signature: Buffer.from(signature, 'base64url') };
  });
}
