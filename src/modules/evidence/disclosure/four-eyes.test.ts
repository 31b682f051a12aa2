import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { endRole } from '#modules/network/staff/end-role.ts';
import { forgetSession } from '#modules/network/public.ts';
import '#apps/web/sitemap.ts';
import { bearerOf } from '#apps/trust/web/bearer.ts';
import { type Accompanied, openAccompanied } from '#tests/fixtures/accompanied.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { figure } from '../figure/figure.query.ts';
import { figureRecords } from '../figure/figure-records.query.ts';
import { monthOf, monthPlus } from '../reading/period.ts';

const last = monthPlus(monthOf(new Date()), -1);
const wish = { indicator: 'persons-received', to: last, from: last };
let hers: Accompanied;
let web: Web;
let others: string[];
const readers: Record<string, Actor> = {};

beforeAll(async () => {
  hers = await openAccompanied({ demo: true });
  const { world } = hers;
  others = persons(8);
  await receivedBefore(world, hers.desk.officer, [hers.woman, ...others].map((person) => ({ at: `${last}-11`, person })));
  for (const [name, role] of [['donor', 'donor_viewer'], ['ministry', 'ministry_viewer'], ['manager', 'hub_manager']] as const) readers[name] = await world.as(role);
  readers.coach = hers.coach;
  web = await openWeb(world);
});

it('the same figure through four eyes: one number, and behind it what each may see', async () => {
  const { house } = hers.world;
  for (const [who, actor] of Object.entries(readers)) expect([who, (await ask(house, actor, figure, wish)).shown]).toEqual([who, { value: 9, events: 9, kept: false }]);
  for (const who of ['donor', 'ministry']) await expect(ask(house, readers[who]!, figureRecords, wish)).rejects.toMatchObject({ code: 'core.role-missing' });
  expect((await ask(house, readers.manager!, figureRecords, wish)).total).toBe(9);
  // The coach finds the one whom she accompanies, and of the others only that they are counted.
  const { total, records } = await ask(house, readers.coach!, figureRecords, wish);
  const [{ person }] = await ownerQuery<{ person: string }>(house, 'select person_id as person from core.event where id = $1', [records[0]!.id]) as [{ person: string }];
  expect([total, records.length, person]).toEqual([1, 1, hers.woman]);
});

it('on the page too: no event, and no number of one, for those who see nobody', async () => {
  const events = (await ownerQuery<{ id: string }>(hers.world.house, "select id from core.event where network_id = $1 and name = 'desk.client-received'", [hers.world.network])).map(({ id }) => id.slice(-12));
  const shown = async (actor: Actor) => {
    const html = await (await web.get(`/figures/persons-received?from=${last}&to=${last}&lang=fr`, actor)).text();
    return [events.filter((id) => html.includes(id)).length, [hers.woman, ...others].some((person) => html.includes(person))];
  };
  expect([await shown(readers.donor!), await shown(readers.ministry!), await shown(readers.coach!), await shown(readers.manager!)]).toEqual([[0, false], [0, false], [1, false], [9, false]]);
});

it('keeps back from three of them what the fourth reads exactly', async () => {
  const { house } = hers.world;
  await receivedBefore(hers.world, hers.desk.officer, persons(3).map((person) => ({ at: `${monthPlus(last, -1)}-05`, person })));
  const small = { ...wish, from: monthPlus(last, -1), to: monthPlus(last, -1) };
  const values = await Promise.all(['donor', 'ministry', 'coach', 'manager'].map(async (who) => (await ask(house, readers[who]!, figure, small)).shown.value));
  expect(values).toEqual([null, null, null, 3]);
});

it('a reader whose role is taken back while the figure is open reads nothing more, by page, by file or by program', async () => {
  const donor = await hers.world.as('donor_viewer');
  const headers = await bearerOf(hers.world, donor);
  const program = async () => (await web.app.request(`http://localhost/api/v1/evidence/figure?${new URLSearchParams(wish)}`, { headers })).status;
  const page = async () => (await web.get(`/figures/persons-received?from=${last}&to=${last}`, donor)).status;
  expect([await page(), await program()]).toEqual([200, 200]);
  const [{ grant }] = await ownerQuery<{ grant: string }>(hers.world.house, 'select id as grant from network.held_role where account_id = $1', [donor.account]) as [{ grant: string }];
  await act(hers.world.house, hers.world.console, endRole, { grant });
  // A session is remembered for less than a second; here nobody waits.
  forgetSession((await web.cookies(donor)).split('=').slice(1).join('='));
  const [afterPage, afterProgram] = [await page(), await program()];
  expect(afterPage).not.toBe(200);
  expect([401, 403, 404]).toContain(afterProgram);
});

it('whoever loses her hub and keeps the network falls from the exact number to the one that is kept back', async () => {
  const { world } = hers;
  const actor = await world.as('hub_manager', { also: ['supervisor'] });
  const headers = await bearerOf(world, actor);
  const month = monthPlus(last, -1);
  const read = async () => web.app.request(`http://localhost/api/v1/evidence/figure?${new URLSearchParams({ ...wish, from: month, to: month })}`, { headers });
  expect(((await (await read()).json()) as { shown: { value: number } }).shown.value).toBe(3);
  const grants = await ownerQuery<{ grant: string }>(world.house, 'select id as grant from network.held_role where account_id = $1', [actor.account]);
  for (const { grant } of grants) await act(world.house, world.console, endRole, { grant });
  expect((await read()).status).toBe(403);
  await ownerQuery(world.house, `insert into network.held_role (network_id, id, account_id, role, scope, hub_id, from_at, until_at, granted_by, waits)
    select network_id, gen_random_uuid(), account_id, 'ministry_viewer', 'network', null, now() - interval '1 minute', now() + interval '1 day', granted_by, false from network.held_role where id = $1`, [grants[0]!.grant]);
  expect(((await (await read()).json()) as { shown: { value: number | null; kept: boolean } }).shown).toMatchObject({ value: null, kept: true });
});
