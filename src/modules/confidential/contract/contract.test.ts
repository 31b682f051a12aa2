import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import '../routes.tsx';
import { openFile } from '../open-file/open-file.ts';
import { writeEntry } from '../write-entry/write-entry.ts';
import { workFaults } from './work-check.ts';

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\u2066-\u2069]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ');

async function contractIn(country: 'TN' | 'MA' | 'ES') {
  const world = await openHub({ country });
  const officer = await world.as('protection_officer');
  const { file } = await act(world.house, officer, openFile, { called: 'Mariam Diallo', kind: 'domestic_work' });
  await act(world.house, officer, writeEntry, { file, kind: 'work_situation', employer: 'Mme Ben S.', employer_address: 'Sfax', tasks: ['cooking'], week_hours: 60, rest: 'none', kept_back: ['papers'] });
  const { entry } = await act(world.house, officer, writeEntry, { file, kind: 'work_contract', begins_on: '2026-12-01', term: 'open', wage: 600, wage_per: 'month', week_hours: 48, rest: 'weekly' });
  const web = await openWeb(world);
  return { officer, web, at: `/safe/f/${file}`, entry };
}

it('is printed in Tunisia in four copies, each marked for whom it is, with the law, the two sides and the wage', async () => {
  const { officer, web, at, entry } = await contractIn('TN');
  const sheet = plain(await (await web.get(`${at}?lang=fr`, officer)).text());
  for (const told of ['Plus d’heures que la loi ne permet', 'Pas de jour entier de repos', 'Des papiers sont retenus']) expect(sheet).toContain(told);
  const holders = ['La travailleuse ou le travailleur', 'L’employeur', 'Inspection du travail', 'Bureau de l’emploi'];
  for (const [index, holder] of holders.entries()) {
    const page = await web.get(`${at}/contract/${entry}/${index + 1}/print?lang=fr`, officer);
    const text = plain(await page.text());
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const told of [`Exemplaire ${index + 1} sur 4 — ${holder}`, '2021-37', 'Mme Ben S.', 'Mariam Diallo', 'Cuisine', '600,000']) expect(text).toContain(told);
  }
  expect((await web.get(`${at}/contract/${entry}/5/print`, officer)).status).toBe(404);
  const pdf = await web.get(`${at}/contract/${entry}/1/print.pdf?lang=ar`, officer);
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
});

it('is printed in Morocco in three copies by its own law, and elsewhere in two without naming one', async () => {
  const morocco = await contractIn('MA');
  const third = plain(await (await morocco.web.get(`${morocco.at}/contract/${morocco.entry}/3/print?lang=ar`, morocco.officer)).text());
  for (const told of ['19.12', 'مفتشية الشغل']) expect(third).toContain(told);
  expect((await morocco.web.get(`${morocco.at}/contract/${morocco.entry}/4/print`, morocco.officer)).status).toBe(404);
  const spain = await contractIn('ES');
  const second = plain(await (await spain.web.get(`${spain.at}/contract/${spain.entry}/2/print?lang=fr`, spain.officer)).text());
  expect(second).toContain('Exemplaire 2 sur 2');
  expect(second).not.toMatch(/loi n°/);
});

it('tells hours, rest, papers, wage and go-betweens that the law forbids, and nothing where no law was read', () => {
  expect(workFaults('TN', { week_hours: 49, rest: 'sometimes', kept_back: ['papers', 'wage'], via: 'acquaintance' })).toEqual(['hours', 'rest', 'papers', 'wage_kept', 'go_between']);
  expect(workFaults('MA', { week_hours: 48, rest: 'weekly', kept_back: ['phone'], via: 'acquaintance' })).toEqual([]);
  expect(workFaults('TN', {})).toEqual([]);
  expect(workFaults('ES', { week_hours: 90 })).toEqual([]);
});
