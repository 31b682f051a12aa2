import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { safeContact } from '#modules/people/safe-contact/safe-contact.query.ts';
import { setSafeContact } from '#modules/people/safe-contact/set-safe-contact.ts';
import { queueMessage } from '#modules/messages/queue/queue-message.ts';
import '#modules/messages/routes.tsx';
import { noteSafeContact } from '#modules/people/safe-contact/note-safe-contact.ts';
import { personSheet } from '#modules/people/person-sheet/person-sheet.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
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

it('leaves to the letter what the same words leave at the desk: the rule, its trace in nobody’s name, for each number its own', async () => {
  const { world: { house, network, hub }, officer, person: one, never } = await openStory();
  const { person: other } = await act(house, officer, registerPerson, { name: 'هالة بن عمر', phone: '20 654 321', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written' });
  await act(house, officer, recordConsent, { person: other, purpose: 'contact', answer: 'given', channel: 'written', language: 'fr' });
  const cards = (person: string) => ask(house, officer, safeContact, { person });
  await act(house, officer, setSafeContact, { contact: (await cards(other))[0]!.id, owner: 'self', channels: ['sms', 'call'], words: 'La boutique' });
  for (const person of [one, other]) {
    await act(house, officer, setContact, { person, email: `${person}@example.org`, email_owner: 'self' });
    await act(house, officer, setSafeContact, { contact: (await cards(person)).find(({ kind }) => kind === 'email')!.id, owner: 'self', channels: ['email'], words: 'La boutique' });
  }
  const jobs = () => ownerQuery<{ id: string; payload: { action: string; input: Record<string, string> }; later: boolean; rest: string }>(house,
    `select id, payload, run_at > now() + interval '5 seconds' as later, jsonb_build_object('task', task_id, 'key', key, 'most', max_attempts, 'queue', job_queue_id, 'priority', priority, 'flags', flags)::text as rest
     from graphile_worker._private_jobs where payload ->> 'network' = $1 and payload ->> 'action' = 'people.note-safe-contact' order by run_at, id`, [network]);
  for (const { payload } of await jobs()) await act(house, jobOf(network), noteSafeContact, payload.input);
  const seen = new Set((await jobs()).map(({ id }) => id));
  for (const { id: contact } of await cards(other)) await act(house, officer, setSafeContact, { contact, owner: 'self', never: true });
  await never();
  const waiting = (await jobs()).filter(({ id }) => !seen.has(id));
  expect(waiting).toHaveLength(4);
  expect(waiting.filter(({ later }) => later)).toHaveLength(1);
  for (const { payload } of waiting) await act(house, jobOf(network), noteSafeContact, payload.input);

  const left = async (person: string) => {
    const rules = await ownerQuery<{ id: string; set_at: Date; row: Record<string, unknown> }>(house, `select id, set_at, to_jsonb(r) - array['id', 'person_id', 'contact_id', 'set_at', 'ended_at', 'sealed_words']
      || jsonb_build_object('ended', ended_at is not null, 'words', sealed_words is not null) as row from people.contact_rule r where network_id = $1 and person_id = $2 order by kind, set_at, id`, [network, person]);
    const events = await ownerQuery<{ row: Record<string, unknown> }>(house, `select to_jsonb(e) - array['id', 'at', 'subject_id', 'person_id', 'xid', 'key', 'input_hash'] as row from core.event e
      where network_id = $1 and person_id = $2 order by body ->> 'kind', at, id`, [network, person]);
    const { events: told } = await ask(house, officer, personSheet, { person });
    return { rules: rules.map(({ row }) => row), events: events.map(({ row }) => row), told: told.map(({ name, body }) => ({ name, body })), moments: new Set(rules.map(({ set_at }) => +set_at)).size, many: rules.length,
      jobs: waiting.filter(({ payload }) => payload.input.person === person).map(({ rest, payload: { input, ...more } }) => ({ rest, more, input: Object.keys(input), kind: input.kind, hub: input.hub === hub })).sort((a, b) => a.kind! < b.kind! ? -1 : 1) };
  };
  const [hers, others] = [await left(one), await left(other)];
  expect(hers.events.filter(({ name }) => name === 'people.safe-contact-set').every(({ account_id: who }) => who === null)).toBe(true);
  expect(others.rules.filter(({ never: said }) => said)).toHaveLength(2);
  expect([hers.moments, hers.many]).toEqual([6, 6]);
  expect(hers).toEqual(others);
});
