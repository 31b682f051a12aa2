import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { safeContact } from '#modules/people/safe-contact/safe-contact.query.ts';
import { setSafeContact } from '#modules/people/safe-contact/set-safe-contact.ts';
import { queueMessage } from '#modules/messages/queue/queue-message.ts';
import '#modules/messages/routes.tsx';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openFile } from '../open-file/open-file.ts';
import '../routes.tsx';
import { neverUse } from './never-use.ts';

/** A woman with a phone she agreed to be reached by, and her protected file; the desk knows nothing of the file. */
async function openStory() {
  const world = await openHub({ demo: true });
  const { house } = world;
  const { officer } = await openDesk(world);
  const { person } = await act(house, officer, registerPerson, { name: 'سعاد المرزوقي', phone: '20 123 456', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written' });
  await act(house, officer, recordConsent, { person, purpose: 'contact', answer: 'given', channel: 'written', language: 'fr' });
  const cards = () => ask(house, officer, safeContact, { person });
  await act(house, officer, setSafeContact, { contact: (await cards())[0]!.id, owner: 'self', channels: ['sms', 'call'], words: 'La boutique' });
  const amel = await world.as('protection_officer');
  const [{ code }] = await ownerQuery<{ code: string }>(house, 'select code from people.person where id = $1', [person]) as [{ code: string }];
  const { file } = await act(house, amel, openFile, { code, called: 'Fleur' });
  const queue = () => act(house, jobOf(world.network), queueMessage, { hub: world.hub, person, template: 'come-by', params: {} });
  const never = (more = {}, by: Actor = amel) => act(house, by, neverUse, { file, ...more });
  return { world, house, officer, person, amel, file, cards, queue, never };
}

it('reaches the gate of every message, however the number is typed, and stands at the desk as never', async () => {
  const { world, house, cards, queue, never } = await openStory();
  expect((await queue()).reason).toBeNull();
  const happened = () => ownerQuery<{ n: number }>(house, 'select count(*)::int as n from core.event where network_id = $1', [world.network]);
  const before = await happened();
  await never({ number: '٢٠ ١٢٣ ٤٥٦' });
  expect(await happened()).toEqual(before);
  expect((await queue()).reason).toBe('never');
  const [card, ...more] = await cards();
  expect(card).toMatchObject({ never: true, asked: true, channels: [], hours: [], safeWords: true });
  expect(more).toEqual([]);
});

it('left empty it is every number; another number, none, and nobody named are said so', async () => {
  const { house, cards, never, amel } = await openStory();
  await expect(never({ number: '20 999 888' })).rejects.toMatchObject({ code: 'confidential.number-not-kept' });
  await expect(never({ number: 'abc' })).rejects.toMatchObject({ code: 'confidential.number-unreadable' });
  expect(await cards()).toMatchObject([{ never: false }]);
  await never();
  expect(await cards()).toMatchObject([{ never: true }]);
  const { file: unnamed } = await act(house, amel, openFile, { called: 'Sans nom' });
  await expect(never({ file: unnamed })).rejects.toMatchObject({ code: 'confidential.not-named' });
});

it('is only for whoever writes in the file', async () => {
  const { world, officer, never } = await openStory();
  await expect(never({}, await world.as('protection_officer'))).rejects.toMatchObject({ name: 'NotFound' });
  await expect(never({}, officer)).rejects.toMatchObject({ code: 'core.role-missing' });
});
