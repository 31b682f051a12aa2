import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../../scripts/prepare.mjs';
import { ownerQuery } from '../fixtures/owner-query.ts';

/**
 * Before the tests: one embedded PostgreSQL in a folder of its own (or the server of DATABASE_URL), migrated as `hadina start` would.
 * The tests find it through HADINA_TEST_HOME (see tests/fixtures/test-house.ts); afterwards it is stopped and removed.
 * If it cannot be opened, the reason is printed and only the tests that need a database fail.
 */
export default async function openTestFolder(): Promise<() => Promise<void>> {
  // Tests of the command run what is built: from the sources each would translate the whole house again.
  prepare();
  const home = await mkdtemp(join(tmpdir(), 'hadina-test-'));
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    const { openHadina } = await import('#apps/open-hadina.ts');
    // With DATABASE_URL the tests of the house run on that server; those of the embedded engine itself start their own as ever.
    const hadina = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home, DATABASE_URL: process.env.DATABASE_URL } });
    process.env.HADINA_TEST_HOME = home;
    // This database is thrown away: no test waits for the disk. Those that pull the plug start their own.
    await ownerQuery(hadina.house, 'alter database hadina set synchronous_commit = off');
    return async () => {
      await hadina.close();
      await remove();
    };
  } catch (error) {
    console.error('The database of this test run could not be opened:', error);
    return remove;
  }
}
