import type { Actor } from '#core/actor.ts';
import { readInput } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { InvalidInput } from '#core/refusal.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { plainAnswer } from './swap/same-answer.ts';
import { wrongActors } from './swap/wrong-actors.ts';
import { fullTown, missingParts } from './town/full-town.ts';
import { sample, shapeOf } from './town/sample.ts';
import { buildTown, type Town } from './town/town.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { bearerOf } from './web/bearer.ts';
import { type Door, openDoor } from './web/door.ts';
import { addressOf, apiAddress, apiNames, partsOf, postedPages, shownPages } from './web/routes.ts';

/** Things that every hub of a network, or anyone, may see: their pages answer, but never with what was told in confidence. */
const openThings = new Set(['operator', 'form', 'owner', 'service', 'organization', 'hub', 'decision', 'centre', 'agreement', 'location', 'parent', 'version', 'works']);
/** A manager may give a role at her own hub to a colleague of another, whose account she cannot read; whoever tries codes is told to wait; what a hub published is for everyone. */
const between = new Set(['/settings/staff/:account/grant', '/s/:code', '/content/:item', '/help/text/:item']);
/** What a hub published is for everyone, also through the API. */
const published = new Set(['portal.content-page']);
const MARK = 'Zqswapped';

export const swapPromise: TrustPromise = {
  number: 5,
  name: 'swap',
  title: 'the right address in the wrong hands answers like one that does not exist, and takes no field it does not know',
  tooLongForAMinute: 'asks every page, form and route as the wrong reader',
  run: async (kit) => {
    await kit.hadina();
    const town = await markedTown(kit);
    const door = await openDoor(town.world);
    const before = await eventsHere(town);
    const found = [await swapPages(door, town, kit), await swapApi(door, town, kit), extraFields(town, kit)];
    const changed = (await eventsHere(town)).slice(before.length);
    if (kit.size !== 'quick') {
      const full = await kit.shared('a full town', async () => ({ value: await fullTown(kit.random, { words: (about, most = 4_000) => `${MARK} ${about} ${kit.random.below(1e6)}`.slice(0, most), digits: (first) => first + String(1_000_000 + kit.random.below(8_999_999)) }) }));
      const [fullDoor, fullBefore] = [await openDoor(full.world), await eventsHere(full)];
      found.push(await swapPages(fullDoor, full, kit), await swapApi(fullDoor, full, kit), uncovered(full));
      changed.push(...(await eventsHere(full)).slice(fullBefore.length));
    }
    const faults = [...found.flatMap(({ faults }) => faults), ...changed.map((what) => `${what} happened by the wrong hands`)];
    return noneOf('answers that tell', found.reduce((sum, { cases }) => sum + cases, 0), faults, 1,
      [`${shownPages().length} pages, ${postedPages().length} forms, ${apiNames().actions.length + apiNames().queries.length} API routes × ${kit.size === 'quick' ? 'one or two of ' : ''}5 wrong actors`,
        ...(town.bugs.length ? [`on the way: ${town.bugs.join('; ')}`] : [])]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const town = await markedTown(kit);
    const door = await openDoor(town.world);
    // A house that answers the owner's page to whoever knows the address.
    const officer = town.staff.get('desk_officer')!;
    const leaking: Door = { ...door, get: (_, address, headers) => door.get(officer, address, headers) };
    return (await swapPages(leaking, town, kit)).faults.length > 0;
  },
};

const markedTown = (kit: Kit): Promise<Town> => kit.shared('a marked town', async () => ({
  value: await buildTown({ random: kit.random, tries: kit.rounds(40, 300), text: (field, most, action) => `${told.test(action) ? MARK : 'Open'}${field}${kit.random.below(1e6)}`.slice(0, most) }),
}));

/** What is told at the desk and about persons; names of hubs and bodies are for everyone. */
const told = /^(people|desk|confidential)\./;

/** What happened at the hub, oldest first; trying a slip's code and leaving a letter are open to everyone. */
async function eventsHere({ world }: Town): Promise<string[]> {
  const rows = await ownerQuery<{ name: string }>(world.house,
    `select name from core.event where network_id = $1 and hub_id = $2 and name not like 'desk.slip%' and name <> 'portal.request-left' order by xid, id`, [world.network, world.hub]);
  return rows.map(({ name }) => name);
}

/** Addresses of a person's things of which the town holds none: what they answer was never compared with anything. */
function uncovered(town: Town): Found {
  const missing = new Set(missingParts(town));
  const pages = [...shownPages(), ...postedPages()].filter(({ path }) => partsOf(path).some((part) => missing.has(part)));
  return { cases: 0, faults: pages.map(({ path }) => `${path} was never asked with a thing that is there`) };
}

/** In a quick run each route meets one or two of the five wrong actors, in turn; else all of them. */
const inTurn = ({ size }: Kit, turn: number) => (_: unknown, i: number): boolean => size !== 'quick' || (i + turn) % 3 === 0;

interface Found { readonly cases: number; readonly faults: string[] }

async function swapPages(door: Door, town: Town, kit: Kit): Promise<Found> {
  const faults: string[] = [];
  let cases = 0;
  const compare = async (what: string, path: string, ask: (address: string) => Promise<Response>) => {
    cases++;
    const [real, absent] = [addressOf(path, town.known), addressOf(path, null)];
    const [there, nowhere] = [await plainAnswer(await ask(real), real), await plainAnswer(await ask(absent), absent)];
    const closed = !between.has(path) && partsOf(path).some((part) => !openThings.has(part));
    if (closed && there !== nowhere) faults.push(`${what} differs from what is not there (${firstDifference(there, nowhere)})`);
    if (closed && there.includes(MARK)) faults.push(`${what} shows what was told in confidence`);
    if (there.startsWith('5')) faults.push(`${what} breaks`);
  };
  for (const [turn, [who, actor]] of Object.entries(await wrongActors(town)).entries()) {
    for (const { path } of shownPages().filter((page) => partsOf(page.path).length).filter(inTurn(kit, turn))) await compare(`${path} for ${who}`, path, (address) => door.get(actor, address));
    for (const { path, post } of postedPages().filter((page) => partsOf(page.path).length).filter(inTurn(kit, turn))) {
      const fields = flat(sampled(town, kit, post!.action.spec.input));
      await compare(`a form at ${path} by ${who}`, path, (address) => door.post(actor, address, fields));
    }
    faults.push(...await emptyLists(door, who, actor));
    cases += shownPages().length;
  }
  return { cases, faults };
}

/** Lists and counts: a page without an address of one thing must not carry what the hub was told. */
async function emptyLists(door: Door, who: string, actor: Actor | null): Promise<string[]> {
  const faults: string[] = [];
  for (const { path } of shownPages().filter((page) => !partsOf(page.path).length && /people|desk|safe|settings|account/.test(page.path))) {
    const answer = await door.get(actor, path);
    if ((await answer.text()).includes(MARK)) faults.push(`the list ${path} tells ${who} what the hub was told`);
  }
  return faults;
}

async function swapApi(door: Door, town: Town, kit: Kit): Promise<Found> {
  const faults: string[] = [];
  let cases = 0;
  const actors = await wrongActors(town);
  for (const [turn, [who, actor]] of Object.entries(actors).entries()) {
    const token = actor ? await bearerOf(town.world, actor) : {};
    const { actions, queries } = apiNames();
    for (const asked of [...queries, ...actions].filter(inTurn(kit, turn))) {
      const fields = Object.keys(shapeOf(asked.spec.input).properties ?? {});
      const input = sampled(town, kit, asked.spec.input);
      const swapped = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, isId(value) ? newId() : value]));
      const ask = (given: Record<string, unknown>) => (asked.kind === 'query'
        ? door.app.request(`http://localhost${apiAddress(asked.fullName)}?${new URLSearchParams(flat(given))}`, { headers: token })
        : door.app.request(`http://localhost${apiAddress(asked.fullName)}`, { method: 'POST', headers: { ...token, 'content-type': 'application/json' }, body: JSON.stringify(given) }));
      const closed = !published.has(asked.fullName) && fields.some((field) => isId(input[field]) && !openThings.has(field));
      if (!closed) continue;
      cases++;
      const [there, nowhere] = [await plainAnswer(await ask(input), ''), await plainAnswer(await ask(swapped), '')];
      if (there !== nowhere && !/^2/.test(nowhere)) faults.push(`the API’s ${asked.fullName} by ${who} differs from what is not there: ${there.slice(0, 60)}`);
      if (there.includes(MARK) && asked.kind === 'query') faults.push(`the API’s ${asked.fullName} tells ${who} what the hub was told`);
    }
  }
  return { cases, faults };
}

/** No action takes a field it does not know, however plausible its name. */
function extraFields(town: Town, kit: Kit): Found {
  const faults: string[] = [];
  const plausible = ['network_id', 'hub_id', 'role', 'account_id', 'at', 'is_admin', '__proto__x'];
  for (const { fullName, spec } of apiNames().actions) {
    const properties = shapeOf(spec.input).properties ?? {};
    for (const name of plausible.filter((name) => !(name in properties))) {
      try {
        readInput(spec.input, { ...sampled(town, kit, spec.input), [name]: 'x' });
        faults.push(`${fullName} takes the unknown field ${name}`);
      } catch (error) {
        if (!(error instanceof InvalidInput)) faults.push(`${fullName} breaks on the unknown field ${name}`);
        else if (!error.problems.some(({ code }) => code === 'unknown-field')) faults.push(`${fullName} does not name the unknown field ${name}`);
      }
    }
  }
  return { cases: apiNames().actions.length * plausible.length, faults };
}

const sampled = ({ known }: Town, kit: Kit, input: Parameters<typeof shapeOf>[0]): Record<string, unknown> =>
  sample(shapeOf(input), { random: kit.random, id: (field) => known.id(field), text: (field, most) => `x${field}`.slice(0, most) }) as Record<string, unknown>;
const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/.test(value);

/** Where two answers part, with a few words around it. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return `${one.slice(0, 3)} and ${other.slice(0, 3)}: …${one.slice(Math.max(0, at - 30), at + 30)}… against …${other.slice(Math.max(0, at - 30), at + 30)}…`;
}

/** Nested input as a form names it: `name.ar=…`. */
function flat(value: Record<string, unknown>, before = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]): [string, string][] => {
    if (inner === undefined || Array.isArray(inner)) return [];
    if (inner && typeof inner === 'object') return Object.entries(flat(inner as Record<string, unknown>, `${before}${name}.`));
    return [[`${before}${name}`, String(inner)]];
  }));
}
