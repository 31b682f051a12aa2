import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openHadina, type OpenHadina } from '../open-hadina.ts';

/** Opens a new Hadina in a temporary folder: nobody's own data is ever read, written or broken by a promise. */
export async function openScratch(): Promise<{ hadina: OpenHadina; accountsWhenNew: number; close(): Promise<void> }> {
  // The makers of tests/fixtures look here; a key file or a server named by the user must not reach them.
  for (const name of ['DATABASE_URL', 'HADINA_KEY_FILE', 'HADINA_HOME']) delete process.env[name];
  const parent = await mkdtemp(join(tmpdir(), 'hadina-trust-'));
  await chmod(parent, 0o755);
  const hadina = await openHadina({ as: 'supervisor', env: { HADINA_HOME: join(parent, 'home') } });
  process.env.HADINA_TEST_HOME = hadina.home;
  // The log of the house under test is not the report.
  process.env.HADINA_LOG = 'silent';
  const [{ accounts }] = await ownerQuery<{ accounts: number }>(hadina.house, 'select count(*)::int as accounts from network.account') as [{ accounts: number }];
  return {
    hadina,
    accountsWhenNew: accounts,
    close: async () => {
      const { testHouse } = await import('#tests/fixtures/test-house.ts');
      await (await testHouse()).close();
      await hadina.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}
