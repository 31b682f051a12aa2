import { describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { type AnyTx, inTransaction, within } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { suspendAgreement } from '#modules/network/agreement/end-agreement.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { withdrawConsent } from '#modules/people/withdraw-consent/withdraw-consent.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openReferringDesk, type ReferringDesk } from '#tests/fixtures/refer.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { answerByLink } from '../answer-referral/answer-by-link.ts';
import { answerReferral } from '../answer-referral/answer-referral.ts';
import { linkedReferral } from '../answer-referral/linked-referral.query.ts';
import { closeReferral } from '../close-referral/close-referral.ts';
import type { DeskTables } from '../desk.ts';
import type { FieldCode } from '../referral/disclosed-field.ts';
import { inboxReferral } from '../inbox/inbox-referral.query.ts';
import { inbox } from '../inbox/inbox.query.ts';
import { linkHash } from '../referral/referral-link.ts';
import { takeBackReferral } from '../take-back-referral/take-back-referral.ts';
import { returnUnsharedReferrals } from './return-unshared-referrals.ts';

const job = (network: string): Actor => ({ network, account: null, person: null, hub: null, roles: [], app: 'job' });
const clerkOf = (desk: ReferringDesk) => desk.world.as('municipal_officer', { scope: 'org', organization: desk.body });

/** The rows of a referral that PostgreSQL itself gives to somebody, whatever our queries would ask for. */
const rowsFor = (desk: ReferringDesk, who: Actor, link?: string) =>
  inTransaction(desk.world.house.app, beginFor(who, link ? { link: linkHash(link) } : {}), async (tx: AnyTx) => ({
    referrals: (await within<DeskTables>(tx).selectFrom('desk.referral').select('id').execute()).length,
    disclosures: (await within<DeskTables>(tx).selectFrom('desk.disclosure').select('id').execute()).length,
  }));

const takeConsentBack = async (desk: ReferringDesk, how: 'withdrawn' | 'refused') => {
  const { house, network } = desk.world;
  if (how === 'refused') {
    return act(house, desk.officer, recordConsent, { person: desk.woman, purpose: 'sharing', answer: 'refused', channel: 'written', language: 'ar' });
  }
  const [consent] = await ownerQuery<{ id: string }>(house, "select id from people.consent where network_id = $1 and person_id = $2 and purpose = 'sharing'", [network, desk.woman]);
  return act(house, desk.officer, withdrawConsent, { consent: consent!.id });
};

describe('consent to sharing taken back', () => {
  it.each(['withdrawn', 'refused'] as const)('(%s) closes the link and the account of the body in the same moment', async (how) => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const referral = await desk.refer();
    const token = await desk.token(referral);
    const clerk = await clerkOf(desk);
    expect(await rowsFor(desk, clerk)).toEqual({ referrals: 1, disclosures: 1 });
    await takeConsentBack(desk, how);
    expect(await rowsFor(desk, clerk)).toEqual({ referrals: 0, disclosures: 0 });
    expect((await rowsFor(desk, visitor(network), token)).disclosures).toBe(0);
    expect(await ask(house, visitor(network), linkedReferral, { token })).toMatchObject({ standing: 'ended', lines: [] });
    await expect(act(house, visitor(network), answerByLink, { token, answer: 'accepted' })).rejects.toMatchObject({ code: 'desk.link-ended' });
    expect((await ask(house, clerk, inbox, {})).referrals).toEqual([]);
    await expect(ask(house, clerk, inboxReferral, { referral })).rejects.toThrow(NotFound);
    await expect(act(house, clerk, answerReferral, { referral, answer: 'accepted' })).rejects.toThrow(NotFound);
    expect(await ownerQuery(house, "select id from people.access_grant where basis = 'referral' and basis_id = $1 and revoked_at is null", [referral])).toEqual([]);
  });

  it('brings the referral back into the lists by the job it left, with its event', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const referral = await desk.refer();
    await takeConsentBack(desk, 'withdrawn');
    expect(await act(house, job(network), returnUnsharedReferrals, { person: desk.woman })).toEqual({ returned: 1 });
    expect((await desk.see(referral)).state).toBe('returned');
    const events = await eventsAbout(desk.world, referral);
    expect(events.at(-1)).toMatchObject({ name: 'desk.referral-returned', body: { reason: 'consent-withdrawn' } });
    expect(await act(house, job(network), returnUnsharedReferrals, { person: desk.woman })).toEqual({ returned: 0 });
  });

  it('about one partner leaves what another was told', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const service = await desk.another();
    const [first, second] = [await desk.refer(), await desk.refer({ service })];
    await act(house, desk.officer, recordConsent, { person: desk.woman, purpose: 'sharing', answer: 'refused', channel: 'written', language: 'ar', recipient: desk.body });
    expect(await rowsFor(desk, await clerkOf(desk))).toEqual({ referrals: 0, disclosures: 0 });
    expect(await desk.see(first)).toMatchObject({ shut: 'refused' });
    expect(await desk.see(second)).toMatchObject({ shut: null, state: 'sent' });
    expect(await act(house, job(desk.world.network), returnUnsharedReferrals, { person: desk.woman })).toEqual({ returned: 1 });
    expect([(await desk.see(first)).state, (await desk.see(second)).state]).toEqual(['returned', 'sent']);
  });

  it('answered again with fewer fields, what told more is shut and what told no more lives on', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const again = (fields: FieldCode[], until?: string) => act(house, desk.officer, recordConsent, { person: desk.woman, purpose: 'sharing', answer: 'given', channel: 'written', language: 'ar', recipient: desk.body, fields, until });
    const referral = await desk.refer();
    await again(['name', 'phone', 'languages'], '2031-05-06');
    expect(await rowsFor(desk, await clerkOf(desk))).toEqual({ referrals: 1, disclosures: 1 });
    expect((await desk.see(referral)).until!.toISOString()).toBe('2031-05-07T00:00:00.000Z');
    await again(['name']);
    expect(await rowsFor(desk, await clerkOf(desk))).toEqual({ referrals: 0, disclosures: 0 });
    expect((await desk.see(referral)).shut).toBe('fewer-fields');
    await expect(desk.refer()).rejects.toMatchObject({ code: expect.stringMatching(/consent-missing|already-referred/) });
  });

  it('its time over, the body reads nothing from that moment, by account or link, before any job has run', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const referral = await desk.refer();
    const token = await desk.token(referral);
    const clerk = await clerkOf(desk);
    // The database's clock cannot be moved: the end is set before now, as it will be one day.
    for (const table of ['desk.referral', 'desk.disclosure']) await ownerQuery(house, `update ${table} set until_at = now() - interval '1 second' where network_id = $1`, [network]);
    expect(await rowsFor(desk, clerk)).toEqual({ referrals: 0, disclosures: 0 });
    expect((await rowsFor(desk, visitor(network), token)).disclosures).toBe(0);
    expect((await ask(house, clerk, inbox, {})).referrals).toEqual([]);
    await expect(ask(house, clerk, inboxReferral, { referral })).rejects.toThrow(NotFound);
    expect(await ask(house, visitor(network), linkedReferral, { token })).toMatchObject({ standing: 'ended', lines: [] });
    await expect(act(house, visitor(network), answerByLink, { token, answer: 'accepted' })).rejects.toMatchObject({ code: 'desk.link-ended' });
    expect(await desk.see(referral)).toMatchObject({ shut: 'expired', state: 'sent' });
    expect(await act(house, job(network), returnUnsharedReferrals, { person: desk.woman })).toEqual({ returned: 1 });
    expect((await eventsAbout(desk.world, referral)).at(-1)).toMatchObject({ name: 'desk.referral-returned', body: { reason: 'consent-expired' } });
  });

  it('leaves what another purpose was asked for', async () => {
    const desk = await openReferringDesk();
    await desk.refer();
    await act(desk.world.house, desk.officer, recordConsent, { person: desk.woman, purpose: 'image', answer: 'refused', channel: 'written', language: 'ar' });
    expect(await rowsFor(desk, await clerkOf(desk))).toEqual({ referrals: 1, disclosures: 1 });
  });
});

describe('what a body reads in PostgreSQL itself', () => {
  it('ends when the referral is taken back, closed or declined', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const clerk = await clerkOf(desk);
    const back = await desk.refer();
    await act(house, desk.officer, takeBackReferral, { referral: back, reason: 'mistake' });
    expect(await rowsFor(desk, clerk)).toEqual({ referrals: 0, disclosures: 0 });
    const closed = await desk.refer();
    await act(house, clerk, answerReferral, { referral: closed, answer: 'accepted' });
    await act(house, desk.officer, closeReferral, { referral: closed, outcome: 'did-not-come' });
    expect(await rowsFor(desk, clerk)).toEqual({ referrals: 0, disclosures: 0 });
    const declined = await desk.refer();
    await act(house, clerk, answerReferral, { referral: declined, answer: 'declined', reason: 'full' });
    expect((await rowsFor(desk, clerk)).disclosures).toBe(0);
  });
});

describe('an agreement ended early', () => {
  it('closes links and account in the same moment, without waiting for the night', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const { agreement, manager } = await signedAgreement(desk.world, desk.body);
    const referral = await desk.refer();
    const token = await desk.token(referral);
    const clerk = await clerkOf(desk);
    expect((await ask(house, visitor(network), linkedReferral, { token })).standing).toBe('open');
    expect((await ask(house, clerk, inbox, {})).referrals).toHaveLength(1);
    await act(house, manager, suspendAgreement, { agreement });
    expect(await ask(house, visitor(network), linkedReferral, { token })).toMatchObject({ standing: 'ended', lines: [] });
    await expect(act(house, visitor(network), answerByLink, { token, answer: 'accepted' })).rejects.toMatchObject({ code: 'desk.link-ended' });
    expect((await ask(house, clerk, inbox, {})).referrals).toEqual([]);
    await expect(act(house, clerk, answerReferral, { referral, answer: 'accepted' })).rejects.toThrow(NotFound);
    await expect(act(house, desk.officer, answerReferral, { referral, answer: 'accepted' })).resolves.toEqual({ referral });
  });
});

describe('the service proposed after a no', () => {
  it('is the one open today, not the one proposed when it was sent', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const first = await desk.another({ names: { fr: 'Première' }, waitingDays: 1 });
    const second = await desk.another({ names: { fr: 'Seconde' }, waitingDays: 9 });
    const referral = await desk.refer();
    await act(house, visitor(network), answerByLink, { token: await desk.token(referral), answer: 'declined', reason: 'full' });
    expect((await desk.see(referral)).nextService).toBe(first);
    await ownerQuery(house, "update directory.service set status = 'temporarily closed' where id = $1", [first]);
    expect(await desk.see(referral)).toMatchObject({ nextService: second, next: { fr: 'Seconde' } });
  });
});
