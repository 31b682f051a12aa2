import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { registerPerson } from '#modules/people/register-person/register-person.ts';
import { safeContact } from '#modules/people/safe-contact/safe-contact.query.ts';
import { setSafeContact } from '#modules/people/safe-contact/set-safe-contact.ts';
import { withdrawConsent } from '#modules/people/withdraw-consent/withdraw-consent.ts';
import { setHubHours } from '#modules/network/hub-hours/set-hub-hours.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '#modules/people/routes.tsx';
import './routes.tsx';
import { outbox } from './outbox/outbox.query.ts';
import { takeBackMessage } from './outbox/take-back-message.ts';
import { queueMessage } from './queue/queue-message.ts';
import { recallMessages } from './queue/recall-messages.ts';
import { messageDue } from './release/message-due.query.ts';
import { noteOutcome } from './release/note-outcome.ts';
import { releaseMessage } from './release/release-message.ts';
import { sendReleased } from './release/send-released.ts';
import { sendByHand } from './send-by-hand/send-by-hand.ts';
import { waysToWrite } from './send-by-hand/ways-to-write.query.ts';

const always = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, { first: { opens: '00:00', closes: '12:00' }, second: { opens: '12:00', closes: '23:59' } }]));
const jobOf = ({ network }: World): Actor => ({ network, account: null, person: null, hub: null, roles: [], app: 'job' });

/** A hub whose door is always open, so that the hour of the test run decides nothing, and a woman who agreed to be reached. */
async function withWoman({ demo = true, phone = {} as object } = {}) {
  const world = await openHub({ demo });
  const { house, hub } = world;
  const officer = await world.as('desk_officer');
  await act(house, await world.as('hub_manager'), setHubHours, { ordinary: always });
  const { person } = await act(house, officer, registerPerson, {
    name: 'مريم الطرابلسي', birth_year: 1991, languages: ['ar-TN'], phone: '20 123 456', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written', ...phone,
  });
  const { consent } = await act(house, officer, recordConsent, { person, purpose: 'contact', answer: 'given', channel: 'written', language: 'ar-TN' });
  const contact = (await ask(house, officer, safeContact, { person }))[0]!.id;
  const job = jobOf(world);
  const queue = (more: object = {}) => act(house, job, queueMessage, { hub, person, template: 'come-by', params: {}, ...more });
  /** Lets the ten minutes (or more) pass for one message. */
  const wait = (message: string, minutes = 11) => ownerQuery(house,
    `update messages.message set queued_at = queued_at - make_interval(mins => $2), due_at = due_at - make_interval(mins => $2), released_at = released_at - make_interval(mins => $2) where id = $1`, [message, minutes]);
  const row = async (message: string) => (await ask(house, officer, outbox, {})).messages.find(({ id }) => id === message)!;
  const hand = (more: object = {}, by = officer) => act(house, by, sendByHand, { person, template: 'come-by', way: `${contact}:sms`, confirm_name: 'on', confirm_second: 'on', ...more });
  return { world, house, hub, officer, person, consent, contact, job, queue, wait, row, hand };
}

describe('a message of the house', () => {
  it('is held ten minutes, asked about again, and kept in a demo network with two digits of the number', async () => {
    const { house, job, queue, wait, row } = await withWoman();
    const { message, reason } = await queue();
    expect(reason).toBeNull();
    expect(await row(message!)).toMatchObject({ state: 'held', channel: 'sms', byHouse: true, text: 'الدار: مرحبا. يمكنك المرور متى ناسبك ذلك.' });
    const { dueAt, queuedAt } = await row(message!);
    expect(dueAt.getTime() - queuedAt.getTime()).toBeGreaterThanOrEqual(600_000);
    await sendReleased(house, job, { message: message! });
    expect((await row(message!)).state).toBe('held');
    await wait(message!);
    await sendReleased(house, job, { message: message! });
    expect(await row(message!)).toMatchObject({ state: 'kept', ending: '56' });
    await sendReleased(house, job, { message: message! });
    expect((await row(message!)).state).toBe('kept');
  });

  it('is refused with the reason when she never agreed, or has no phone that is hers alone', async () => {
    const { house, officer, consent, queue, row, person } = await withWoman();
    await act(house, officer, withdrawConsent, { consent });
    const { message, reason } = await queue();
    expect(reason).toBe('no-consent');
    expect(await row(message!)).toMatchObject({ state: 'refused', reason: 'no-consent', channel: null, person: { id: person } });
    const shared = await withWoman({ phone: { phone_owner: 'household' } });
    expect((await shared.queue()).reason).toBe('others-answer');
    const silent = await withWoman();
    await act(silent.house, silent.officer, setSafeContact, { contact: silent.contact, owner: 'self', never: 'on' });
    expect((await silent.queue()).reason).toBe('never');
  });

  it('does not leave when her consent went while it waited', async () => {
    const { house, officer, consent, job, queue, wait, row } = await withWoman();
    const { message } = await queue();
    await act(house, officer, withdrawConsent, { consent });
    await wait(message!);
    await sendReleased(house, job, { message: message! });
    expect(await row(message!)).toMatchObject({ state: 'refused', reason: 'no-consent', ending: null });
  });

  it('waits for her next safe hour when the hour has passed meanwhile, and not beyond its use', async () => {
    const { house, officer, contact, job, queue, wait, row } = await withWoman();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const [{ message: first }, { message: second }] = [await queue(), await queue({ template: 'call-us', until })];
    // Her only safe hours begin in three days.
    const day = String((new Date(Date.now() + 3 * 86_400_000).getUTCDay() || 7));
    await act(house, officer, setSafeContact, { contact, owner: 'self', channels: ['sms'], first: { days: [day], opens: '10:00', closes: '11:00' } });
    for (const message of [first!, second!]) { await wait(message); await sendReleased(house, job, { message }); }
    const later = await row(first!);
    expect(later.state).toBe('held');
    expect(later.dueAt.getTime() - Date.now()).toBeGreaterThan(86_400_000);
    expect(await row(second!)).toMatchObject({ state: 'refused', reason: 'too-late' });
  });

  it('comes some days sooner when the day before would be too late', async () => {
    const { house, world, queue, row } = await withWoman();
    // The door opens on weekdays at nine; the appointment is on Monday at nine.
    const weekdays = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, { first: { opens: '09:00', closes: '17:00' } }]));
    await act(house, await world.as('hub_manager'), setHubHours, { ordinary: weekdays });
    const { message } = await queue({ template: 'appointment', params: { date: '2031-05-05', time: '09:00' }, at: '2031-05-04T08:00:00.000Z', until: '2031-05-05T07:00:00.000Z' });
    expect(await row(message!)).toMatchObject({ state: 'held', dueAt: new Date('2031-05-02T08:00:00.000Z') });
  });

  it('stands once for what it is about, and is called off with it', async () => {
    const { house, hub, job, queue, row, contact } = await withWoman();
    const about = { template: 'appointment', params: { date: '2031-03-02', time: '09:30' }, basis: 'appointment', basis_id: contact };
    const [once, twice] = [await queue(about), await queue(about)];
    expect(twice.message).toBeNull();
    expect((await row(once.message!)).text).toContain('2 مارس 2031 على الساعة 09:30');
    expect(await act(house, job, recallMessages, { hub, basis: 'appointment', basis_id: contact })).toEqual({ messages: 1 });
    expect((await row(once.message!)).state).toBe('taken-back');
    expect((await queue(about)).message).not.toBeNull();
  });

  it('takes no word of anybody: only a day, an hour, and whether our number is given', async () => {
    const { queue } = await withWoman();
    await expect(queue({ params: { words: 'bring your papers' } })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(queue({ template: 'appointment', params: { date: '2031-03-02' } })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(queue({ template: 'come-by', params: { date: '2031-03-02', time: '09:00' } })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(queue({ template: 'violence' })).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('a message sent by hand', () => {
  it('asks to look twice, and gives the reason when the gate says no', async () => {
    const { house, officer, person, contact, hand } = await withWoman();
    await hand({ template: 'call-us' });
    await expect(hand({ template: 'call-us' })).rejects.toMatchObject({ code: 'messages.same-waits' });
    await expect(hand({ confirm_second: '' })).rejects.toMatchObject({ code: 'messages.recipient-not-confirmed', field: 'confirm_second' });
    await expect(hand({ confirm_name: '' })).rejects.toMatchObject({ code: 'messages.recipient-not-confirmed', field: 'confirm_name' });
    await expect(hand({ template: 'appointment' })).rejects.toMatchObject({ code: 'messages.text-not-filled' });
    await expect(hand({ way: 'anything' })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(hand({ way: `${contact}:whatsapp` })).rejects.toMatchObject({ code: 'messages.may-not-reach', values: { reason: 'not_agreed' } });
    expect((await ask(house, officer, waysToWrite, { person })).ways).toMatchObject([{ contact, channel: 'sms' }]);
    await act(house, officer, setSafeContact, { contact, owner: 'self', never: 'on' });
    await expect(hand()).rejects.toMatchObject({ code: 'messages.may-not-reach', values: { reason: 'never' } });
    expect(await ask(house, officer, waysToWrite, { person })).toMatchObject({ ways: [], reason: 'never' });
  });

  it('is taken back by whoever sent it or a supervisor, while it waits', async () => {
    const { world, house, officer, job, hand, wait, row } = await withWoman();
    const [{ message: one }, { message: two }, { message: three }] = [await hand(), await hand({ template: 'call-us' }), await hand({ template: 'follow-up' })];
    const take = (by: Actor, message: string) => act(house, by, takeBackMessage, { message });
    await expect(take(await world.as('desk_officer'), one)).rejects.toMatchObject({ code: 'messages.not-yours' });
    await take(officer, one);
    expect((await row(one)).state).toBe('taken-back');
    await take(await world.as('supervisor'), two);
    await wait(three);
    await sendReleased(house, job, { message: three });
    await expect(take(officer, three)).rejects.toMatchObject({ code: 'messages.already-left' });
    const stranger = await (await world.secondHub()).as('desk_officer');
    await expect(take(stranger, two)).rejects.toBeInstanceOf(NotFound);
    expect((await ask(house, stranger, outbox, {})).total).toBe(0);
    await sendReleased(house, job, { message: one });
    expect((await row(one)).state).toBe('taken-back');
  });

  it('cannot be sent where nothing is set up to carry it', async () => {
    const { hand, queue } = await withWoman({ demo: false });
    await expect(hand()).rejects.toMatchObject({ code: 'messages.may-not-reach', values: { reason: 'no_way_out' } });
    expect((await queue()).reason).toBe('no-way-out');
  });
});

describe('the address', () => {
  it('opens to the job for the message that was let go, to nobody else, and the opening is noted', async () => {
    const { house, officer, job, queue, wait, person } = await withWoman();
    const { message } = await queue();
    await wait(message!);
    await expect(act(house, officer, releaseMessage, { message: message! })).rejects.toMatchObject({ code: 'core.role-missing' });
    const released = await act(house, job, releaseMessage, { message: message! });
    expect(released?.letter).toMatchObject({ to: '+21620123456', channel: 'sms', lang: 'ar' });
    const looks = await ownerQuery<{ fields: string[] }>(house, "select fields from core.look where person_id = $1 and action = 'messages.release-message'", [person]);
    expect(looks).toEqual([{ fields: ['people.person_contact.sealed'] }]);
    const kept = await ownerQuery<{ text: string }>(house, `select t::text as text from messages.message t where id = $1 union all select body::text from core.event where subject_id = $1`, [message!]);
    for (const { text } of kept) expect(text).not.toContain('20123456');
  });

  it('of a release that was cut off is tried again, through the gate', async () => {
    const { house, job, queue, wait, row, person, officer } = await withWoman();
    const { message } = await queue();
    await wait(message!);
    await act(house, job, releaseMessage, { message: message! });
    expect(await ask(house, job, messageDue, { message: message! })).toBe('being-sent');
    await expect(sendReleased(house, job, { message: message! })).rejects.toThrow('being sent');
    await wait(message!, 3);
    expect(await ask(house, job, messageDue, { message: message! })).toBe('now');
    await act(house, officer, recordConsent, { person, purpose: 'contact', answer: 'refused', channel: 'written', language: 'fr' });
    await sendReleased(house, job, { message: message! });
    expect(await row(message!)).toMatchObject({ state: 'refused', reason: 'no-consent' });
  });

  it('of a carrier that failed is tried again a few times and then given up', async () => {
    const { house, job, queue, wait, row } = await withWoman();
    const { message } = await queue();
    const once = async (again: string) => {
      await wait(message!, 200);
      await act(house, job, releaseMessage, { message: message! });
      await act(house, job, noteOutcome, { message: message!, outcome: 'failed', reason: 'gateway', again });
      return (await row(message!)).state;
    };
    expect([await once('on'), await once('on'), await once('on'), await once('on'), await once('on')]).toEqual(['held', 'held', 'held', 'held', 'failed']);
    await expect(act(house, job, noteOutcome, { message: message!, outcome: 'sent' })).rejects.toBeInstanceOf(NotFound);
  });
});

describe('out of the house', () => {
  afterEach(() => { vi.unstubAllEnvs(); });
  beforeAll(() => { vi.unstubAllEnvs(); });

  it('goes what the gate let go, by the gateway that was set up, with our id and nothing but text and number', async () => {
    vi.stubEnv('SMS_GATEWAY_URL', 'https://gateway.example/send');
    vi.stubEnv('SMS_GATEWAY_TOKEN', 'secret');
    const { house, job, queue, wait, row } = await withWoman({ demo: false });
    const { message } = await queue();
    await wait(message!);
    const sent: { url: string; body: unknown; authorization: string | undefined }[] = [];
    const outbound = { check: async () => null, send: async (url: string, { body, headers }: { body?: string; headers?: Readonly<Record<string, string>> } = {}) => {
      sent.push({ url, body: JSON.parse(body!), authorization: headers?.authorization });
      return { status: 202, headers: {}, body: Buffer.alloc(0), milliseconds: 1 };
    } };
    await sendReleased({ ...house, outbound }, job, { message: message! });
    expect(sent).toEqual([{ url: 'https://gateway.example/send', authorization: 'Bearer secret', body: { id: message, channel: 'sms', to: '+21620123456', text: 'الدار: مرحبا. يمكنك المرور متى ناسبك ذلك.' } }]);
    expect(await row(message!)).toMatchObject({ state: 'sent', ending: '56' });
  });
});
