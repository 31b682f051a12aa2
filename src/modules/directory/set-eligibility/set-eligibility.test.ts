import { beforeAll, expect, test } from 'vitest';
import { localeOf } from '#core/words/locale.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { wordsOfTest } from '../eligibility/words-of-test.ts';
import { serviceSheet } from '../service-page/service-page.query.ts';
import { servicesForMatchingQuery } from '../services-for-matching/services-for-matching.query.ts';
import { setEligibility } from './set-eligibility.ts';

let directory: Directory;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
});

test('rules and priority groups are kept as data with their words', async () => {
  const service = await directory.service();
  await directory.do(setEligibility, {
    service,
    rules: {
      0: { field: 'age', lowest: '18', highest: '٣٥' }, 1: { field: 'territory', codes: 'TN-43' },
      2: { field: 'legal-form', codes: ['cooperative', 'smsa'], operator: 'none-of', words: { fr: 'Pas les SMSA' } }, 3: { field: '', codes: '' },
    },
    priorities: [{ test: { field: 'sex', codes: ['female'] }, weight: '3' }],
  } as never);
  const { entry } = await directory.ask(serviceSheet, { service });
  expect(entry.rules).toMatchObject([
    { field: 'age', operator: 'between', lowest: 18, highest: 35, codes: [] },
    { field: 'territory', operator: 'within', codes: ['TN-43'] },
    { field: 'legal-form', operator: 'none-of', codes: ['cooperative', 'smsa'], words: { fr: 'Pas les SMSA' } },
  ]);
  expect(entry.priorities).toMatchObject([{ field: 'sex', operator: 'one-of', codes: ['female'], weight: 3 }]);
  const said = entry.rules.map((rule) => wordsOfTest({ locale: localeOf('fr', 'TN'), terms: {} }, rule, () => 'Sidi Bouzid').text.replace(/[\u2068\u2069]/g, ''));
  expect(said).toEqual(['De 18 à 35 ans', 'Vit à\u00A0: Sidi Bouzid', 'Pas les SMSA']);
});

test('matching gets everything it weighs, and a full or closed service stays in sight', async () => {
  const service = await directory.service({ mainType: 'FIN', freePlaces: 0, capacityPlaces: 4, waitingDays: 30, mayLose: [{ kind: 'scheme', names: { fr: 'PNAFN' } }] });
  const gone = await directory.service({ mainType: 'MKT' });
  const found = await directory.ask(servicesForMatchingQuery, { types: ['FIN'], only: [] });
  expect(found.find(({ id }) => id === service)).toMatchObject({ freePlaces: 0, waitingDays: 30, mayLose: [{ kind: 'scheme' }], rules: [], priorities: [] });
  expect(found.map(({ id }) => id)).not.toContain(gone);
});

test('refuses half a rule, unknown codes and unknown places', async () => {
  const service = await directory.service();
  const set = (rule: object) => directory.do(setEligibility, { service, rules: [rule], priorities: [] } as never);
  await expect(set({ field: 'age' })).rejects.toThrow('rules.0.codes');
  await expect(set({ field: 'age', lowest: 40, highest: 20 })).rejects.toThrow('rules.0.highest');
  await expect(set({ field: 'sex', codes: ['other'] })).rejects.toThrow('rules.0.codes');
  await expect(set({ field: 'territory', codes: ['TN-99'] })).rejects.toMatchObject({ code: 'directory.unknown-territory' });
  const neighbour = await openDirectory(await directory.world.secondHub());
  await expect(neighbour.do(setEligibility, { service, rules: [], priorities: [] })).rejects.toMatchObject({ name: 'NotFound' });
});
