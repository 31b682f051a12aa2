import type { Action, Query } from '#core/action.ts';
import type { Actor, RoleCode } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { oracleAllows, type Somebody } from '#tests/oracle/access-oracle.ts';
import type { Random } from '../random.ts';
import { sample, shapeOf } from '../town/sample.ts';
import { bearerOf } from '../web/bearer.ts';
import { type Door, openDoor } from '../web/door.ts';
import { addressOf, apiAddress, apiNames, partsOf, shownPages } from '../web/routes.ts';

interface Caller { readonly actor: Actor | null; readonly bearer: Record<string, string>; readonly name: string }

/** Pages that are about somebody named behind the question mark: without her they are not there. */
const asksForWhom = new Set(['/cases/new']);

const hubRoles: readonly RoleCode[] = ['desk_officer', 'coach', 'mentor', 'trainer', 'case_worker', 'protection_officer', 'supervisor', 'hub_manager', 'funding_officer', 'juror', 'treasurer', 'process_clerk', 'dpo'];
const networkRoles: readonly RoleCode[] = ['network_admin', 'ministry_viewer', 'donor_viewer', 'researcher'];

/** Asks pages and the API as everyone there is, and compares yes and no with the oracle. */
export async function httpCells(random: Random, least: number): Promise<{ cells: number; faults: string[]; unasked: string[] }> {
  const world = await openHub();
  const door = await openDoor(world);
  const callers = await everyone(world);
  const inputs = validInputs(random);
  const faults = new Set<string>();
  const everything = [...apiNames().actions, ...apiNames().queries];
  let cells = 0;
  while (cells < least) {
    for (const caller of shuffled(callers, random)) {
      if (cells >= least) break;
      for (const asked of everything.filter(({ fullName }) => inputs.has(fullName))) {
        if (cells >= least) break;
        cells++;
        const verdict = await askApi(door, caller, asked, inputs.get(asked.fullName)!);
        const wanted = oracleAllows(storyOf(caller, null), asked.fullName);
        if (verdict !== wanted) faults.add(`the API says ${verdict ? 'yes' : 'no'} to ${caller.name} for ${asked.fullName}, trust.md says ${wanted ? 'yes' : 'no'}`);
      }
      for (const { path, needs } of shownPages()) {
        cells++;
        const answer = await door.get(caller.actor, addressOf(path, null));
        await answer.arrayBuffer();
        const wanted = oracleAllows(storyOf(caller, 0), needs);
        if (!wanted && answer.status === 200) faults.add(`${path} opens to ${caller.name}, trust.md says no`);
        if (wanted && !partsOf(path).length && !asksForWhom.has(path) && answer.status >= 400 && caller.actor?.hub) faults.add(`${path} answers ${answer.status} to ${caller.name}, trust.md says yes`);
      }
    }
  }
  const unasked = everything.map(({ fullName }) => fullName).filter((name) => !inputs.has(name));
  return { cells, faults: [...faults], unasked };
}

const shuffled = <T>(list: readonly T[], random: Random): T[] =>
  list.map((one) => ({ one, at: random.below(1e6) })).sort((a, b) => a.at - b.at).map(({ one }) => one);

async function everyone(world: World): Promise<Caller[]> {
  const organization = await inventOrganization(world);
  const hired: [string, Actor][] = [];
  for (const role of hubRoles) hired.push([role, await world.as(role, { scope: 'hub' })]);
  for (const role of networkRoles) hired.push([role, await world.as(role)]);
  hired.push(['regional_coordinator', await world.as('regional_coordinator', { territory: 'TN-43' })]);
  for (const role of ['municipal_officer', 'merchant'] as const) hired.push([role, await world.as(role, { scope: 'org', organization })]);
  const callers: Caller[] = [{ actor: null, bearer: {}, name: 'a visitor' }];
  for (const [name, actor] of hired) callers.push({ actor, bearer: await bearerOf(world, actor), name });
  return callers;
}

const storyOf = ({ actor }: Caller, provedMinutesAgo: number | null): Somebody => ({
  comes: actor ? 'signed-in' : 'unknown', at: actor?.hub ?? null, provedMinutesAgo,
  holds: (actor?.roles ?? []).map(({ role, scope, hubs }) => ({ role, reaches: hubs, over: scope === 'hub' || scope === 'region' || scope === 'network' ? scope : 'body' })),
});

/** Yes when the answer is anything but "this is not for you". */
async function askApi(door: Door, { bearer }: Caller, asked: Action | Query, input: Record<string, unknown>): Promise<boolean> {
  const address = `http://localhost${apiAddress(asked.fullName)}`;
  const query = new URLSearchParams(Object.entries(input).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)])));
  const answer = asked.kind === 'query'
    ? await door.app.request(`${address}?${query}`, { headers: bearer })
    : await door.app.request(address, { method: 'POST', body: JSON.stringify(input), headers: { ...bearer, 'content-type': 'application/json' } });
  const text = await answer.text();
  if (answer.status >= 500) throw new Error(`${asked.fullName} answers ${answer.status}`);
  return !(answer.status === 403 && /core\.(role-missing|other-hub|sign-in-first|not-fresh|not-own|no-rule)/.test(text));
}

/** One input for each action and query that its schema takes; every id in it belongs to nobody. */
function validInputs(random: Random): Map<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const { fullName, spec } of [...apiNames().actions, ...apiNames().queries]) {
    for (let n = 0; n < 60 && !found.has(fullName); n++) {
      const input = sample(shapeOf(spec.input), { random, id: () => newId(), text: (field, most) => `x${field}`.slice(0, most) }) as Record<string, unknown>;
      if (spec.input.safeParse(input).success) found.set(fullName, JSON.parse(JSON.stringify(input)));
    }
  }
  return found;
}
