import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHadina } from '#apps/open-hadina.ts';
import { loadDemo } from '../../demo/load-demo.ts';

it('the whole demo network, as a first `npm start` loads it, goes through the actions to its end', async () => {
  const home = await mkdtemp(join(tmpdir(), 'hadina-whole-'));
  const hadina = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
  try {
    const said: string[] = [];
    const logins = await loadDemo(hadina.house, { small: false, say: (line) => said.push(line) });
    expect(said.filter((line) => line.includes('a year at')).length).toBeGreaterThanOrEqual(14);
    expect(new Set(logins.map(({ login }) => login)).size).toBe(logins.length);
    const { rows: [kept] } = await hadina.house.worker.query<Record<string, number>>(`
      select count(distinct hub_id) filter (where name = 'people.person-registered')::int as busy, count(distinct subject_id) filter (where name = 'people.person-registered')::int as persons,
        count(distinct subject_id) filter (where name = 'funding.grant-certified')::int as grants from core.event`);
    // domain.md section 3: a network of at least fourteen hubs with two thousand persons; three funds beside the ministry's and the region's.
    expect(kept!.persons).toBeGreaterThanOrEqual(2_000);
    expect(kept!.busy).toBeGreaterThanOrEqual(14);
    expect(kept!.grants).toBeGreaterThanOrEqual(3);
  } finally {
    await hadina.close();
    await rm(home, { recursive: true, force: true });
  }
}, 600_000);
