import { expect, it } from 'vitest';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';

it('a visit, an event with a measure, professionals and a baseline go through forms alone, and a list is taken out', async () => {
  const world = await openHub();
  const [manager, officer] = [await world.as('hub_manager'), await world.as('desk_officer')];
  const body = await inventOrganization(world);
  const web = await openWeb(world);
  const today = dayAtHub();
  const file = Buffer.from('%PDF-1.4\n%%EOF').toString('base64');
  const sent = async (to: string, fields: Record<string, string>, from = to) => {
    const answer = await web.send(to, fields, manager, from);
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: answer.status === 303 ? '' : await answer.text() };
  };
  const shown = async (at: string, lang = 'fr', by = manager) => {
    const answer = await web.get(`${at}${at.includes('?') ? '&' : '?'}lang=${lang}`, by);
    expect([at, answer.status]).toEqual([at, 200]);
    return answer.text();
  };
  const wrong = await sent('/registers/study-visits/new', { 'names.fr': 'Séville', organization: body, starts_on: '' });
  expect([wrong.status, wrong.text.includes('href="#f-starts_on"'), wrong.text.includes('value="Séville"')]).toEqual([422, true, true]);
  const { to: visit } = await sent('/registers/study-visits/new', { 'names.fr': 'Séville', 'about.fr': '', organization: body, starts_on: today, country: 'es' });
  expect(visit).toMatch(/^\/registers\/entries\/[0-9a-f-]{36}$/);
  expect(await shown(visit)).toContain(`${visit}/step?to=done`);
  expect(await shown(visit, 'fr', officer)).not.toContain('/step?to=');
  expect((await sent(`${visit}/step`, { to: 'done', on: today, female: '3' }, `${visit}/step?to=done`)).to).toBe(`${visit}?done=1`);
  const without = await sent(`${visit}/step`, { to: 'reported', on: today }, `${visit}/step?to=reported`);
  expect([without.status, without.text.includes('sans la pièce') || without.text.includes('دون الوثيقة')]).toEqual([422, true]);
  await sent(`${visit}/step`, { to: 'reported', on: today, file, file_name: 'Rapport.pdf' }, `${visit}/step?to=reported`);
  const sheet = await shown(visit);
  const proof = /\/proofs\/[0-9a-f-]{36}/.exec(sheet)![0];
  const paper = await web.get(proof, officer);
  expect([paper.status, paper.headers.get('content-type'), paper.headers.get('content-disposition')?.includes('Rapport.pdf')]).toEqual([200, 'application/pdf', true]);
  expect((await web.get(proof, await (await world.secondHub()).as('hub_manager'))).status).toBe(404);
  const change = /\/registers\/entries\/[0-9a-f-]+\/proofs\/[0-9a-f-]+/.exec(sheet)![0];
  expect(await shown(change, 'ar')).toContain('سحبها');
  expect((await sent(`${change}/withdraw`, { why: 'mistaken' }, change)).to).toBe(`${visit}?done=1`);
  expect(await shown(visit)).toContain('Plus maintenant');
  expect((await sent(change, { file, title: 'Rapport corrigé' }, change)).to).toBe(`${visit}?done=1`);

  const { to: event } = await sent('/registers/events/new', { 'names.ar': 'يوم دراسي', organization: body, form: 'study_day', starts_on: today });
  await sent(`${event}/step`, { to: 'announced', on: today }, `${event}/step?to=announced`);
  await sent(`${event}/step`, { to: 'held', on: today }, `${event}/step?to=held`);
  expect((await sent(`${event}/measures`, { 'what.fr': 'Ouvrir douze incubatrices', owner: 'ADS', due_on: today }, `${event}/measures`)).to).toBe(`${event}?done=1`);
  const measure = /\/registers\/entries\/[0-9a-f-]+\/measures\/[0-9a-f-]+/.exec(await shown(event))![0];
  expect((await sent(measure, { state: 'in_progress', progress: '30', on: today }, measure)).to).toBe(`${event}?done=1`);
  expect(await shown('/registers/measures', 'fr', officer)).toContain('Ouvrir douze incubatrices');

  for (const slug of ['recommendations', 'studies', 'pilots']) for (const lang of ['ar', 'fr', 'en']) { await shown(`/registers/${slug}`, lang); await shown(`/registers/${slug}/new`, lang); }
  const { to: added } = await sent('/registers/professionals', { name: 'Salma Trabelsi', organization: body, occupation: 'social_worker', sex: 'female' });
  expect(added).toBe('/registers/professionals?done=1');
  const who = /name="professionals"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="professionals"/.exec(await shown('/registers/professionals/training'))!;
  expect((await sent('/registers/professionals/training', { professionals: who[1] ?? who[2]!, 'topic.fr': 'Écoute', on: today, hours: '12', file }, '/registers/professionals/training')).to).toBe(added);
  expect((await web.get('/registers/professionals', officer)).status).toBe(404);
  const { to: baselines } = await sent('/registers/baselines/new', { 'what.fr': 'Part rurale', value: '36', unit: 'percent', on: '2025-01-15', method: 'register', said_by: 'Recensement' });
  const again = /\/registers\/baselines\/[0-9a-f-]{36}\/again/.exec(await shown(baselines))![0];
  expect(await shown(again, 'ar')).toContain('قياس جديد');
  expect((await sent(again, { value: '41,5', on: today, method: 'survey', said_by: 'Enquête' }, again)).to).toBe('/registers/baselines?done=1');
  for (const lang of ['ar', 'fr', 'en']) for (const at of ['/registers', visit, event, '/registers/baselines', '/registers/professionals']) await shown(at, lang);
  const list = await shown('/registers/study-visits', 'fr', manager);
  const key = /<table class="[^"]*(of-[\w-]+)/.exec(list)![1];
  const taken = await web.get(`/lists/csv/registers/study-visits?list=${key}&lang=fr`, manager);
  expect([taken.status, (await taken.text()).includes('Séville')]).toEqual([200, true]);
});
