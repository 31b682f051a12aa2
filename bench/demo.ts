import type { House } from '#core/house.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { inSeconds, watchProcessor } from './processor.ts';
import { scratchHouse } from './scratch-house.ts';

/** Seconds to load the whole demo network into a new folder, with its size: hubs, services, persons and events written. */
export async function demoLoad(say: (line: string) => void = () => {}): Promise<{ name: string; value: number; bound: number; unit: string; detail: string }> {
  const hadina = await scratchHouse();
  try {
    const worked = await watchProcessor(hadina.house.app);
    const began = performance.now();
    await loadDemo(hadina.house, { small: false, say: (line) => say(`${((performance.now() - began) / 1000).toFixed(1)} s ${line}`) });
    const value = (performance.now() - began) / 1000;
    return { name: 'whole demo network, loaded', value, bound: 20, unit: 's', detail: `${inSeconds(worked())}; ${await sizeOf(hadina.house)}` };
  } finally {
    await hadina.close();
  }
}

async function sizeOf(house: House): Promise<string> {
  const owner = new (await import('pg')).default.Client(house.connectAs('hadina_owner'));
  await owner.connect();
  try {
    const { rows } = await owner.query<Record<string, string>>(`select (select count(*) from network.hub) as hubs,
      (select count(*) from directory.service) as services, (select count(*) from people.person) as persons,
      (select count(*) from desk.ticket) as visits, (select count(*) from core.event) as events`);
    return Object.entries(rows[0]!).map(([what, count]) => `${count} ${what}`).join(', ');
  } finally {
    await owner.end();
  }
}
