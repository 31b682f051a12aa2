import { beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { addLocation } from '../add-location/add-location.ts';
import { offerAtLocation } from '../offer-at-location/offer-at-location.ts';
import { serviceList, serviceSearch } from './service-search.query.ts';

let directory: Directory;
const ids: Record<string, string> = {};

beforeAll(async () => {
  directory = await openDirectory(await openHub());
  const cooperative = await directory.body({ ar: 'تعاضدية خديجة للنسيج', fr: 'Coopérative Khadija de tissage' });
  const list = async (key: string, said: Record<string, unknown>) => (ids[key] = await directory.service(said));
  await list('legal', { names: { ar: 'مساندة قانونية للنساء', fr: 'Appui juridique aux femmes', en: 'Legal support for women' }, mainType: 'LEG', areas: ['TN-43'], languages: ['ar', 'fr'] });
  await list('loans', { names: { ar: 'القروض الصغيرة', fr: 'Microcrédit' }, mainType: 'FIN', areas: ['TN-53'], stages: ['creation'], descriptions: { fr: 'Un prêt pour démarrer une activité.' } });
  await list('weaving', { names: { ar: 'ورشة النسيج', fr: 'Atelier de tissage' }, mainType: 'CAP', organization: cooperative, modes: ['partner-site'], stages: ['idea'] });
  await list('photo', { names: { ar: 'تصوير المنتجات', fr: 'Photographie des produits', en: 'Product photography' }, mainType: 'PHO', otherTypes: ['DIG'], modes: ['online'] });
  await list('digital', { names: { ar: 'التسويق الرقمي', fr: 'Marketing numérique', en: 'Online selling' }, mainType: 'DIG', modes: ['online'], waitingDays: 3 });
  await list('coworking', { names: { ar: 'فضاء العمل المشترك', fr: 'Espace de coworking' }, mainType: 'COW' });
  const { location } = await directory.do(addLocation, { names: { ar: 'دار بن عاشور', fr: 'Dar Ben Achour' }, kind: 'physical', territory: 'TN-11', locality: 'Tunis' });
  await directory.do(offerAtLocation, { service: ids.coworking!, location });
});

const found = async (filter: Record<string, unknown>) => {
  const { services } = await directory.ask(serviceSearch, filter, visitor(directory.world.network));
  return services.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0]);
};

describe('words in three languages, any script, any spelling', () => {
  test.each([
    ['juridique', 'legal'], ['JURIDIQUE', 'legal'], ['juridiqe', 'legal'], ['appui juridiques', 'legal'],
    ['legal', 'legal'], ['women', 'legal'], ['قانونية', 'legal'], ['المساندة القانونيه', 'legal'],
    ['microcredit', 'loans'], ['قروض', 'loans'], ['microcrdéit', 'loans'], ['prêt', 'loans'],
    ['tissage', 'weaving'], ['النسيج', 'weaving'], ['Khadidja', 'weaving'], ['خديجه', 'weaving'],
    ['photografie', 'photo'], ['online selling', 'digital'], ['تسويق رقمي', 'digital'], ['Dar Ben Achour', 'coworking'],
    ['دار بن عاشور', 'coworking'], ['cowork', 'coworking'], ['Sidi Bouzid juridique', 'legal'], ['سيدي بوزيد', 'legal'], ['المهدية', 'loans'],
  ])('“%s” finds %s first', async (q, wanted) => {
    expect((await found({ q }))[0]).toBe(wanted);
  });

  test('a stranger finds nothing, punctuation finds everything', async () => {
    expect(await found({ q: 'plomberie' })).toEqual([]);
    expect(await found({ q: '؟!' })).toHaveLength(6);
  });
});

describe('facets', () => {
  test('kind, stage, mode, language', async () => {
    expect(await found({ type: 'DIG' })).toEqual(expect.arrayContaining(['photo', 'digital']));
    expect(await found({ type: 'DIG' })).toHaveLength(2);
    expect(await found({ mode: 'partner-site' })).toEqual(['weaving']);
    expect(await found({ language: 'fr' })).toEqual(['legal']);
    // A service that names no stage helps at any.
    expect(await found({ stage: 'creation' })).not.toContain('weaving');
    expect(await found({ stage: 'creation' })).toContain('legal');
  });

  test('a territory, what lies in it, and what it lies in', async () => {
    expect(await found({ territory: 'TN-43' })).toEqual(['legal']);
    expect(await found({ territory: 'TN-11' })).toEqual(['coworking']);
    expect((await found({ territory: 'TN' })).sort()).toEqual(['coworking', 'legal', 'loans']);
  });

  test('counts are those of the list', async () => {
    const { facets, total } = await directory.ask(serviceList, { q: 'marketing' });
    expect(facets.total).toBe(total);
    expect(facets.type.DIG).toBe(2);
  });
});

test('order and pages', async () => {
  const byWait = await directory.ask(serviceList, { sort: 'waiting', pageSize: 2 });
  expect(byWait.services[0]?.id).toBe(ids.digital);
  expect(byWait.total).toBe(6);
  const all = await Promise.all([1, 2, 3].map((page) => directory.ask(serviceList, { sort: 'name', lang: 'fr', page, pageSize: 2 })));
  const names = all.flatMap(({ services }) => services.map((service) => service.names.fr));
  expect(names).toEqual([...names].sort((a, b) => a!.localeCompare(b!, 'fr')));
  expect(new Set(names).size).toBe(6);
});
