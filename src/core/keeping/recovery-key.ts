import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createHash, webcrypto } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { derive } from '../crypto/master-key.ts';
import { refuseForDisk } from '../start/start-refusal.ts';

// RFC 8410: the fixed DER prefix of an X25519 private key, followed by its 32 bytes.
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The key by which a house opens its own backups without anybody typing: derived from the master key. */
export const houseOpener = (master: Buffer): Promise<CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', Buffer.concat([PKCS8, derive(master, 'backup')]), { name: 'X25519' }, true, ['deriveBits']) as Promise<CryptoKey>;

/** For whom a house seals what it opens itself. */
export const houseRecipient = async (master: Buffer): Promise<string> => identityToRecipient(await houseOpener(master));

/** What a backup says of the master key it belongs to: enough to compare, nothing to open with. */
export const fingerprintOf = (master: Buffer): string => createHash('sha256').update(derive(master, 'fingerprint')).digest('hex').slice(0, 32);

/** For whom backups of this folder are sealed, and the recovery key when it was made just now: it is shown once and kept nowhere. */
export interface Recovery {
  readonly recipients: readonly string[];
  readonly recoveryKey: string | null;
  /** Notes the public half of a new key; called once its backup is written, so that no key counts that nobody was shown. */
  keep(): Promise<void>;
}

/**
 * The recipients of a backup: the house itself and the recovery key, whose public half lies in `recovery.txt`. Made with the first
 * backup, and anew when the paper was lost.
 */
export async function recoveryOf(home: string, master: Buffer, anew = false): Promise<Recovery> {
  const own = await houseRecipient(master);
  const file = join(home, 'recovery.txt');
  const known = anew ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (known) return { recipients: [own, known.trim()], recoveryKey: null, keep: async () => {} };
  const recoveryKey = await generateX25519Identity();
  const recipient = await identityToRecipient(recoveryKey);
  const keep = () => writeFile(file, `${recipient}\n`, { mode: 0o600 }).catch((error) => refuseForDisk(error, home));
  return { recipients: [own, recipient], recoveryKey, keep };
}

/** Is this a recovery key, whole and without a slip of the pen? Its last letters are a checksum. */
export const isRecoveryKey = (text: string): Promise<boolean> => identityToRecipient(text).then(() => true, () => false);
