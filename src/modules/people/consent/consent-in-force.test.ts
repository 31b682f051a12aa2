import { describe, expect, it, vi } from 'vitest';
import { keptRows } from '#tests/fixtures/kept-rows.ts';
import { asAnswered, consentHolding, consentInForce } from './consent-in-force.ts';
import { consentLengths, usualDays } from './consent-length.ts';
import { hasConsent } from './has-consent.ts';

// Files that were merged: "hers" and "hers-too" are one woman.
vi.mock('../identity/person-group.ts', () => ({ personGroup: async (_: unknown, person: string) => (person.startsWith('hers') ? ['hers', 'hers-too'] : [person]) }));

const day = (n: number): Date => new Date(Date.UTC(2026, 5, n));
const row = (more: object = {}) => ({
  id: 'a', hub_id: 'sidi-bouzid', person_id: 'hers', purpose: 'service', answer: 'given', answered_at: day(1), until_at: day(20), withdrawn_at: null,
  recipient_id: null, recipient_hub_id: null, fields: null, ...more,
});
const kept = (...rows: object[]) => keptRows({ 'people.consent': rows.map((each) => ({ ...each })) }, day(10));

describe('the consent that holds', () => {
  it('is named with its end, by the database’s clock unless another moment is asked about', async () => {
    expect(await consentHolding(kept(row()), 'hers', 'service')).toEqual({ id: 'a', until: day(20) });
    expect(await consentHolding(kept(row({ until_at: null })), 'hers', 'service')).toEqual({ id: 'a', until: null });
    expect(await consentInForce(kept(row()), 'hers', 'service')).toBe('a');
    expect(await consentInForce(kept(row()), 'hers', 'service', { at: day(21) })).toBeUndefined();
    expect(await consentInForce(kept(row({ until_at: day(9) })), 'hers', 'service')).toBeUndefined();
    expect(await consentInForce(kept(row({ until_at: day(9) })), 'hers', 'service', { at: day(8) })).toBe('a');
    expect(await consentInForce(kept(row({ withdrawn_at: day(9) })), 'hers', 'service')).toBeUndefined();
  });

  it('is nobody else’s, and for nothing else', async () => {
    expect(await consentHolding(kept(), 'hers', 'service')).toBeUndefined();
    expect(await consentHolding(kept(), 'hers', 'service', { at: day(2) })).toBeUndefined();
    expect(await consentInForce(kept(row()), 'another', 'service')).toBeUndefined();
    expect(await consentInForce(kept(row()), 'hers', 'image')).toBeUndefined();
  });

  it('is the newest of all her files', async () => {
    const no = row({ id: 'b', person_id: 'hers-too', answer: 'refused', until_at: null, answered_at: day(5) });
    expect(await consentInForce(kept(row(), no), 'hers', 'service')).toBeUndefined();
    expect(await consentInForce(kept(row(), { ...no, answered_at: day(1), id: 'A' }), 'hers-too', 'service')).toBe('a');
    const later = row({ id: 'c', answered_at: day(6), until_at: day(30) });
    expect(await consentHolding(kept(row(), no, later), 'hers', 'service')).toEqual({ id: 'c', until: day(30) });
  });

  it('counts at the hub that is named, or wherever one may read', async () => {
    const rows = [row(), row({ id: 'b', hub_id: 'mahdia', answer: 'refused', answered_at: day(5), until_at: null })];
    expect(await consentInForce(kept(...rows), 'hers', 'service', { hub: 'sidi-bouzid' })).toBe('a');
    expect(await consentInForce(kept(...rows), 'hers', 'service', { hub: 'mahdia' })).toBeUndefined();
    expect(await consentInForce(kept(...rows), 'hers', 'service')).toBeUndefined();
  });

  it('is for the partner and the fields she named; the hub she moves to is a partner too', async () => {
    const told = (more: object) => kept(row({ purpose: 'sharing', fields: ['name', 'need'], ...more }));
    const ask = (more: object, wish: object) => consentInForce(told(more), 'hers', 'sharing', wish);
    expect(await ask({ recipient_id: 'union' }, { recipient: 'union', fields: ['name'] })).toBe('a');
    expect(await ask({ recipient_id: 'union' }, { recipient: 'union' })).toBe('a');
    expect(await ask({ recipient_id: 'union' }, { recipient: 'union', fields: ['phone'] })).toBeUndefined();
    expect(await ask({ recipient_id: 'union' }, { recipient: 'another', fields: ['name'] })).toBeUndefined();
    expect(await ask({ recipient_id: 'union' }, { fields: ['name'] })).toBeUndefined();
    expect(await ask({ recipient_hub_id: 'mahdia' }, { recipient: 'mahdia', fields: ['name'] })).toBe('a');
    expect(await ask({ recipient_hub_id: 'mahdia' }, { recipient: 'union', fields: ['name'] })).toBeUndefined();
  });

  it('is a yes or a no to whoever only asks whether', async () => {
    expect([await hasConsent(kept(row()), 'hers', 'service'), await hasConsent(kept(row()), 'hers', 'image'), await hasConsent(kept(row()), 'hers', 'service', { hub: 'mahdia' })]).toEqual([true, false, false]);
  });
});

it('a row decides by these of its columns', () => {
  expect(asAnswered({ ...row({ recipient_hub_id: 'mahdia', withdrawn_at: day(3), fields: ['name'] }), id: 'x', answer: 'refused' } as never)).toEqual({
    id: 'x', answer: 'refused', at: day(1), until: day(20), withdrawnAt: day(3), recipient: 'mahdia', fields: ['name'],
  });
});

it('a network sets its own lengths, for itself alone; the rest stay as usual', async () => {
  const lengths = [{ network_id: 'tunis', purpose: 'image', days: 90 }, { network_id: 'rabat', purpose: 'story', days: 30 }];
  expect(await consentLengths(keptRows({ 'people.consent_length': lengths }, day(1)), 'tunis')).toEqual({ ...usualDays, image: 90 });
  expect(usualDays.image).toBe(730);
});
