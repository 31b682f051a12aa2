import pg from 'pg';
import { expect, it } from 'vitest';
import { readPostmasterFile } from '#core/db/embedded/postmaster-file.ts';
import { sendSignal } from '#core/db/embedded/stop-postmaster.ts';
import { newFolder, startHere } from '#tests/fixtures/hadina-folder.ts';

it('a database that ends by itself is started again, and stopped for good when it is told to', async () => {
  const home = await newFolder();
  const running = await startHere(home);
  const answers = async (): Promise<boolean> => {
    const client = new pg.Client(running.connection('hadina_owner'));
    client.on('error', () => {});
    return client.connect().then(() => client.end()).then(() => true, () => false);
  };
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const before = (await readPostmasterFile(home))!.pid;
    sendSignal(before, signal);
    await expect.poll(async () => (await readPostmasterFile(home))?.pid !== before && (await answers()), { timeout: 20_000 }).toBe(true);
  }
  const last = (await readPostmasterFile(home))!.pid;
  await running.stop();
  expect(await answers()).toBe(false);
  expect(() => process.kill(last, 0)).toThrow('ESRCH');
}, 60_000);
