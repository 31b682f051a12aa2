import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { personContact } from '../person-contact/person-contact.ts';
import { recordConsent } from '../record-consent/record-consent.ts';
import { registerPerson } from '../register-person/register-person.ts';
import { endContact } from '../set-contact/end-contact.ts';
import { setContact } from '../set-contact/set-contact.ts';
import { safeContact } from './safe-contact.query.ts';
import { setSafeContact } from './set-safe-contact.ts';

const known = { name: 'سعاد المرزوقي', phone: '20 123 456', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written' };

async function withPhone(more: object = {}) {
  const world = await openHub();
  const desk = await openDesk(world);
  const { house } = world;
  const { person } = await act(house, desk.officer, registerPerson, { ...known, ...more });
  const cards = () => ask(house, desk.officer, safeContact, { person });
  const contact = (await cards())[0]!.id;
  const set = (given: object) => act(house, desk.officer, setSafeContact, { contact, owner: 'self', channels: ['sms'], ...given });
  return { world, desk, house, officer: desk.officer, person, cards, contact, set };
}

describe('how a phone may be used', () => {
  it('is not known until she is asked, and then counts as no without her consent to be reached', async () => {
    const { house, officer, person, cards, set } = await withPhone();
    expect(await cards()).toMatchObject([{ kind: 'phone', owner: 'self', asked: false, channels: [] }]);
    expect((await cards())[0]!.ways.map(({ reason }) => reason)).toEqual(['no-consent', 'no-consent', 'no-consent']);
    await act(house, officer, recordConsent, { person, purpose: 'contact', answer: 'given', channel: 'written', language: 'fr' });
    const days = ['1', '2', '3', '4', '5', '6', '7'];
    await set({ channels: ['sms', 'call'], first: { days, opens: '00:00', closes: '23:59' }, voicemail: 'on' });
    expect(await cards()).toMatchObject([{ asked: true, channels: ['sms', 'call'], voicemail: true }]);
    expect((await cards())[0]!.hours).toHaveLength(7);
    await set({ channels: [], never: 'on' });
    expect((await cards())[0]).toMatchObject({ never: true, hours: [], voicemail: false });
    expect(new Set((await cards())[0]!.ways.map(({ reason }) => reason))).toEqual(new Set(['never']));
  });

  it('of another or of several is shared, whatever is ticked', async () => {
    const { cards, set } = await withPhone();
    await set({ owner: 'household' });
    expect(await cards()).toMatchObject([{ owner: 'household', shared: true }]);
  });

  it('what to say when somebody else answers is sealed, stays until it is forgotten, and opens with the contact only', async () => {
    const { desk, house, officer, person, set } = await withPhone();
    await set({ words: 'La boutique Jasmin' });
    expect(await ask(house, officer, personContact, { person })).toEqual({ open: false });
    await desk.visit(person);
    const said = async () => {
      const opened = await ask(house, officer, personContact, { person });
      return opened.open ? opened.contacts.find(({ kind }) => kind === 'phone')!.words : undefined;
    };
    expect(await said()).toBe('La boutique Jasmin');
    await set({ channels: ['call'] });
    expect(await said()).toBe('La boutique Jasmin');
    await set({ channels: ['call'], forget_words: 'on' });
    expect(await said()).toBeNull();
  });

  it('refuses what cannot be meant so', async () => {
    const { set } = await withPhone();
    const night = { days: ['1'], opens: '22:00', closes: '02:00' };
    for (const [given, code] of [
      [{ channels: [] }, 'way-missing'], [{ never: 'on' }, 'never-or-ways'], [{ channels: ['email'] }, 'way-of-another-kind'],
      [{ owner: 'household', voicemail: 'on' }, 'voicemail-of-others'], [{ first: { days: ['1'], opens: '09:00', closes: '' } }, 'hours-incomplete'],
      [{ second: { days: [], opens: '09:00', closes: '10:00' } }, 'hours-incomplete'], [{ first: night }, 'hours-backwards'],
    ] as const) await expect(set(given)).rejects.toMatchObject({ code: `people.${code}` });
  });

  it('is absent in another hub and for whoever does not work at the counter, and ends with the contact', async () => {
    const { world, desk, house, officer, person, contact, cards } = await withPhone();
    const stranger = await (await world.secondHub()).as('desk_officer');
    await expect(act(house, stranger, setSafeContact, { contact, owner: 'self', channels: ['sms'] })).rejects.toBeInstanceOf(NotFound);
    await expect(ask(house, stranger, safeContact, { person })).rejects.toBeInstanceOf(NotFound);
    await expect(ask(house, await world.as('hub_manager'), safeContact, { person })).rejects.toMatchObject({ code: 'core.role-missing' });
    await desk.visit(person);
    await act(house, officer, endContact, { contact });
    expect(await cards()).toEqual([]);
  });

  it('a mailbox is a contact too, when it is said whose it is; several may stand', async () => {
    const { house, officer, person, cards } = await withPhone();
    const set = (given: object) => act(house, officer, setContact, { person, email: 'souad@example.org', ...given });
    await expect(set({})).rejects.toMatchObject({ code: 'people.email-owner-missing', field: 'email_owner' });
    await expect(set({ email: 'no letter', email_owner: 'self' })).rejects.toMatchObject({ name: 'InvalidInput' });
    await set({ email_owner: 'self' });
    await set({ email: 'family@example.org', email_owner: 'household' });
    expect((await cards()).map(({ kind, owner, shared }) => [kind, owner, shared])).toEqual([['email', 'self', false], ['phone', 'self', false], ['email', 'household', true]]);
  });
});
