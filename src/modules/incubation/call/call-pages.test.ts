import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { callToAnswer } from '#tests/fixtures/call-to-answer.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { applicationList } from '../application/application-list.query.ts';
import { dropCriterion } from '../rules/drop-criterion.ts';

it('a call is published and read by strangers; somebody is typed in at the desk, two at once see both, and a slip names nobody', async () => {
  const test = await callToAnswer(await openHub(), { age_lowest: null, age_highest: null });
  const { world, manager, officer, call } = test;
  const { house } = world;
  const web = await openWeb(world);
  const html = async (address: string, actor: typeof manager | null = null) => {
    const answer = await web.get(address, actor);
    expect([address, answer.status]).toEqual([address, 200]);
    return answer.text();
  };
  const { code } = (await ask(house, manager, callSheet, { call })).call;
  expect(await html('/open-calls')).not.toContain(code);
  expect((await web.get(`/open-calls/${code}`)).status).toBe(404);
  // A criterion by its form: answers left empty give nothing.
  await act(house, manager, dropCriterion, { call, code: 'stage' });
  const criterion = { kind: 'automatic', reads: 'stage', 'names.fr': 'Étape', code: 'stage', weight: '10', most: '10', 'points.existing': '١٠', 'points.idea': '' };
  expect((await web.send(`/calls/${call}/criteria/new?reads=stage`, criterion, manager)).status).toBe(303);
  expect((await ask(house, manager, callSheet, { call })).criteria.find((one) => one.code === 'stage')!.points).toEqual([{ is: 'existing', points: 10 }]);
  expect((await web.send(`/calls/${call}/publish`, {}, manager, `/calls/${call}`)).headers.get('location')).toBe(`/calls/${call}`);

  for (const lang of ['ar', 'fr', 'en']) {
    const shown = await html(`/open-calls/${code}?lang=${lang}`);
    expect(shown).not.toContain('<script');
    expect(shown).toContain('score = 20 × household ÷ 10 + 30 × idea-worth ÷ 20 + 10 × stage ÷ 10');
  }
  expect(await html(`/open-calls?hub=${world.hub}`)).toContain(`/open-calls/${code}`);
  expect(await html('/')).toContain('href="/open-calls"');

  const woman = await test.woman('خديجة العيادي');
  expect(await html(`/people/${woman}/applications`, officer)).toContain(`/calls/${call}/apply?person=${woman}`);
  const begun = await web.send(`/calls/${call}/apply`, { person: woman, applicant: 'person' }, officer, `/calls/${call}/apply?person=${woman}`);
  const at = begun.headers.get('location')!;
  const again = await web.send(`/calls/${call}/apply`, { person: woman, applicant: 'person' }, officer, `/calls/${call}/apply?person=${woman}`);
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('لا يحسب الشخص إلا مرة واحدة')]);
  const seen = (page: string): string => /name="seen" value="([^"]*)"/.exec(page)![1]!.replaceAll('&quot;', '"');
  const opened = seen(await html(`${at}/questions?part=1`, officer));
  const typed = { 'answers.stage': 'idea', 'answers.sector': 'food', part: '1', on: 'yes' };
  const kept = await web.send(`${at}/questions?part=1`, { ...typed, 'answers.project': 'خبز الدار', seen: opened }, officer);
  expect(kept.headers.get('location')).toBe(`${at}/questions?part=2`);
  const second = await web.send(`${at}/questions?part=1`, { ...typed, 'answers.project': 'حلويات', seen: opened }, await world.as('case_worker'), `${at}/questions?part=1`);
  const both = await second.text();
  expect(second.status).toBe(422);
  for (const value of ['خبز الدار', 'حلويات', 'name="keep.project"']) expect(both).toContain(value);
  expect(await html(`${at}/check`, officer)).toContain('/check');
  expect((await web.send(`${at}/check`, {}, officer)).headers.get('location')).toBe(`${at}?done=1`);
  const { applications: [row] } = await ask(house, officer, applicationList, { call });
  const slip = await html(`${at}/receipt?in=ar`, officer);
  expect(slip).toContain(`${row!.receipt.slice(0, 4)}-${row!.receipt.slice(4)}`);
  expect(slip).not.toMatch(/خديجة|خبز/);

  // Who decides about money finds the receipt and no name, on both pages.
  const funding = await world.as('funding_officer');
  for (const address of [`/calls/${call}/applications`, at]) expect(await html(address, funding)).not.toMatch(new RegExp(`خديجة|${woman}`));
  expect((await web.get(`${at}/questions?part=1`, funding)).status).toBe(404);
});
