import { beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { showPage } from '#tests/fixtures/show-page.ts';
import { openCommitteeDecision } from './open-committee-decision/open-committee-decision.ts';
import { directoryRoutes } from './routes.tsx';
import { setEligibility } from './set-eligibility/set-eligibility.ts';

const payload = '<script>alert(1)</script><img src=x onerror=alert(2)>';
let directory: Directory;
let params: Record<string, string>;

beforeAll(async () => {
  directory = await openDirectory(await openHub());
  const service = await directory.service({
    names: { ar: 'ورشة الخياطة', fr: `Atelier ${payload}` }, descriptions: { fr: payload }, areas: ['TN-43'], waitingDays: 3, capacityPlaces: 5, freePlaces: 2,
    costs: [{ amount: '5', currency: 'TND', names: { fr: payload } }], mayLose: [{ kind: 'right', names: { fr: payload } }], bornOf: { fr: payload },
  });
  await directory.do(setEligibility, { service, rules: [{ field: 'sex', codes: ['female'], words: { fr: payload } }], priorities: [{ test: { field: 'age', lowest: 18, highest: 35 } }] });
  const owner = await directory.body();
  const { decision } = await directory.do(openCommitteeDecision, { what: { fr: payload }, owner, decidedOn: '2024-01-01', dueOn: '2024-02-01', serviceType: 'LEG', territory: 'TN-43' });
  params = { service, decision };
});

const shown = directoryRoutes.filter((page) => page.show);
const reader = (audience: string) => (audience === 'citizen' ? visitor(directory.world.network) : directory.manager);

describe.each(shown)('$path', (page) => {
  test.each(['ar', 'fr', 'en'] as const)('draws in %s, within its weight, and what people typed stays text', async (lang) => {
    const html = await showPage(directory.world.house, reader(page.audience), page, { lang, params });
    expect(html).toContain(`lang="${lang}`);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(Buffer.byteLength(html)).toBeLessThan(page.audience === 'citizen' ? 50_000 : 150_000);
  });
});

test('a form is shown again with what was typed', async () => {
  const page = directoryRoutes.find(({ path }) => path === '/services/new')!;
  const html = await showPage(directory.world.house, directory.manager, page, {
    values: { names: { fr: 'Gardé' }, documents: { 0: { fr: 'CIN gardée' } } }, errors: { mainType: 'Choisissez.' },
  });
  expect(html).toContain('value="Gardé"');
  expect(html).toContain('value="CIN gardée"');
  expect(html).toContain('Choisissez.');
});

test('the public list offers pictures, counts and places, and finds in another script', async () => {
  const page = directoryRoutes.find(({ path }) => path === '/directory')!;
  const found = await showPage(directory.world.house, reader('citizen'), page, { lang: 'ar', search: { q: 'الخياطه', type: 'nonsense' } });
  expect(found).toContain('ورشة الخياطة');
  expect(found).toContain('سيدي بوزيد');
  const none = await showPage(directory.world.house, reader('citizen'), page, { lang: 'ar', search: { q: 'كهرباء' } });
  expect(none).not.toContain('ورشة الخياطة');
});

test('two services of one name are told apart by the places they cover', async () => {
  await directory.service({ names: { fr: 'Tamkin' }, areas: ['TN-42'] });
  await directory.service({ names: { fr: 'Tamkin' }, areas: ['TN-51', 'TN-52', 'TN-53', 'TN-61'] });
  const page = directoryRoutes.find(({ path }) => path === '/directory')!;
  const html = await showPage(directory.world.house, reader('citizen'), page, { lang: 'fr', search: { q: 'Tamkin' } });
  const doors = [...html.matchAll(/class="card door-card"[\s\S]*?<\/a>/g)].map(([door]) => door);
  expect(doors.map((door) => [/Kasserine/.test(door), /Sousse, Monastir et Mahdia…/.test(door)]).sort()).toEqual([[false, true], [true, false]]);
});

test('another hub reads the sheet without its buttons', async () => {
  const page = directoryRoutes.find(({ path }) => path === '/services/:service')!;
  const neighbour = await openDirectory(await directory.world.secondHub());
  const ours = await showPage(directory.world.house, directory.manager, page, { params });
  const theirs = await showPage(directory.world.house, neighbour.manager, page, { params });
  expect(ours).toContain(`/services/${params.service}/withdraw`);
  expect(theirs).not.toContain(`/services/${params.service}/`);
});
