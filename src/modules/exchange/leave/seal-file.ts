import { Readable } from 'node:stream';
import { Encrypter } from 'age-encryption';

/** Each guess of the words costs 32 MB and a tenth of a second; the words themselves are 98 random bits. */
const scryptWorkFactor = 15;

/** Seals a file while it is written, for whoever has the words (age, https://age-encryption.org/v1). */
export async function sealFile(file: Readable, words: string): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(scryptWorkFactor);
  encrypter.setPassphrase(words);
  return encrypter.encrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>);
}
