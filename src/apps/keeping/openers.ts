import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import type { Opener } from '#core/keeping/read-archive.ts';
import { houseOpener, isRecoveryKey } from '#core/keeping/recovery-key.ts';
import { InvalidInput } from '#core/refusal.ts';

const RECOVERY = /AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+/i;

/**
 * What may open a backup here: the recovery key of `--key FILE` or HADINA_RECOVERY_KEY, and the master key if this machine has one.
 * A key file without a key in it is bad input.
 */
export async function openersFor(home: string, keyFile: string | undefined, env: NodeJS.ProcessEnv = process.env): Promise<Opener[]> {
  const written = keyFile ? await readFile(resolve(keyFile), 'utf8').catch(() => '') : (env.HADINA_RECOVERY_KEY ?? '');
  const recovery = RECOVERY.exec(written)?.[0].toUpperCase();
  if (written.trim() ? !recovery || !(await isRecoveryKey(recovery)) : keyFile) throw new InvalidInput([{ field: 'key', code: 'not-understood', values: {} }]);
  const master = env.HADINA_KEY_FILE || existsSync(join(home, 'master.key')) ? await loadMasterKey(home, env) : undefined;
  return [...(recovery ? [recovery] : []), ...(master ? [await houseOpener(master)] : [])];
}
