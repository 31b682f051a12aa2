import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { localeOf } from '#core/words/locale.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { personContact } from '../person-contact/person-contact.ts';
import { recordConsent } from '../record-consent/record-consent.ts';
import { setContact } from '../set-contact/set-contact.ts';
import { fieldNames } from './field-name.ts';
import { recentLooks } from './recent-looks.ts';

it('the auditor is led from her menu to the files opened lately, without a name, and on to who looked', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person('زينب الورتاني');
  await act(world.house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
  await desk.visit(person);
  await act(world.house, desk.officer, setContact, { person, phone: '+216 22 345 678', phone_owner: 'self' });
  for (let looks = 0; looks < 3; looks++) await ask(world.house, desk.officer, personContact, { person });
  const auditor = await world.as('dpo', { scope: 'network' });
  const { files, total } = await ask(world.house, auditor, recentLooks, {});
  expect([files, total]).toMatchObject([[{ person, times: 3, readers: 1 }], 1]);

  const web = await openWeb(world);
  const list = await (await web.get('/looks', auditor)).text();
  expect(list).toMatch(/<nav class="sections"[^]*?href="\/looks"/);
  expect(list).toContain(`href="/people/${person}/looks?from=looks"`);
  expect(list).not.toContain('الورتاني');
  const looked = await (await web.get(`/people/${person}/looks?from=looks`, auditor)).text();
  expect(looked).toContain('معلومات التواصل');
  expect(looked).not.toContain('person_contact');
  expect(await (await web.get(`/people/${person}/contact`, desk.officer)).text()).toContain('+216 22 345 678');
});

it('another hub’s supervisor sees nothing of it, and an officer finds no list', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person();
  await act(world.house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
  await desk.visit(person);
  await act(world.house, desk.officer, setContact, { person, phone: '+216 22 345 678', phone_owner: 'self' });
  await ask(world.house, desk.officer, personContact, { person });
  const here = await world.as('supervisor');
  const elsewhere = await (await world.secondHub()).as('supervisor');
  expect((await ask(world.house, here, recentLooks, {})).files).toHaveLength(1);
  expect((await ask(world.house, elsewhere, recentLooks, {})).files).toEqual([]);
  expect((await (await openWeb(world)).get('/looks', desk.officer)).status).toBe(404);
});

it('names a field once, and one it does not know without its column', () => {
  const reader = { locale: localeOf('fr', 'TN'), terms: {} };
  expect(fieldNames(reader, ['desk.disclosure.sealed', 'desk.referral.decline_words', 'people.person_contact.sealed'])).toBe('ce qui a été transmis à un partenaire et ses coordonnées');
  expect(fieldNames(reader, ['new.table.column'])).toBe('un champ scellé');
});
