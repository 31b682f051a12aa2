import { Decrypter } from 'age-encryption';
import type { Actor } from '#core/actor.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { sitemap } from '../web/sitemap.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { type Door, openDoor } from './web/door.ts';

const MOST_SECONDS = 30;
const MOST_MORE_MB = 100;

export const exportPromise: TrustPromise = {
  number: 46,
  name: 'export',
  title: 'a list of persons goes out once, to the screen that asked, in time, sealed and marked; what is protected never goes out as a list',
  tooLongForAMinute: 'writes and seals a list of thousands of rows',
  run: async (kit) => {
    await kit.hadina();
    const world = await openHub();
    const many = kit.rounds(3_000, 100_000);
    await invent(world, many);
    const door = await openDoor(world);
    const supervisor = await world.as('supervisor');
    const faults = [...await once(world, door, supervisor), ...await bulk(door, world)];
    const big = await streamed(door, supervisor, many);
    faults.push(...big.faults);
    if (big.seconds > MOST_SECONDS) faults.push(`${many} rows took ${big.seconds.toFixed(1)} s`);
    if (big.moreMb > MOST_MORE_MB) faults.push(`memory grew by ${big.moreMb} MB`);
    return noneOf('exports that were loose', 9 + protectedLists().length * 2, faults, 10,
      [`${many.toLocaleString('en')} rows streamed and sealed in ${big.seconds.toFixed(1)} s, memory +${big.moreMb} MB, at most ${MOST_SECONDS} s and ${MOST_MORE_MB} MB`]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const world = await openHub();
    await invent(world, 3);
    const door = await openDoor(world);
    // A database that forgets that a leave was used.
    const forgets = () => ownerQuery(world.house, 'update exchange.leave set used_at = null where network_id = $1', [world.network]);
    return (await once(world, door, await world.as('supervisor'), forgets)).includes('a link works twice');
  },
};

/** So many persons enrolled at the hub, invented. */
async function invent({ house, network, hub }: World, many: number): Promise<void> {
  await ownerQuery(house, `with made as (insert into people.person (network_id, id, code, name, norm_version, since)
      select $1, gen_random_uuid(), 'X' || n, 'Invented ' || n, 1, now() from generate_series(1, $3::int) n returning id)
    insert into people.enrolment (network_id, id, hub_id, person_id, via, since) select $1, gen_random_uuid(), $2, id, 'registered', now() from made`, [network, hub, many]);
}

interface Leave { readonly link: string; readonly words: string }

/** Asks for leave as she does on the page; the link and the words stand on the answer. */
async function askFor(door: Door, actor: Actor): Promise<Leave> {
  const text = await (await door.post(actor, '/files/out/persons', { format: 'csv' })).text();
  return { link: /\/take\/leave\/[\w-]{43}/.exec(text)?.[0] ?? '', words: /\b[a-z2-9]{4}(?:-[a-z2-9]{4}){4}\b/.exec(text)?.[0] ?? '' };
}

async function opened(sealed: Buffer, words: string): Promise<string | null> {
  const opener = new Decrypter();
  opener.addPassphrase(words);
  return opener.decrypt(sealed).then((plain) => Buffer.from(plain).toString('utf8'), () => null);
}

/** One leave after the other, each tried in a way that must find nothing, then used as it should be. */
async function once(world: World, door: Door, supervisor: Actor, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const faults: string[] = [];
  const status = async (actor: Actor | null, link: string, headers?: Record<string, string>) => (await door.get(actor, link, headers)).status;
  const { link, words } = await askFor(door, supervisor);
  if (!link || !words) return ['no leave is given'];
  if ((await status(null, link)) === 200) faults.push('a stranger takes the file');
  if ((await status(await world.as('supervisor'), link)) === 200) faults.push('a colleague takes the file');
  const other = await openDoor(world);
  if ((await status(supervisor, link, { cookie: await other.cookie(supervisor) })) === 200) faults.push('another screen of hers takes the file');
  if ((await status(supervisor, '/take/persons.csv')) === 200) faults.push('the list has an address of its own');
  const answer = await door.get(supervisor, link);
  const sealed = Buffer.from(await answer.arrayBuffer());
  const plain = await opened(sealed, words);
  if (answer.status !== 200 || plain === null) faults.push('who asked does not get the file, or the words do not open it');
  if (sealed.includes('Invented')) faults.push('names stand readable in the file');
  if (await opened(sealed, words.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')))) faults.push('other words open it');
  if (!answer.headers.get('cache-control')?.includes('no-store')) faults.push('the browser may keep the file');
  const rows = plain?.trim().split(/\r?\n/).slice(1) ?? [];
  if (rows.length === 0 || !rows.every((row) => /\d{4}-\d\d-\d\dT\d\d:\d\dZ · [0-9a-f-]{36}/.test(row))) faults.push('a row does not say who took it and when');
  await between();
  if ((await status(supervisor, link)) === 200) faults.push('a link works twice');
  const late = await askFor(door, supervisor);
  await ownerQuery(world.house, "update exchange.leave set made_at = made_at - interval '601 seconds', until_at = until_at - interval '601 seconds' where network_id = $1 and used_at is null", [world.network]);
  if ((await status(supervisor, late.link)) === 200) faults.push('a link works after ten minutes');
  const known = await ownerQuery<{ name: string }>(world.house, "select distinct name from core.event where network_id = $1 and name like 'exchange.%'", [world.network]);
  for (const name of ['exchange.leave-given', 'exchange.leave-used', 'exchange.list-taken']) if (!known.some((event) => event.name === name)) faults.push(`nothing says ${name}`);
  return faults;
}

/** Pages of the house on which something sealed or protected stands in a list. */
const protectedLists = () => sitemap.filter(({ show, needs, path }) => show && !path.includes(':') && ['C1a', 'C1b', 'C2'].includes(ruleOf(needs)?.compartment ?? 'C0'));

/** None of them goes out as a list, whoever asks. */
async function bulk(door: Door, world: World): Promise<string[]> {
  const faults: string[] = [];
  const officer = await world.as('protection_officer');
  for (const { path } of protectedLists()) for (const format of ['csv', 'xlsx']) {
    const { status } = await door.get(officer, `/lists/${format}${path}?list=any`);
    if (status === 200) faults.push(`${path} goes out as ${format}`);
  }
  return faults;
}

/** Takes all of them, reading as fast as it comes, and watches the memory of this process. */
async function streamed(door: Door, supervisor: Actor, many: number): Promise<{ faults: string[]; seconds: number; moreMb: number }> {
  const { link, words } = await askFor(door, supervisor);
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const began = performance.now();
  const answer = await door.get(supervisor, link);
  const opener = new Decrypter();
  opener.addPassphrase(words);
  let lines = 0;
  // Opened while it comes, as a reader would who keeps nothing: what is counted is what truly arrived.
  for await (const piece of await opener.decrypt(answer.body!) as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of piece) if (byte === 10) lines++;
    most = Math.max(most, process.memoryUsage().rss);
  }
  return {
    faults: lines === many + 1 ? [] : [`${lines - 1} rows arrived instead of ${many}`],
    seconds: (performance.now() - began) / 1000, moreMb: Math.round((most - before) / 1_048_576),
  };
}
