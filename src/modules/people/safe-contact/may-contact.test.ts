import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, channels, type ContactQuestion, contactPurposes, mayContact, type SafeContact } from './may-contact.ts';
import { nextSafeMoment } from './next-safe-moment.ts';

const daily = Array.from({ length: 7 }, (_, day) => ({ weekday: day + 1, opens: '14:00', closes: '16:00' }));
const own: SafeContact = { kind: 'phone', owner: 'self', shared: false, asked: true, never: false, channels: ['call', 'sms'], hours: [], voicemail: false };
const office = { timeZone: 'Africa/Tunis', openOn: (date: string) => (date === '2026-07-20' ? [] : [{ opens: '08:30', closes: '12:30' }]) };
const tenInTunis = new Date('2026-06-01T09:00:00Z');
const ask = (contact: Partial<SafeContact> = {}, more: Partial<ContactQuestion> = {}): ContactQuestion => ({
  contact: { ...own, ...contact }, channel: 'sms', at: tenInTunis, voicemail: false, purpose: 'appointment', consent: true, protected: false, place: office, ...more,
});
const says = (contact: Partial<SafeContact> = {}, more: Partial<ContactQuestion> = {}) => mayContact(ask(contact, more)).reason;

describe('the gate before every message', () => {
  it('lets through what she agreed to, in the hours of the hub where she named none', () => {
    expect(mayContact(ask())).toEqual({ allow: true, reason: 'safe' });
    expect(says({}, { at: new Date('2026-06-01T07:29:59Z') })).toBe('outside-hours');
    expect(says({}, { at: new Date('2026-06-01T07:30:00Z') })).toBe('safe');
    expect(says({}, { at: new Date('2026-06-01T11:29:59Z') })).toBe('safe');
    expect(says({}, { at: new Date('2026-06-01T11:30:00Z') })).toBe('outside-hours');
    expect(says({}, { at: new Date('2026-07-20T09:00:00Z') })).toBe('outside-hours');
  });

  it('keeps to her own hours where she named some, also when the hub is shut', () => {
    expect(says({ hours: daily })).toBe('outside-hours');
    expect(says({ hours: daily }, { at: new Date('2026-06-01T13:00:00Z') })).toBe('safe');
    expect(says({ hours: daily.slice(1) }, { at: new Date('2026-06-01T13:00:00Z') })).toBe('outside-hours');
    expect(says({ hours: daily }, { at: new Date('2026-07-20T13:00:00Z') })).toBe('safe');
  });

  it('asks the clock of Casablanca, which stands still in Ramadan', () => {
    const casablanca = { ...office, timeZone: 'Africa/Casablanca' };
    const at = (iso: string) => says({ hours: daily }, { place: casablanca, at: new Date(iso) });
    expect([at('2026-02-10T13:30:00Z'), at('2026-02-20T13:30:00Z'), at('2026-02-20T14:30:00Z')]).toEqual(['safe', 'outside-hours', 'safe']);
  });

  it('"never" beats consent, hours, and her own asking', () => {
    expect(says({ never: true })).toBe('never');
    expect(says({ never: true }, { purpose: 'asked-for', consent: true })).toBe('never');
  });

  it('asks for her consent, unless she herself asked to be reached', () => {
    expect(says({}, { consent: false })).toBe('no-consent');
    expect(says({}, { consent: false, purpose: 'asked-for' })).toBe('safe');
  });

  it('counts what is not known as no', () => {
    const unknown = { asked: false, channels: [] as Channel[] };
    expect(says(unknown)).toBe('safe');
    expect(says(unknown, { channel: 'call' })).toBe('safe');
    expect(says(unknown, { channel: 'whatsapp' })).toBe('not-agreed');
    expect(says({ ...unknown, shared: true })).toBe('others-answer');
    expect(says({ ...unknown, owner: 'household' })).toBe('others-answer');
    expect(says({ ...unknown, kind: 'email' }, { channel: 'email' })).toBe('safe');
    expect(says(unknown, { channel: 'call', voicemail: true })).toBe('no-voicemail');
  });

  it('uses only the ways she agreed to, and no phone for a letter', () => {
    expect(says({}, { channel: 'whatsapp' })).toBe('not-agreed');
    expect(says({ channels: [] })).toBe('not-agreed');
    expect(says({}, { channel: 'email' })).toBe('wrong-way');
    expect(says({ kind: 'email', channels: ['email'] }, { channel: 'sms' })).toBe('wrong-way');
    expect(says({ owner: 'relative', shared: true })).toBe('safe');
  });

  it('leaves a word only on a voicemail that is hers alone and that she allowed', () => {
    const call = { channel: 'call' as const, voicemail: true };
    expect(says({}, call)).toBe('no-voicemail');
    expect(says({ voicemail: true }, call)).toBe('safe');
    expect(says({ voicemail: true, shared: true }, call)).toBe('no-voicemail');
    expect(says({ voicemail: true, owner: 'household' }, call)).toBe('no-voicemail');
    expect(says({ voicemail: true }, { voicemail: true })).toBe('no-voicemail');
    expect(says({ voicemail: true }, { ...call, protected: true })).toBe('no-voicemail');
  });

  it('of what is protected writes nothing, and calls only her own phone when she was asked', () => {
    expect(says({}, { protected: true })).toBe('protected');
    expect(says({}, { protected: true, channel: 'call' })).toBe('safe');
    expect(says({ shared: true }, { protected: true, channel: 'call' })).toBe('protected');
    expect(says({ owner: 'relative' }, { protected: true, channel: 'call' })).toBe('protected');
    expect(says({ asked: false, channels: [] }, { protected: true, channel: 'call' })).toBe('protected');
  });
});

describe('the next safe moment', () => {
  it('is now, or when her hours or the door open next; never for what waiting does not help', () => {
    const next = (contact: Partial<SafeContact>, more: Partial<ContactQuestion> = {}) => nextSafeMoment(ask(contact, more))?.toISOString() ?? null;
    expect(next({})).toBe('2026-06-01T09:00:00.000Z');
    expect(next({ hours: daily })).toBe('2026-06-01T13:00:00.000Z');
    expect(next({ hours: [{ weekday: 7, opens: '10:00', closes: '11:00' }] })).toBe('2026-06-07T09:00:00.000Z');
    expect(next({}, { at: new Date('2026-07-19T15:00:00Z') })).toBe('2026-07-21T07:30:00.000Z');
    expect(next({ never: true, hours: daily })).toBeNull();
    expect(next({}, { consent: false })).toBeNull();
    expect(next({}, { place: { ...office, openOn: () => [] } })).toBeNull();
  });

  it('is the earliest of a day, in whatever order its hours were said', () => {
    const hours = [{ weekday: 1, opens: '17:00', closes: '18:00' }, { weekday: 1, opens: '12:00', closes: '13:00' }, { weekday: 1, opens: '15:00', closes: '16:00' }];
    const from = (iso: string) => nextSafeMoment(ask({ hours }, { at: new Date(iso) }))?.toISOString();
    expect(from('2026-06-01T09:00:00Z')).toBe('2026-06-01T11:00:00.000Z');
    expect(from('2026-06-01T12:00:00Z')).toBe('2026-06-01T14:00:00.000Z');
    expect(from('2026-06-01T17:00:00Z')).toBe('2026-06-08T11:00:00.000Z');
  });

  it('is looked for two weeks ahead, the last day included', () => {
    const opensOn = (day: string) => nextSafeMoment(ask({}, { at: new Date('2026-06-01T15:00:00Z'), place: { ...office, openOn: (date) => (date === day ? [{ opens: '08:30', closes: '12:30' }] : []) } }))?.toISOString() ?? null;
    expect(opensOn('2026-06-15')).toBe('2026-06-15T07:30:00.000Z');
    expect(opensOn('2026-06-16')).toBeNull();
  });
});

const anyContact = fc.record({
  kind: fc.constantFrom('phone' as const, 'email' as const), owner: fc.constantFrom('self' as const, 'household' as const, 'other' as const),
  shared: fc.boolean(), asked: fc.boolean(), never: fc.boolean(), channels: fc.subarray([...channels]), voicemail: fc.boolean(),
  hours: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: fc.constantFrom('00:00', '02:15', '09:00'), closes: fc.constantFrom('02:45', '12:00', '23:59') }), { maxLength: 3 }),
});
const anyQuestion: fc.Arbitrary<ContactQuestion> = fc.record({
  contact: anyContact, channel: fc.constantFrom(...channels), voicemail: fc.boolean(), purpose: fc.constantFrom(...contactPurposes), consent: fc.boolean(), protected: fc.boolean(),
  at: fc.date({ min: new Date('2024-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
  place: fc.constantFrom('Africa/Tunis', 'Africa/Casablanca', 'Asia/Hebron', 'Europe/Lisbon').map((timeZone) => ({ ...office, timeZone })),
});

describe('whatever is asked', () => {
  it('taking something away from what is known or agreed never opens the gate', () => {
    fc.assert(fc.property(anyQuestion, (question) => {
      const { contact } = question;
      if (mayContact(question).allow) return;
      const stricter: ContactQuestion[] = [
        { ...question, contact: { ...contact, never: true } }, { ...question, consent: false }, { ...question, protected: true }, { ...question, voicemail: true },
        { ...question, contact: { ...contact, shared: true } }, { ...question, contact: { ...contact, voicemail: false } },
      ];
      for (const each of stricter) expect(mayContact(each).allow).toBe(false);
    }), { numRuns: 3_000 });
  });

  it('the next safe moment is safe, not in the past, and nothing safe was passed over by the hour', () => {
    fc.assert(fc.property(anyQuestion, (question) => {
      const next = nextSafeMoment(question);
      if (!next) return;
      expect(mayContact({ ...question, at: next }).allow).toBe(true);
      expect(next.getTime()).toBeGreaterThanOrEqual(question.at.getTime());
      for (let at = question.at.getTime(); at < next.getTime(); at += 3_600_000) expect(mayContact({ ...question, at: new Date(at) }).allow).toBe(false);
    }), { numRuns: 500 });
  });
});
