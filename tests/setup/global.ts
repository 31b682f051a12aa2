import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Before the tests: one embedded PostgreSQL in a folder of its own, migrated as `hadina start` would, for the whole run.
 * The tests find it through HADINA_TEST_HOME (see tests/fixtures/test-house.ts); afterwards it is stopped and removed.
 * If it cannot be opened, the reason is printed and only the tests that need a database fail.
 */
export default async function openTestFolder(): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'hadina-test-'));
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    const { openHadina } = await import('#apps/open-hadina.ts');
    const hadina = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
    process.env.HADINA_TEST_HOME = home;
    return async () => {
      await hadina.close();
      await remove();
    };
  } catch (error) {
    console.error('The database of this test run could not be opened:', error);
    return remove;
  }
}
