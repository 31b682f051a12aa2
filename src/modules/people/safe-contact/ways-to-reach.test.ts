import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyTx } from '#core/db/transaction.ts';
import type { ContactRule } from './contact-rules.ts';
import { type ContactReason, contactReasons } from './may-contact.ts';
import { placeOfHub } from './place-of-hub.ts';
import { reasonOf, type Way, waysToReach } from './ways-to-reach.ts';

// What the database would say of one hub; its own reading is tested with PostgreSQL.
let hours: unknown;
let rules: ContactRule[] = [];
let agreed = true;
let asked: unknown[] = [];
vi.mock('#modules/network/public.ts', async () => ({
  hubCard: async (_: unknown, hub: string) => (hub === 'sidi-bouzid' ? { timeZone: 'Africa/Tunis' } : undefined),
  hubHours: async () => hours,
  spansOn: (await import('#modules/network/hub-hours/hours.ts')).spansOn,
}));
vi.mock('./contact-rules.ts', () => ({ contactRules: async (_: unknown, question: { person: string }) => (question.person === 'her' ? rules : []) }));
vi.mock('../consent/has-consent.ts', () => ({ hasConsent: async (...given: unknown[]) => { asked.push(given.slice(1)); return agreed; } }));

const tx = {} as AnyTx;
const contact = (id: string, more: Partial<ContactRule> = {}): ContactRule => ({
  id, kind: 'phone', owner: 'self', shared: false, asked: true, never: false, channels: ['call', 'sms'], hours: [], voicemail: false, safeWords: false, setAt: new Date(0), ...more,
});
// A Monday, ten in the morning in Tunis.
const question = { network: 'network', hub: 'sidi-bouzid', person: 'her', channels: ['sms', 'call'] as const, at: new Date('2026-06-01T09:00:00Z'), purpose: 'appointment' as const };
const ways = (more: object = {}) => waysToReach(tx, { ...question, ...more });
const told = (found: readonly Way[]) => found.map(({ contact: { id }, channel, allow, reason }) => `${id} ${channel} ${allow ? 'yes' : 'no'}: ${reason}`);

beforeEach(() => { [hours, rules, agreed, asked] = [undefined, [contact('a')], true, []]; });

describe('the ways to reach her', () => {
  it('are each phone by each channel asked, judged by the gate, with the moment from which it opens', async () => {
    const found = await ways();
    expect(told(found)).toEqual(['a sms yes: safe', 'a call yes: safe']);
    expect(found.map(({ from }) => from)).toEqual([question.at, question.at]);
    expect(found[0]!.contact).toBe(rules[0]);
    expect(asked).toEqual([['her', 'contact', { hub: 'sidi-bouzid' }]]);
    expect(told(await ways({ channels: ['whatsapp'] }))).toEqual(['a whatsapp no: not-agreed']);
    expect(await ways({ channels: [] })).toEqual([]);
  });

  it('are none of a hub that is not there, nor of a person of whom no phone is known', async () => {
    expect([await ways({ hub: 'nowhere' }), await ways({ person: 'another' })]).toEqual([[], []]);
  });

  it('hear her no: without consent none opens, except what she asked for herself', async () => {
    agreed = false;
    expect(told(await ways())).toEqual(['a sms no: no-consent', 'a call no: no-consent']);
    expect(told(await ways({ purpose: 'asked-for' }))).toEqual(['a sms yes: safe', 'a call yes: safe']);
  });

  it('leave no word and write nothing protected unless she allowed it', async () => {
    expect(told(await ways({ voicemail: true }))).toEqual(['a sms no: no-voicemail', 'a call no: no-voicemail']);
    rules = [contact('a', { voicemail: true })];
    expect(told(await ways({ voicemail: true }))).toEqual(['a call yes: safe', 'a sms no: no-voicemail']);
    expect(told(await ways({ protected: true }))).toEqual(['a call yes: safe', 'a sms no: protected']);
    expect(told(await ways({ protected: false }))).toEqual(['a sms yes: safe', 'a call yes: safe']);
  });

  it('come best first: what is allowed, then what opens soonest, then what never does; equals in the order asked', async () => {
    const on = (weekday: number) => [{ weekday, opens: '10:00', closes: '11:00' }];
    rules = [contact('never', { never: true }), contact('friday', { hours: on(5) }), contact('never-too', { never: true }), contact('tuesday', { hours: on(2) }), contact('now')];
    expect(told(await ways({ channels: ['sms'] }))).toEqual([
      'now sms yes: safe', 'tuesday sms no: outside-hours', 'friday sms no: outside-hours', 'never sms no: never', 'never-too sms no: never',
    ]);
    rules.reverse();
    expect((await ways({ channels: ['sms'] })).map(({ contact: { id } }) => id)).toEqual(['now', 'tuesday', 'friday', 'never-too', 'never']);
  });
});

describe('why nobody may be reached', () => {
  const way = (reason: Way['reason']): Way => ({ contact: contact('a'), channel: 'sms', allow: reason === 'safe', reason, from: null });

  it('is the gravest reason that is not only the wrong way; without one, there is no contact', () => {
    expect(reasonOf([])).toBe('no-contact');
    expect(reasonOf([way('wrong-way')])).toBe('no-contact');
    expect(reasonOf([way('wrong-way'), way('outside-hours')])).toBe('outside-hours');
    const gravest: ContactReason[] = ['never', 'no-consent', 'others-answer', 'not-agreed', 'protected', 'no-voicemail', 'outside-hours'];
    for (const [i, reason] of gravest.entries()) expect(reasonOf([...gravest.slice(i)].reverse().map(way))).toBe(reason);
    expect([...contactReasons].sort()).toEqual([...gravest, 'wrong-way'].sort());
  });
});

describe('the door of a hub', () => {
  it('that has not said its hours is taken to be open from Monday to Friday, nine to five', async () => {
    const place = (await placeOfHub(tx, 'sidi-bouzid'))!;
    expect(place.timeZone).toBe('Africa/Tunis');
    const week = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05', '2026-06-06', '2026-06-07'].map((date) => place.openOn(date));
    expect(week.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => [{ opens: '09:00', closes: '17:00' }]));
    expect(week.slice(5)).toEqual([[], []]);
  });

  it('is open when it said so, on a Saturday too, and shut on the rest', async () => {
    hours = { ordinary: [{ weekday: 6, opens: '10:00', closes: '12:00' }], ramadan: null, announcedRamadans: [], exceptions: [] };
    const place = (await placeOfHub(tx, 'sidi-bouzid'))!;
    expect([place.openOn('2026-06-06'), place.openOn('2026-06-01')]).toEqual([[{ weekday: 6, opens: '10:00', closes: '12:00' }], []]);
  });

  it('that is not there is no place', async () => {
    expect(await placeOfHub(tx, 'nowhere')).toBeUndefined();
  });
});
