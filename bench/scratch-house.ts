import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '#core/house.ts';
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

/** Fills a scratch house, says how long that took, measures in it and removes it. */
export async function inScratchHouse<B, R>(say: (line: string) => void, build: (house: House) => Promise<B>, measure: (house: House, built: B) => Promise<R>): Promise<R> {
  const hadina = await scratchHouse();
  try {
    const began = performance.now();
    const built = await build(hadina.house);
    say(`built in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
    return await measure(hadina.house, built);
  } finally {
    await hadina.close();
  }
}
