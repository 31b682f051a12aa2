import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { faultOf } from '../fault.ts';
import { builtSql, builtSqlOfHouse } from './inject/built-sql.ts';
import { pathPayloads, sqlPayloads } from './inject/payloads.ts';
import { outboundPlaces } from './inject/outbound.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { sample, shapeOf } from './town/sample.ts';
import { buildTown, type Town } from './town/town.ts';
import { type Door, openDoor } from './web/door.ts';
import { addressOf, apiAddress, apiNames, shownPages } from './web/routes.ts';

const SLEEP_MS = 4_000;

export const injectPromise: TrustPromise = {
  number: 53,
  name: 'inject',
  title: 'no statement is built from text, no path leaves its folder, nothing of ours calls out',
  tooLongForAMinute: 'sends hostile texts into every field',
  run: async (kit) => {
    await kit.hadina();
    const { files, places } = builtSqlOfHouse();
    const town = await buildTown({ random: kit.random, tries: 40 });
    const door = await openDoor(town.world);
    const typed = await typeEverywhere(kit, town, door);
    const paths = await walkUp(door);
    const faults = [
      ...places.map(({ file, line, text }) => `${file}:${line} puts text into SQL: ${text}`),
      ...outboundPlaces().map((place) => `${place} calls out past the one guarded client`),
      ...typed.faults, ...paths.faults,
    ];
    return noneOf('ways in', files + typed.cases + paths.cases, faults, 300, [`${files} files read, ${sqlPayloads.length} payloads in ${typed.cases} requests, ${paths.cases} paths`]);
  },
  plantedFault: async () => {
    const planted = ["await pool.query(`select * from people.person where name = '${name}'`)", "sql.raw(input.order)", "client.query('select ' + column)"];
    return planted.every((line) => builtSql(line, 'modules/planted/planted.ts').length === 1) && builtSql("await sql`select ${name}`.execute(tx)", 'modules/x/x.ts').length === 0;
  },
};

/** Every payload into every kind of field: queries, actions and addresses; none may break, wait, or answer more. */
async function typeEverywhere(kit: Kit, town: Town, door: Door): Promise<{ cases: number; faults: string[] }> {
  const { world, staff, known } = town;
  const faults = new Set<string>();
  let cases = 0;
  const { actions, queries } = apiNames();
  const officer = staff.get('desk_officer')!;
  const payloads = sqlPayloads.filter((_, i) => i % kit.rounds(10, 1) === 0);
  const timed = async (what: string, payload: string, run: () => Promise<unknown>) => {
    cases++;
    const began = performance.now();
    await run().catch((error) => { if (faultOf(error).kind === 'bug') faults.add(`${what} breaks on ${payload}: ${(error as Error).message.slice(0, 80)}`); });
    if (performance.now() - began > SLEEP_MS) faults.add(`${what} waits on ${payload}`);
  };
  for (const payload of payloads) {
    const sources = { random: kit.random, id: (field: string) => known.id(field), text: (_: string, most: number) => payload.slice(0, most) };
    for (const query of queries.filter(({ spec }) => /"maxLength"/.test(JSON.stringify(shapeOf(spec.input))))) {
      const given = sample(shapeOf(query.spec.input), sources);
      await timed(query.fullName, payload, () => ask(world.house, officer, query, given));
    }
    for (const action of [kit.random.pick(actions), kit.random.pick(actions)]) {
      await timed(action.fullName, payload, () => act(world.house, officer, action, sample(shapeOf(action.spec.input), sources), { dryRun: true }));
    }
    const { path } = kit.random.pick(shownPages());
    const address = `${path.replace(/:\w+/g, () => encodeURIComponent(payload))}?q=${encodeURIComponent(payload)}&sort=${encodeURIComponent(payload)}&page=${encodeURIComponent(payload)}`;
    await timed(path, payload, async () => { const answer = await door.get(officer, address); await answer.arrayBuffer(); if (answer.status >= 500) faults.add(`${path} answers ${answer.status} to ${payload}`); });
    const api = kit.random.pick(queries);
    await timed(api.fullName, payload, async () => { const answer = await door.get(null, `${apiAddress(api.fullName)}?q=${encodeURIComponent(payload)}&id=${encodeURIComponent(payload)}`); await answer.arrayBuffer(); if (answer.status >= 500) faults.add(`${api.fullName} answers ${answer.status} to ${payload}`); });
  }
  return { cases, faults: [...faults] };
}

/** No address gives a file that is not an asset of the pages. */
async function walkUp(door: Door): Promise<{ cases: number; faults: string[] }> {
  const faults: string[] = [];
  for (const path of pathPayloads) {
    const answer = await door.get(null, `/assets/${path}`);
    const text = await answer.text();
    if (answer.status === 200 && !/text\/html/.test(answer.headers.get('content-type') ?? '')) faults.push(`/assets/${path} gives a file`);
    if (/root:.*:0:0|"dependencies"|PATH=|^\d{2}\n$/.test(text)) faults.push(`/assets/${path} gives what lies outside`);
  }
  const strange = await door.get(null, addressOf('/directory/:service', null).replace(/[^/]+$/, `${newId()}%00.css`));
  if (strange.status >= 500) faults.push('an address with a NUL breaks');
  return { cases: pathPayloads.length + 1, faults };
}
