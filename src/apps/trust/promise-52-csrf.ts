import type { Actor } from '#core/actor.ts';
import { buildTown, type Town } from './town/town.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { countEvents } from './web/count-events.ts';
import { type Door, openDoor } from './web/door.ts';
import { addressOf, apiAddress, apiNames, postedPages, shownPages } from './web/routes.ts';

export const csrfPromise: TrustPromise = {
  number: 52,
  name: 'csrf',
  title: 'no form is taken without its own token and page, nothing changes by looking, no way leads out',
  tooLongForAMinute: 'sends every form from another site',
  run: async (kit) => {
    await kit.hadina();
    const town = await forgedTown(kit);
    const door = await openDoor(town.world);
    const forged = await forgedForms(kit, door, town);
    const looked = await changedByLooking(door, town);
    const out = await waysOut(kit, door, town);
    if (kit.size === 'quick') kit.shortened.push('one in three of the forgeries and of the ways out for each page and action, in turn');
    return noneOf('requests wrongly taken', forged.cases + looked.cases + out.cases, [...forged.faults, ...looked.faults, ...out.faults], 1,
      [`${postedPages().length} unsafe pages and ${apiNames().actions.length} actions × ${Object.keys(forgeries).length} forgeries`]);
  },
  plantedFault: async (kit: Kit) => {
    await kit.hadina();
    const town = await forgedTown(kit);
    const door = await openDoor(town.world);
    // A house that takes any form and follows any way.
    const lax: Door = { ...door, app: { request: async () => new Response(null, { status: 303, headers: { location: 'https://evil.example/' } }) } as unknown as Door['app'],
      get: async () => new Response(null, { status: 303, headers: { location: 'https://evil.example/' } }) };
    return (await forgedForms(kit, lax, town)).faults.length > 0 && (await waysOut(kit, lax, town)).faults.length > 0;
  },
};

const forgedTown = (kit: Kit): Promise<Town> => kit.shared('a forged town', async () => ({ value: await buildTown({ random: kit.random, tries: kit.rounds(30, 60) }) }));

/** In a quick run each page and action meets one in three of the forgeries and ways out, in turn; else all of them. */
const inTurn = ({ size }: Kit, turn: number) => (_: unknown, i: number): boolean => size !== 'quick' || (i + turn) % 3 === 0;

type Forgery = (door: Door, officer: Actor, other: Actor) => Promise<{ headers: Record<string, string>; body: string }>;
const form = 'application/x-www-form-urlencoded';
const sent = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const same = { 'content-type': form, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };

/** What another site, or a page of another woman's browser, can send with her cookie. */
const forgeries: Readonly<Record<string, Forgery>> = {
  'no token': async () => ({ headers: same, body: sent({ reason: 'talk' }) }),
  'an empty token': async () => ({ headers: same, body: sent({ _csrf: '' }) }),
  'a made-up token': async () => ({ headers: same, body: sent({ _csrf: 'A'.repeat(43) }) }),
  'the token of another browser': async (door, _, other) => ({ headers: same, body: sent({ _csrf: await door.token(other) }) }),
  'the token of a visitor': async (door) => ({ headers: same, body: sent({ _csrf: await door.token(null) }) }),
  'two tokens': async (door, officer) => ({ headers: same, body: `_csrf=x&_csrf=${await door.token(officer)}` }),
  'another site': async (door, officer) => ({ headers: { ...same, 'sec-fetch-site': 'cross-site' }, body: sent({ _csrf: await door.token(officer) }) }),
  'a neighbour site': async (door, officer) => ({ headers: { ...same, 'sec-fetch-site': 'same-site' }, body: sent({ _csrf: await door.token(officer) }) }),
  'another origin': async (door, officer) => ({ headers: { 'content-type': form, origin: 'https://evil.example' }, body: sent({ _csrf: await door.token(officer) }) }),
  'JSON dressed as text': async (door, officer) => ({ headers: { ...same, 'content-type': 'text/plain' }, body: JSON.stringify({ _csrf: await door.token(officer), reason: 'talk', via: 'walk-in' }) }),
  'JSON': async (door, officer) => ({ headers: { ...same, 'content-type': 'application/json' }, body: JSON.stringify({ _csrf: await door.token(officer) }) }),
};

async function forgedForms(kit: Kit, door: Door, { staff, world, known }: Town): Promise<{ cases: number; faults: string[] }> {
  const [officer, other] = [staff.get('desk_officer')!, staff.get('supervisor')!];
  const cookie = await door.cookie(officer);
  const before = await countEvents(world);
  const faults: string[] = [];
  let cases = 0;
  for (const [turn, [how, forge]] of Object.entries(forgeries).entries()) {
    const { headers, body } = await forge(door, officer, other);
    for (const page of postedPages().filter(inTurn(kit, turn))) {
      cases++;
      const { status } = await door.app.request(`http://localhost${addressOf(page.path, known)}`, { method: 'POST', headers: { cookie, ...headers }, body });
      if (status !== 403) faults.push(`${page.path} answers ${status} to ${how}`);
    }
    // The API takes no cookie at all: with one, the caller is nobody.
    for (const action of apiNames().actions.filter(inTurn(kit, turn))) {
      cases++;
      const { status } = await door.app.request(`http://localhost${apiAddress(action.fullName)}`, { method: 'POST', headers: { cookie, ...headers }, body: headers['content-type'] === 'application/json' ? '{}' : body });
      if (status < 400) faults.push(`the API does ${action.fullName} for a cookie (${how})`);
    }
  }
  if ((await countEvents(world)) !== before) faults.push('a forged request changed something');
  return { cases, faults };
}

async function changedByLooking(door: Door, { staff, world, known }: Town): Promise<{ cases: number; faults: string[] }> {
  const faults: string[] = [];
  let cases = 0;
  for (const actor of [staff.get('desk_officer')!, staff.get('hub_manager')!, staff.get('protection_officer')!]) {
    const before = await countEvents(world);
    for (const { path } of [...shownPages(), ...postedPages()]) { cases++; await (await door.get(actor, addressOf(path, known))).arrayBuffer(); }
    for (const action of apiNames().actions) {
      cases++;
      const { status } = await door.get(actor, apiAddress(action.fullName));
      if (status !== 404 && status !== 405) faults.push(`GET ${apiAddress(action.fullName)} answers ${status}`);
    }
    if ((await countEvents(world)) !== before) faults.push('something changed by looking');
  }
  return { cases, faults };
}

const abroad = ['https://evil.example/', '//evil.example/', '/\\evil.example/', '\\\\evil.example', 'https:evil.example', '/%09/evil.example', 'javascript:alert(1)', ' //evil.example', '/\t/evil.example'];

async function waysOut(kit: Kit, door: Door, { staff, known }: Town): Promise<{ cases: number; faults: string[] }> {
  const faults: string[] = [];
  let cases = 0;
  const leadsOut = (where: string | null) => where !== null && new URL(where, 'http://localhost').origin !== 'http://localhost';
  for (const [turn, { path }] of shownPages().entries()) for (const way of abroad.filter(inTurn(kit, turn))) for (const actor of [null, staff.get('desk_officer')!]) {
    cases++;
    const answer = await door.get(actor, `${addressOf(path, known)}?next=${encodeURIComponent(way)}&return=${encodeURIComponent(way)}`, { origin: 'https://evil.example' });
    if (leadsOut(answer.headers.get('location'))) faults.push(`${path} leads to ${answer.headers.get('location')}`);
    if (answer.headers.get('access-control-allow-origin')) faults.push(`${path} may be read by another site`);
    const body = await answer.text();
    if (/(?:href|action)="(?:https?:)?\/\/evil|(?:href|action)="\/\\evil|(?:href|action)="javascript:/i.test(body)) faults.push(`${path} shows a way to ${way}`);
  }
  return { cases, faults };
}
