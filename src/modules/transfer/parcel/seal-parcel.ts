import { createHash, randomBytes } from 'node:crypto';
import { openBytes, sealBytes } from '#core/crypto/envelope.ts';
import type { Vault } from '#core/crypto/vault.ts';
import type { ParcelContent } from './content.ts';
import { isWordKey, type WordKey, wordKey } from './word-key.ts';

const place = (parcel: string, n: number) => ({ table: 'transfer.piece', column: 'sealed', row: `${parcel}/${n}` }) as const;
const letterPlace = (parcel: string) => ({ table: 'transfer.piece', column: 'letter', row: parcel }) as const;
const herPlace = (parcel: string, person: string) => ({ person, table: 'transfer.piece', column: 'key', row: parcel }) as const;

/** The letter as the hub's box opens it: still shut by her words. Texts are base64. */
interface Letter {
  readonly salt: string;
  readonly check: string;
  readonly shut: string;
}

/**
 * Seals a parcel. Its pieces lie under a key of its own; that key lies under hers (so that erasing her erases it), this under the key her
 * words make, and the whole in a letter to the receiving hub's box. Without the words the hub opens a letter and reads nothing; without
 * the hub's key the words open nothing. Gives the pieces in order, the letter first, and their SHA-256.
 */
export async function sealParcel(
  vault: Vault, { parcel, person, to, words, content, files }: { parcel: string; person: string; to: string; words: readonly string[]; content: ParcelContent; files: readonly Buffer[] },
): Promise<{ pieces: readonly Buffer[]; digest: Buffer } | null> {
  const key = randomBytes(32);
  const salt = randomBytes(16);
  const made = await wordKey(words, salt);
  const hers = await vault.seal(herPlace(parcel, person), key.toString('base64'));
  const shut = sealBytes(made.key, letterPlace(parcel), Buffer.from(JSON.stringify({ person, hers: hers.toString('base64') })));
  await vault.makeLetterBox(to);
  const letter = await vault.sealTo(to, letterPlace(parcel), { salt: salt.toString('base64'), check: made.check.toString('base64'), shut: shut.toString('base64') } satisfies Letter);
  if (!letter) return null;
  const pieces = [letter, ...[Buffer.from(JSON.stringify(content)), ...files].map((plain, n) => sealBytes(key, place(parcel, n + 1), plain))];
  return { pieces, digest: digestOf(pieces) };
}

/** The fingerprint of a parcel's sealed pieces, which both hubs keep. */
export const digestOf = (pieces: readonly Buffer[]): Buffer => pieces.reduce((hash, piece) => hash.update(createHash('sha256').update(piece).digest()), createHash('sha256')).digest();

/** Opens the letter with the receiving hub's box and her words; null when either is wrong. The key is still sealed under hers. */
export async function openLetter(vault: Vault, { parcel, hub, letter, words }: { parcel: string; hub: string; letter: Buffer; words: readonly string[] }): Promise<{ person: string; hers: Buffer } | null> {
  const opened = (await vault.openLetterTo(hub, letterPlace(parcel), letter)) as Letter | null;
  if (!opened) return null;
  const made: WordKey = await wordKey(words, Buffer.from(opened.salt, 'base64'));
  if (!isWordKey(made, Buffer.from(opened.check, 'base64'))) return null;
  const { person, hers } = JSON.parse(openBytes(made.key, letterPlace(parcel), Buffer.from(opened.shut, 'base64')).toString('utf8')) as { person: string; hers: string };
  return { person, hers: Buffer.from(hers, 'base64') };
}

/** The parcel's own key, opened with hers; whoever opens it is noted among those who looked at her. */
export async function openHers(vault: Vault, parcel: string, person: string, hers: Buffer): Promise<Buffer> {
  return Buffer.from(await vault.open(herPlace(parcel, person), hers), 'base64');
}

/** What is written in a parcel. */
export const openContent = (key: Buffer, parcel: string, piece: Buffer): ParcelContent => JSON.parse(openBytes(key, place(parcel, 1), piece).toString('utf8')) as ParcelContent;

/** One document of a parcel. */
export const openFile = (key: Buffer, parcel: string, n: number, piece: Buffer): Buffer => openBytes(key, place(parcel, n), piece);
