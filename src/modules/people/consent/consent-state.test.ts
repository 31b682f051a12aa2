import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answered, type Asked, consentState, covers, decidingAnswer, inForce, isWaiting, stateOfAnswer } from './consent-state.ts';

const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1 + n));
const partner = fc.constantFrom('partner-a', 'partner-b', null);
const fieldSets = fc.option(fc.uniqueArray(fc.constantFrom('name', 'phone', 'sex'), { minLength: 1 }), { nil: null });
const answered: fc.Arbitrary<Answered> = fc.record({
  id: fc.uuid(), answer: fc.constantFrom('given' as const, 'refused' as const), at: fc.integer({ min: 0, max: 40 }).map(day),
  until: fc.option(fc.integer({ min: 1, max: 60 }).map(day), { nil: null }), withdrawnAt: fc.option(fc.integer({ min: 0, max: 60 }).map(day), { nil: null }),
  recipient: partner, fields: fieldSets,
});
const answers = fc.uniqueArray(answered, { maxLength: 8, selector: ({ id }) => id });
const anyDay = fc.integer({ min: -5, max: 70 }).map(day);
const wish = fc.record({ recipient: fc.constantFrom('partner-a', 'partner-b'), fields: fc.uniqueArray(fc.constantFrom('name', 'phone', 'sex')) });
const yes: Answered = { id: 'b', answer: 'given', at: day(1), until: day(10), withdrawnAt: null, recipient: null, fields: null };
const no: Answered = { ...yes, answer: 'refused', until: null };
const ask: Asked = { at: day(0), expiresAt: day(14), answeredAt: null, recipient: null };

describe('where consent stands, in examples', () => {
  it('nobody asked, a question waits, she answers, takes back, its time ends', () => {
    expect(consentState([], [], null, day(1))).toBe('not-asked');
    expect(consentState([], [ask], null, day(1))).toBe('asked');
    expect(consentState([yes], [{ ...ask, answeredAt: day(1) }], null, day(2))).toBe('given');
    expect(consentState([no], [], null, day(2))).toBe('refused');
    expect(consentState([{ ...yes, withdrawnAt: day(3) }], [], null, day(3))).toBe('withdrawn');
    expect(consentState([{ ...yes, withdrawnAt: day(3) }], [], null, day(2))).toBe('given');
    expect(consentState([yes], [], null, day(10))).toBe('expired');
    expect(consentState([yes], [], null, new Date(day(10).getTime() - 1))).toBe('given');
  });

  it('a yes without an end holds until it is taken back', () => {
    expect(consentState([{ ...yes, until: null }], [], null, new Date('2100-01-01'))).toBe('given');
    expect(inForce([{ ...yes, until: null }], { recipient: 'partner-a', fields: [] }, new Date('2100-01-01'))).toBe('b');
    expect(consentState([{ ...yes, until: null, withdrawnAt: day(3) }], [], null, day(4))).toBe('withdrawn');
  });

  it('taken back and over at once: taken back is what is said', () => {
    expect(stateOfAnswer({ ...yes, withdrawnAt: day(3) }, day(20))).toBe('withdrawn');
  });

  it('a question waits from its first moment until it is answered or late', () => {
    expect([day(-1), day(0), day(13), day(14)].map((now) => isWaiting(ask, now))).toEqual([false, true, true, false]);
    expect(isWaiting({ ...ask, answeredAt: day(1) }, day(2))).toBe(false);
  });

  it('a question about one partner says nothing of another, and none ends a yes', () => {
    expect(consentState([], [{ ...ask, recipient: 'partner-a' }], 'partner-b', day(1))).toBe('not-asked');
    expect(consentState([yes], [ask], null, day(2))).toBe('given');
  });

  it('of two answers in the same moment the later id counts', () => {
    expect(decidingAnswer([{ ...yes, id: 'a' }, { ...no, id: 'b' }], null, day(2))?.id).toBe('b');
    expect(decidingAnswer([{ ...no, id: 'b' }, { ...yes, id: 'a' }], null, day(2))?.id).toBe('b');
  });

  it('an older answer that named nobody speaks of each partner; one that named a partner of that one alone', () => {
    expect(inForce([yes], { recipient: 'partner-a', fields: ['name'] }, day(2))).toBe('b');
    expect(inForce([{ ...yes, recipient: 'partner-a' }], { recipient: 'partner-b', fields: [] }, day(2))).toBeUndefined();
    expect(inForce([{ ...yes, recipient: 'partner-a' }], { recipient: null, fields: [] }, day(2))).toBeUndefined();
    expect(inForce([yes, { ...no, id: 'c', at: day(2) }], { recipient: 'partner-a', fields: [] }, day(3))).toBeUndefined();
  });

  it('only the fields she named are covered', () => {
    expect(covers({ ...yes, fields: ['name', 'phone'] }, ['phone'])).toBe(true);
    expect(covers({ ...yes, fields: ['name'] }, ['name', 'phone'])).toBe(false);
    expect(covers({ ...yes, fields: [] }, [])).toBe(true);
    expect(covers(yes, ['phone'])).toBe(true);
    expect(inForce([{ ...yes, fields: ['name'] }], { recipient: null, fields: ['phone'] }, day(2))).toBeUndefined();
  });
});

describe('whatever the answers', () => {
  it('what may be used is a yes, newest about this partner, neither taken back nor over, covering every field', () => {
    fc.assert(fc.property(answers, wish, anyDay, (all, wanted, now) => {
      const id = inForce(all, wanted, now);
      if (id === undefined) return;
      const used = all.find((each) => each.id === id)!;
      expect(used.answer).toBe('given');
      expect(used.at <= now && (used.until === null || used.until > now) && (used.withdrawnAt === null || used.withdrawnAt > now)).toBe(true);
      expect(used.recipient === null || used.recipient === wanted.recipient).toBe(true);
      expect(used.fields === null || wanted.fields.every((field) => used.fields!.includes(field))).toBe(true);
      const rivals = all.filter((each) => each.at <= now && (each.recipient === null || each.recipient === wanted.recipient));
      expect(rivals.every((each) => each.at <= used.at)).toBe(true);
    }), { numRuns: 2_000 });
  });

  it('a no now, or taking everything back now, ends every use from this moment on', () => {
    fc.assert(fc.property(answers, wish, anyDay, fc.integer({ min: 0, max: 30 }), (all, wanted, now, later) => {
      const then = new Date(now.getTime() + later * 86_400_000);
      const past = all.filter(({ at }) => at <= now);
      const refused: Answered = { ...no, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', at: now, recipient: wanted.recipient };
      expect(inForce([...past, refused], wanted, then)).toBeUndefined();
      expect(inForce(past.map((each) => ({ ...each, withdrawnAt: each.withdrawnAt && each.withdrawnAt < now ? each.withdrawnAt : now })), wanted, then)).toBeUndefined();
    }), { numRuns: 1_000 });
  });

  it('asking again never ends what holds, and the order in which rows are read changes nothing', () => {
    fc.assert(fc.property(answers, wish, anyDay, (all, { recipient, fields }, now) => {
      const state = consentState(all, [], recipient, now);
      const asked = consentState(all, [{ ...ask, at: now, expiresAt: day(99), recipient }], recipient, now);
      expect(asked).toBe(state === 'not-asked' ? 'asked' : state);
      expect(inForce([...all].reverse(), { recipient, fields }, now)).toBe(inForce(all, { recipient, fields }, now));
      expect(inForce(all, { recipient, fields: [] }, now) !== undefined).toBe(state === 'given');
    }), { numRuns: 1_000 });
  });

  it('without a new answer nothing wakes up again: from given it goes to taken back or over, and stays', () => {
    fc.assert(fc.property(answers, fc.constantFrom('partner-a', 'partner-b'), fc.integer({ min: 40, max: 70 }), fc.integer({ min: 0, max: 30 }), (all, recipient, from, later) => {
      const [now, then] = [consentState(all, [], recipient, day(from)), consentState(all, [], recipient, day(from + later))];
      if (now !== 'given') expect(then === 'given').toBe(false);
      if (now === 'refused' || now === 'withdrawn' || now === 'not-asked') expect(then).toBe(now);
    }), { numRuns: 1_000 });
  });
});
