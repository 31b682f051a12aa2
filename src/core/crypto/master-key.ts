import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuseForDisk, StartRefusal } from '../start/start-refusal.ts';

/**
 * The one secret of this Hadina, from which every other key is derived: HADINA_KEY_FILE, else `master.key` in the folder.
 * Made on the first start (32 random bytes in base64, mode 0600). Refused when other users can read it (`key-readable`),
 * when it is weak (`key-weak`), and when it is gone while its database is still there (`key-lost`).
 */
export async function loadMasterKey(home: string, env: { HADINA_KEY_FILE?: string | undefined } = process.env): Promise<Buffer> {
  const file = env.HADINA_KEY_FILE ? resolve(env.HADINA_KEY_FILE) : join(home, 'master.key');
  if (!existsSync(file)) {
    if (env.HADINA_KEY_FILE) throw new StartRefusal('key-missing', { file });
    if (existsSync(join(home, 'postgres'))) throw new StartRefusal('key-lost', { file, folder: home });
    await makeKey(file);
  }
  return readKey(file);
}

/** A key of 32 bytes for one purpose (HKDF-SHA256): the same label always gives the same key, two labels never do. */
export function derive(master: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, 'hadina', label, 32));
}

async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    // A link appears whole or not at all: of two first starts at once, both read the same key.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } catch (error) {
    refuseForDisk(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKey(file: string): Promise<Buffer> {
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && mode & 0o077) {
    throw new StartRefusal('key-readable', { file, mode: (mode & 0o777).toString(8) });
  }
  const text = (await readFile(file, 'utf8')).trim();
  const key = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/]+=*$/.test(text) || key.length < 32 || new Set(key).size < 16) throw new StartRefusal('key-weak', { file });
  return key;
}
