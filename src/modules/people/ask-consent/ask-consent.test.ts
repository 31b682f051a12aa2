import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction, within } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { PeopleTables } from '../people.ts';
import { hasConsent } from '../public.ts';
import { answerAskedConsent } from './answer-asked-consent.ts';
import { askConsent } from './ask-consent.ts';
import { askHash } from './ask-link.ts';
import { askedConsent } from './asked-consent.query.ts';

async function open() {
  const world = await openHub();
  const desk = await openDesk(world);
  const person = await desk.person();
  const nobody = visitor(world.network);
  const leave = (more: object = {}) => act(world.house, desk.officer, askConsent, { person, purpose: 'image', language: 'ar', ...more });
  return { world, desk, officer: desk.officer, person, nobody, leave };
}

describe('a question left as a link', () => {
  it('shows who asks and what for, never who is asked; she answers once, and the desk knows', async () => {
    const { world: { house }, officer, person, nobody, leave } = await open();
    const { token } = await leave();
    const shown = await ask(house, nobody, askedConsent, { token });
    expect(shown).toMatchObject({ open: true, purpose: 'image' });
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${person}|خديجة`));
    const holds = () => inTransaction(house.app, beginFor(officer), (tx) => hasConsent(tx, person, 'image'));
    expect(await holds()).toBe(false);
    await act(house, nobody, answerAskedConsent, { token, answer: 'given' });
    expect(await holds()).toBe(true);
    await expect(act(house, nobody, answerAskedConsent, { token, answer: 'refused' })).rejects.toMatchObject({ code: 'people.ask-ended' });
    expect(await holds()).toBe(true);
    expect((await ask(house, nobody, askedConsent, { token })).open).toBe(false);
  });

  it('pressed twice at the same moment, one answer counts', async () => {
    const { world: { house }, nobody, leave } = await open();
    const { token } = await leave();
    const both = await Promise.allSettled((['given', 'refused'] as const).map((answer) => act(house, nobody, answerAskedConsent, { token, answer })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('late, guessed, or of another network it opens nothing', async () => {
    const { world, nobody, leave } = await open();
    const { token } = await leave();
    await ownerQuery(world.house, "update people.consent_ask set asked_at = asked_at - interval '20 days', expires_at = expires_at - interval '20 days' where hash = $1", [askHash(token)]);
    await expect(act(world.house, nobody, answerAskedConsent, { token, answer: 'given' })).rejects.toMatchObject({ code: 'people.ask-ended' });
    const { token: other } = await leave();
    await expect(ask(world.house, nobody, askedConsent, { token: `${other.slice(0, -2)}AA` })).rejects.toBeInstanceOf(NotFound);
    await expect(act(world.house, visitor((await openHub()).network), answerAskedConsent, { token: other, answer: 'given' })).rejects.toBeInstanceOf(NotFound);
  });

  it('PostgreSQL itself takes no answer of a stranger for another question or person', async () => {
    const { world: { house, network, hub }, person, desk, leave } = await open();
    const { token } = await leave();
    const [asked] = await ownerQuery<{ id: string }>(house, 'select id from people.consent_ask where hash = $1', [askHash(token)]);
    const write = (asked_id: string | null, link?: Buffer) => inTransaction(house.app, beginFor(visitor(network), link ? { link } : {}), (tx) =>
      within<PeopleTables>(tx).insertInto('people.consent').values({
        network_id: network, id: newId(), hub_id: hub, person_id: person, purpose: 'image', answer: 'given', channel: 'click', witness_id: null, guardian: null, notice_version: '1',
        language: 'ar', answered_at: new Date(), recorded_by: null, withdrawn_at: null, asked_id,
      }).execute(), false);
    await expect(write(asked!.id)).rejects.toThrow(/row-level security/);
    await expect(write(null, askHash(token))).rejects.toThrow(/row-level security|consent_by_herself/);
    await expect(write(asked!.id, askHash(token))).resolves.toBeDefined();
    const another = await desk.person('Autre', 1990);
    expect(another).not.toBe(person);
  });

  it('is not left with a minor, and names partner and fields for sharing', async () => {
    const { world, desk, leave } = await open();
    const child = await desk.person('Ines', new Date().getUTCFullYear() - 15);
    await expect(leave({ person: child })).rejects.toMatchObject({ code: 'people.not-for-minors' });
    const recipient = await (await openDirectory(world)).body();
    await expect(leave({ purpose: 'sharing' })).rejects.toMatchObject({ code: 'people.partner-needed' });
    await expect(leave({ purpose: 'sharing', recipient: child, fields: ['name'] })).rejects.toMatchObject({ code: 'people.partner-unknown' });
    await expect(leave({ purpose: 'sharing', recipient })).rejects.toMatchObject({ code: 'people.fields-needed' });
    await expect(leave({ purpose: 'sharing', recipient, fields: ['name'] })).resolves.toHaveProperty('token');
  });

  it('by page: the desk sees the address once, she answers without script', async () => {
    const { world, officer, person } = await open();
    const web = await openWeb(world);
    const left = await web.send(`/people/${person}/consent/ask?purpose=image`, { purpose: 'image', language: 'ar' }, officer);
    const address = /\/c\/[\w-]{43}/.exec(await left.text())![0];
    const page = await (await web.get(`${address}?lang=ar`)).text();
    expect(page).not.toContain('<script');
    const sent = await web.send(address, { answer: 'given' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${address}?kept=1`]);
  });
});
