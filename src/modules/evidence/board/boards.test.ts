import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { ask } from '#core/pipeline.ts';
import '#apps/web/sitemap.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openLivedInProgramme } from '#tests/fixtures/open-programme.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { boardList } from './board-list.query.ts';
import { hubBoard, networkBoard, regionBoard } from './boards.query.ts';
import { funderBoard, programmeBoard } from './of-programmes.query.ts';

const last = monthPlus(monthOf(new Date()), -1);
const on = (month: string, day: number) => `${month}-${String(day).padStart(2, '0')}`;

/** Two hubs of two governorates: seven and three persons in the last month, two more in the month before at the first. */
async function twoHubs() {
  const world = await openHub({ territory: 'TN-43', demo: true });
  const far = await world.secondHub({ territory: 'TN-53' });
  const [here, there] = [await world.as('desk_officer'), await far.as('desk_officer')];
  await receivedBefore(world, here, [...persons(7).map((person) => ({ at: on(last, 3), person })), ...persons(2).map((person) => ({ at: on(monthPlus(last, -1), 3), person }))]);
  await receivedBefore(far, there, persons(3).map((person) => ({ at: on(last, 4), person, territory: 'TN-53' })));
  return { world, far, here, there };
}

const received = (board: { figures: readonly { indicator: string; total: { value: number | null } }[] }) => board.figures.find(({ indicator }) => indicator === 'persons-received')!.total.value;

it('shows the hub its exact numbers over twelve months, by month and by place, and the hub beside it with small numbers kept back', async () => {
  const { world, far, here } = await twoHubs();
  const board = await ask(world.house, here, hubBoard, {});
  expect([board.exact, received(board), board.trend.length]).toEqual([true, 9, 12]);
  expect(board.trend.filter(({ shown }) => shown.value).map(({ month, shown }) => [month, shown.value])).toEqual([[monthPlus(last, -1), 2], [last, 7]]);
  expect(board.places).toMatchObject({ rows: [{ key: 'TN-43', shown: { value: 9 } }], folded: false });
  // Three persons at the other hub: kept back, and with them the seven of this one, since ten in all are shown.
  expect(board.hubs.map(({ hub, figures }) => [hub, figures['persons-received']!.value]).sort()).toEqual([[world.hub, null], [far.hub, null]].sort());
  expect(board.hubs.every(({ figures }) => figures['persons-received']!.kept)).toBe(true);
});

it('shows whoever looks over the network one closed month with small numbers kept back, and a coordinator no region but her own', async () => {
  const { world } = await twoHubs();
  for (const role of ['network_admin', 'ministry_viewer', 'donor_viewer'] as const) {
    const actor = await world.as(role);
    const board = await ask(world.house, actor, networkBoard, { month: monthOf(new Date()) });
    expect([board.exact, board.period, received(board)]).toEqual([false, { from: last, to: last }, 10]);
    expect(board.places.rows.map(({ key }) => key)).not.toContain('TN-53');
    expect(board.places.folded).toBe(true);
    expect(received(await ask(world.house, actor, regionBoard, { region: 'TN-53' }))).toBe(null);
  }
  const coordinator = await world.as('regional_coordinator', { territory: 'TN-43' });
  expect((await ask(world.house, coordinator, regionBoard, { region: 'TN-43' })).hubs.map(({ hub }) => hub)).toEqual([world.hub]);
  for (const region of ['TN-53', 'TN-99', 'TN']) await expect(ask(world.house, coordinator, regionBoard, { region })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(ask(world.house, coordinator, networkBoard, {})).rejects.toMatchObject({ code: 'core.role-missing' });
});

it('opens to each role the boards of its own reach, on the page as in the query, and to the wrong one none', async () => {
  const { world, here } = await twoHubs();
  const admin = await world.as('network_admin');
  const { body } = await openDirectory(world);
  const funder = await body({ fr: 'Organisme qui paie', ar: 'هيكل ممول' });
  const { programme } = await openLivedInProgramme(world, admin, funder);
  const pages = ['/boards', '/boards/network', '/boards/region/TN-43', '/boards/hub', `/boards/programme/${programme}`, `/boards/funder/${funder}`];
  const web = await openWeb(world);
  const opened = async (actor: Actor) => Promise.all(pages.map(async (page) => (await web.get(`${page}?lang=fr`, actor)).status));
  const whole = [200, 200, 200, 404, 200, 200];
  expect(await opened(admin)).toEqual(whole);
  expect(await opened(await world.as('ministry_viewer'))).toEqual(whole);
  expect(await opened(await world.as('donor_viewer'))).toEqual(whole);
  expect(await opened(await world.as('regional_coordinator', { territory: 'TN-43' }))).toEqual([200, 404, 200, 404, 200, 404]);
  expect(await opened(here)).toEqual([200, 404, 404, 200, 404, 404]);
  expect(await opened(await world.as('hub_manager'))).toEqual([200, 404, 404, 200, 200, 404]);
  expect(await opened(await world.as('merchant'))).toEqual([404, 404, 404, 404, 404, 404]);
  const donor = await world.as('donor_viewer');
  expect(await ask(world.house, donor, boardList, {})).toMatchObject({ network: true, hub: false, regions: ['TN-43', 'TN-53'], programmes: [{ id: programme }], funders: [{ id: funder }] });
  expect(await ask(world.house, here, boardList, {})).toMatchObject({ network: false, hub: true, regions: [], funders: [] });
  expect((await ask(world.house, donor, funderBoard, { funder })).programmes).toMatchObject([{ id: programme, parts: [{ share: 8650, amount: null, currency: 'TND' }] }]);
  expect((await ask(world.house, donor, programmeBoard, { programme })).costs).toMatchObject([{ amount: 1_000_000, currency: 'TND' }]);
  // A body that pays for nothing has no board, and neither has one that never was.
  await expect(ask(world.house, donor, funderBoard, { funder: await body({ fr: 'Sans programme' }) })).rejects.toMatchObject({ name: 'NotFound' });
});

it('leads from each number of a board to the page of that number, which says the same to the same reader', async () => {
  const { world, here } = await twoHubs();
  const web = await openWeb(world);
  const readers: readonly (readonly [string, Actor])[] = [
    ['/boards/hub', here], ['/boards/network', await world.as('donor_viewer')], ['/boards/region/TN-43', await world.as('ministry_viewer')], ['/boards/region/TN-43', await world.as('regional_coordinator', { territory: 'TN-43' })],
  ];
  for (const [page, actor] of readers) {
    const html = await (await web.get(`${page}?lang=fr`, actor)).text();
    const [, href, shown] = /<a href="(\/figures\/persons-received\?[^"]+)"><bdi[^>]*>([^<]+)</.exec(html)!;
    const opened = await web.get(`${href!.replaceAll('&amp;', '&')}&lang=fr`, actor);
    expect([page, opened.status, (await opened.text()).includes(`<strong><bdi dir="auto">${shown}</bdi></strong>`)]).toEqual([page, 200, true]);
    const others = [...html.matchAll(/href="(\/(?:figures|indicators|targets|region)\/?[^"]*)"/g)].map(([, one]) => one!.replaceAll('&amp;', '&'));
    // One of each kind: the same page says every month and every place.
    for (const one of new Map(others.map((address) => [address.split('?')[0], address])).values()) expect([one, (await web.get(one, actor)).status]).toEqual([one, 200]);
    expect(html.length).toBeLessThan(150_000);
  }
}, 120_000);

it('draws the board in Arabic from right to left without a sentence in another language', async () => {
  const { world, here } = await twoHubs();
  const web = await openWeb(world);
  const html = await (await web.get('/boards/hub?lang=ar', here)).text();
  expect([html.includes('dir="rtl"'), html.includes('أين الحاجة وأين الخدمة'), html.includes('سيدي بوزيد'), /Received|Accueillis/.test(html)]).toEqual([true, true, true, false]);
});
