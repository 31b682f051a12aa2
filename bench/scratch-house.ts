import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHadina, type OpenHadina } from '#apps/open-hadina.ts';

/** A Hadina of its own in a new folder, removed when closed. Its folder is handed to child processes as HADINA_HOME. */
export async function scratchHouse(): Promise<OpenHadina> {
  const folder = mkdtempSync(join(tmpdir(), 'hadina-bench-'));
  chmodSync(folder, 0o711);
  const hadina = await openHadina({ as: 'supervisor', env: { ...process.env, HADINA_HOME: folder, DATABASE_URL: undefined } });
  return {
    ...hadina,
    close: async () => {
      await hadina.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
