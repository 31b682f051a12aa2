import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { outbox } from '#modules/messages/outbox/outbox.query.ts';
import { queueMessage } from '#modules/messages/queue/queue-message.ts';
import { recallMessages } from '#modules/messages/queue/recall-messages.ts';
import '#modules/messages/routes.tsx';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { jobOf, messageJobs } from '#tests/fixtures/message-jobs.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { bookAppointment } from './book-appointment.ts';
import { endAppointment } from './end-appointment.ts';

it('an appointment reminds her the day before, and takes the reminder back when it is cancelled', async () => {
  const world = await openHub({ demo: true });
  const { house, network } = world;
  const desk = await openDesk(world);
  const { person } = await act(house, desk.officer, registerPerson, { name: 'Ines Chebbi', birth_year: 1990, languages: ['fr'], phone: '20 123 456', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written' });
  await act(house, desk.officer, recordConsent, { person, purpose: 'contact', answer: 'given', channel: 'written', language: 'fr' });
  const waiting = () => messageJobs(house, network);
  const job = jobOf(network);
  const { appointment } = await act(house, desk.officer, bookAppointment, { person, date: '2031-05-06', hour: '10:00', minutes: '30', reason: 'money', via: 'phone' });
  const [wish] = await waiting();
  // Ten in Tunis, the day before; of no use in the last hour.
  expect(wish).toMatchObject({ action: 'messages.queue-message', input: { at: '2031-05-05T09:00:00.000Z', until: '2031-05-06T08:00:00.000Z' } });
  await act(house, job, queueMessage, wish!.input);
  const row = async () => (await ask(house, desk.officer, outbox, {})).messages[0]!;
  expect(await row()).toMatchObject({ state: 'held', text: 'La Maison : bonjour. Vous avez rendez-vous le 6 mai 2031 à 10:00.' });
  expect((await row()).dueAt.toISOString()).toBe('2031-05-05T09:00:00.000Z');
  await act(house, desk.officer, endAppointment, { appointment, state: 'cancelled' });
  const recall = (await waiting()).find(({ action }) => action === 'messages.recall-messages')!;
  await act(house, job, recallMessages, recall.input);
  expect((await row()).state).toBe('taken-back');
});
