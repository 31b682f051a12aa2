import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { callChoices } from '#modules/incubation/call/call-choices.query.ts';
import { formPreview } from './forms.query.ts';
import { writeForm } from './write-form.ts';
import '../../../apps/web/sitemap.ts';

it('the administrator publishes what a call asks from the screen; whoever opens a call finds it, and nobody else may publish', async () => {
  const world = await openHub();
  const web = await openWeb(world);
  const [admin, manager] = [await world.as('network_admin'), await world.as('hub_manager')];
  expect(await (await web.get('/forms?lang=fr', admin)).text()).toContain('href="/forms/new"');
  expect((await web.get('/forms/new', manager)).status).toBe(404);
  const page = await (await web.get('/forms/new?base=call-project&lang=fr', admin)).text();
  expect([page.includes('name="asked" checked="" value="stage"'), page.includes('name="required" value="since-year"')]).toEqual([true, true]);
  const sent = await web.send('/forms/new', {
    base: 'call-project', code: 'call-femmes', 'names.fr': 'Appel aux femmes', 'names.ar': 'دعوة للنساء', active_from: '2026-01-01', asked: 'stage', required: 'stage',
    'own.0.fr': 'Depuis quand y pensez-vous ?', 'own.0.ar': 'منذ متى؟', 'own.0.kind': 'text', 'own.1.fr': 'Avez-vous un local ?', 'own.1.kind': 'yes-no', 'own.2.fr': '', 'own.2.kind': 'number',
  }, admin, '/forms/new?base=call-project&lang=fr');
  expect([sent.status, /^\/forms\/[0-9a-f-]{36}$/.test(sent.headers.get('location') ?? '')]).toEqual([303, true]);
  const form = sent.headers.get('location')!.split('/').at(-1)!;
  const { questions } = await ask(world.house, admin, formPreview, { form });
  expect(questions.map(({ code, kind, required, sealed }) => [code, kind, required, sealed])).toEqual([['stage', 'choice', true, false], ['own-1', 'text', false, true], ['own-2', 'yes-no', false, false]]);
  expect((await ask(world.house, manager, callChoices, {})).forms.map(({ id }) => id)).toContain(form);

  const write = (given: Record<string, unknown>, actor = admin) => act(world.house, actor, writeForm, { base: form, code: 'call-femmes', names: { fr: 'x' }, active_from: '2026-01-01', asked: ['stage', 'own-1'], required: [], own: [], ...given });
  // The next version of it keeps the one before, and a question of one's own gets a code nobody had.
  const next = await write({ own: [{ fr: 'Encore ?', kind: 'number' }] });
  expect(next.version).toBe(2);
  expect((await ask(world.house, admin, formPreview, { form: next.form })).questions.map(({ code }) => code)).toEqual(['stage', 'own-1', 'own-3']);
  await expect(write({ base: 'call-project', asked: ['since-year'] })).rejects.toMatchObject({ code: 'desk.question-needed' });
  await expect(write({ asked: [] })).rejects.toMatchObject({ code: 'desk.nothing-asked' });
  await expect(write({ code: 'femmes' })).rejects.toMatchObject({ code: 'desk.form-code' });
  await expect(write({ base: 'call-none' })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(write({}, manager)).rejects.toMatchObject({ code: 'core.role-missing' });
});
