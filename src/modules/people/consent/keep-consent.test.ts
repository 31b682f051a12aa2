import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Doing } from '#core/action.ts';
import { keptRows } from '#tests/fixtures/kept-rows.ts';
import type { PeopleTables } from '../people.ts';
import { type Answer, consentRefusals, keepConsent, sharingRefusals } from './keep-consent.ts';

// The town of this test: two hubs, one body, two colleagues at the first hub. Everything real about them is tested with PostgreSQL.
vi.mock('#modules/network/public.ts', () => ({
  accountsAt: async (_: unknown, hub: string) => (hub === 'sidi-bouzid' ? [{ account: 'amina' }, { account: 'salma' }] : [{ account: 'stranger' }]),
  hubCard: async (_: unknown, hub: string) => ({ 'sidi-bouzid': { country }, mahdia: { country: 'TN' } })[hub],
  organizationCard: async (_: unknown, id: string) => (id === 'union' ? { id } : undefined),
}));

const now = new Date('2026-06-10T09:30:00Z');
let country = 'TN';
let answers: Record<string, unknown>[] = [];
let events: object[] = [];
beforeEach(() => { [country, answers, events] = ['TN', [], []]; });

class Refused extends Error {}
const lengths = [{ network_id: 'network', purpose: 'image', days: 10 }, { network_id: 'another', purpose: 'service', days: 1 }];
const notice = { id: 'notice', network_id: 'network', hub_id: 'sidi-bouzid', purpose: 'story', version: 7, texts: { ar: 'نص', fr: 'texte' } };
const doing = (): Doing<PeopleTables> => ({
  tx: keptRows({ 'people.consent': answers, 'people.consent_length': lengths, 'people.notice': [notice] }, now), network: 'network', hub: 'sidi-bouzid', now,
  actor: { account: 'amina' },
  refuse: (code: string, values: object, field: string) => { throw new Refused(`${code} at ${field}${JSON.stringify(values)}`); },
  absent: () => { throw new Refused('absent'); },
  record: async (event: object) => { events.push(event); return 'event'; },
}) as unknown as Doing<PeopleTables>;

const yes: Answer = { purpose: 'service', answer: 'given', channel: 'written', companion_witness: false, language: 'ar' };
const sharing: Partial<Answer> = { purpose: 'sharing', recipient: 'union', fields: ['name', 'need'] };
const keep = (more: Partial<Answer> = {}, birthYear: number | null = 1980) => keepConsent(doing(), { person: 'her', birthYear }, { ...yes, ...more });
/** What is said to this answer: "kept", or the reason and the field it stands at. */
const says = (more: Partial<Answer> = {}, birthYear: number | null = 1980) => keep(more, birthYear).then(() => 'kept', (error: Error) => (error instanceof Refused ? error.message : Promise.reject(error)));

describe('what is written down', () => {
  it('is who answered what, how, in which language, told by which notice, until when, and one event without her name', async () => {
    const id = await keep({ language: 'fr', companion_witness: true, channel: 'oral-witness', witness: 'salma' });
    expect(answers).toEqual([{
      network_id: 'network', id, hub_id: 'sidi-bouzid', person_id: 'her', purpose: 'service', answer: 'given', channel: 'oral-witness', witness_id: 'salma',
      companion_witness: true, guardian: null, notice_version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), notice_id: null, language: 'fr', answered_at: now, recorded_by: 'amina',
      withdrawn_at: null, until_at: new Date('2029-06-09T09:30:00Z'), recipient_id: null, recipient_hub_id: null, fields: null,
    }]);
    expect(events).toEqual([{ name: 'consent-recorded', subject: id, person: 'her', body: { purpose: 'service', answer: 'given', channel: 'oral-witness' } }]);
  });

  it('names the hub’s own notice where it has one', async () => {
    await keep({ purpose: 'story' });
    expect(answers[0]).toMatchObject({ notice_id: 'notice', notice_version: '7', until_at: new Date('2027-06-10T09:30:00Z') });
  });

  it('a partner and fields with sharing alone, and fields only with a yes', async () => {
    await keep(sharing);
    await keep({ purpose: 'sharing', recipient_hub: 'mahdia', fields: ['phone'] });
    await keep({ ...sharing, answer: 'refused' });
    await keep({ ...sharing, answer: 'refused', recipient: undefined, fields: undefined });
    await keep({ ...sharing, purpose: 'image', recipient_hub: 'mahdia' });
    expect(answers.map(({ recipient_id, recipient_hub_id, fields, until_at }) => [recipient_id, recipient_hub_id, fields, until_at])).toEqual([
      ['union', null, ['name', 'need'], new Date('2026-12-07T09:30:00Z')], [null, 'mahdia', ['phone'], new Date('2026-12-07T09:30:00Z')],
      ['union', null, null, null], [null, null, null, null], [null, null, null, new Date('2026-06-20T09:30:00Z')],
    ]);
  });

  it('the asker is nobody’s witness, not even of a no', async () => {
    await keep({ answer: 'refused', witness: 'amina' });
    await keep({ answer: 'refused', witness: 'salma' });
    await keep({ guardian: 'guardian-and-judge' }, 2015);
    expect(answers.map(({ witness_id, guardian }) => [witness_id, guardian])).toEqual([[null, null], ['salma', null], [null, 'guardian-and-judge']]);
  });
});

describe('a no', () => {
  it('is taken from anybody in any way, has no end, and needs neither witness, guardian nor partner', async () => {
    for (const birthYear of [null, 1980, 2020]) {
      for (const channel of ['written', 'oral-witness', 'thumbprint', 'click'] as const) expect(await says({ answer: 'refused', channel, purpose: 'sharing', until: '2020-01-01' }, birthYear)).toBe('kept');
    }
    expect(new Set(answers.map(({ until_at }) => until_at))).toEqual(new Set([null]));
  });
});

describe('a yes', () => {
  it('that was not written needs a witness: a colleague of this hub who does not ask, or who came with her', async () => {
    for (const channel of ['oral-witness', 'thumbprint', 'click'] as const) {
      expect(await says({ channel })).toBe('witness-needed at witness{}');
      expect(await says({ channel, companion_witness: true })).toBe('kept');
      expect(await says({ channel, witness: 'salma' })).toBe('kept');
      expect(await says({ channel, witness: 'amina' })).toBe('witness-is-asker at witness{}');
      expect(await says({ channel, witness: 'stranger' })).toBe('witness-not-here at witness{}');
    }
    expect([await says(), await says({ witness: 'salma' }), await says({ witness: 'stranger' }), await says({ witness: 'amina' })])
      .toEqual(['kept', 'kept', 'witness-not-here at witness{}', 'witness-is-asker at witness{}']);
  });

  it('to sharing names one partner that is known, and fields', async () => {
    expect(await says(sharing)).toBe('kept');
    expect(await says({ ...sharing, recipient: undefined })).toBe('partner-needed at recipient{}');
    expect(await says({ ...sharing, recipient_hub: 'mahdia' })).toBe('partner-needed at recipient{}');
    expect(await says({ ...sharing, recipient: 'unheard of' })).toBe('partner-unknown at recipient{}');
    expect(await says({ ...sharing, recipient: undefined, recipient_hub: 'mahdia' })).toBe('kept');
    expect(await says({ ...sharing, recipient: undefined, recipient_hub: 'sidi-bouzid' })).toBe('partner-unknown at recipient{}');
    expect(await says({ ...sharing, recipient: undefined, recipient_hub: 'unheard of' })).toBe('partner-unknown at recipient{}');
    expect(await says({ ...sharing, fields: [] })).toBe('fields-needed at fields{}');
    expect(await says({ ...sharing, fields: undefined })).toBe('fields-needed at fields{}');
    expect(await says({ purpose: 'image', fields: [] })).toBe('kept');
  });

  it('of a minor goes by the law of the hub’s country; of whom no age is known she is taken for grown', async () => {
    expect([await says({}, 2008), await says({}, 2009), await says({}, null)]).toEqual(['minor-needs-guardian at guardian{}', 'minor-needs-guardian at guardian{}', 'kept']);
    expect(await says({}, 2007)).toBe('kept');
    expect([await says({ guardian: 'guardian' }, 2015), await says({ guardian: 'guardian-and-judge' }, 2015)]).toEqual(['minor-needs-guardian at guardian{}', 'kept']);
    country = 'MA';
    expect([await says({ guardian: 'guardian' }, 2015), await says({ guardian: null }, 2015)]).toEqual(['kept', 'minor-needs-guardian at guardian{}']);
    country = 'JO';
    expect(await says({ guardian: 'guardian-and-judge' }, 2015)).toBe('minor-path-unchecked at guardian{}');
  });

  it('of a minor at a hub that is not there is absent', async () => {
    await expect(keepConsent({ ...doing(), hub: 'nowhere' }, { person: 'her', birthYear: 2015 }, yes)).rejects.toThrow('absent');
  });

  it('is eighteen in the middle of the year when only the year is known', async () => {
    const at = (day: string) => keepConsent({ ...doing(), now: new Date(day) }, { person: 'her', birthYear: 2008 }, yes).then(() => 'kept', (error: Error) => error.message);
    expect([await at('2026-06-30T23:59:59Z'), await at('2026-07-01T00:00:00Z')]).toEqual(['minor-needs-guardian at guardian{}', 'kept']);
  });

  it('holds until the end of the day she named, today at the earliest and ten years ahead at most', async () => {
    for (const [until, told] of [
      ['2026-06-09', 'until-past at until{}'], ['2026-06-10', 'kept'], ['2026-09-01', 'kept'], ['2036-06-06', 'kept'], ['2036-06-07', 'until-too-far at until{}'],
    ] as const) expect([until, await says({ until })]).toEqual([until, told]);
    expect(answers.map(({ until_at }) => (until_at as Date).toISOString())).toEqual(['2026-06-11T00:00:00.000Z', '2026-09-02T00:00:00.000Z', '2036-06-07T00:00:00.000Z']);
    expect(await keepConsent({ ...doing(), now: new Date('2026-06-10T00:00:00Z') }, { person: 'her', birthYear: 1980 }, { ...yes, until: '2036-06-06' })).toHaveLength(36);
  });
});

it('the reasons it gives are those it declares', () => {
  expect([...consentRefusals]).toEqual(['witness-needed', 'witness-is-asker', 'witness-not-here', 'minor-needs-guardian', 'minor-path-unchecked', 'until-past', 'until-too-far']);
  expect([...sharingRefusals]).toEqual(['partner-needed', 'partner-unknown', 'fields-needed']);
});
