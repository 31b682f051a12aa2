import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUser, giveToDatabase } from '#core/db/embedded/database-user.ts';
import { prepareEngine } from '#core/db/embedded/engine.ts';
import { runProgram } from '#core/db/embedded/run-program.ts';
import { startDatabase } from '#core/db/start-database.ts';
import { withFolder } from './own-folder.ts';

/** Makes a database without checksums in a folder of its own and gives the code with which Hadina refuses to start on it. */
export const startWithoutChecksums = (): Promise<string> =>
  withFolder(async (home) => {
    const { initdb } = await prepareEngine(home);
    const password = join(home, 'password');
    await writeFile(password, 'invented\n', { mode: 0o600 });
    await giveToDatabase(password);
    if (databaseUser()) await chmod(home, 0o777);
    await runProgram(initdb, ['-D', join(home, 'postgres'), '--no-data-checksums', '-U', 'hadina_owner', '-A', 'scram-sha-256', `--pwfile=${password}`, '-N'], home);
    try {
      const started = await startDatabase({ home, keys: Buffer.alloc(32, 1) });
      await started.stop();
      return 'started';
    } catch (error) {
      return String((error as { code?: string }).code ?? error);
    }
  });
