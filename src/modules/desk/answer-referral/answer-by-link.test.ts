import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction, within } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import type { DeskTables } from '../desk.ts';
import { linkHash } from '../referral/referral-link.ts';
import { closeReferral } from '../close-referral/close-referral.ts';
import { inboxReferral } from '../inbox/inbox-referral.query.ts';
import { inbox } from '../inbox/inbox.query.ts';
import { markServed } from '../mark-served/mark-served.ts';
import { servedByLink } from '../mark-served/served-by-link.ts';
import { unmetNeeds } from '../unmet-need/unmet-needs.query.ts';
import { answerByLink } from './answer-by-link.ts';
import { answerReferral } from './answer-referral.ts';
import { linkedReferral } from './linked-referral.query.ts';

/** A desk with one referral sent, its link, and a visitor who holds it. */
async function sentByLink() {
  const desk = await openReferringDesk();
  const referral = await desk.refer();
  return { desk, referral, house: desk.world.house, token: await desk.token(referral), body: visitor(desk.world.network) };
}

describe('answering by link', () => {
  it('opening it any number of times uses nothing up, and every opening is noted', async () => {
    const { desk, house, token, body, referral } = await sentByLink();
    for (const _ of [1, 2, 3]) expect((await ask(house, body, linkedReferral, { token })).standing).toBe('open');
    const looks = await ownerQuery(house, "select id from core.look where person_id = $1 and action = 'desk.linked-referral' and compartment = 'C1a'", [desk.woman]);
    expect(looks).toHaveLength(3);
    expect((await desk.see(referral)).state).toBe('sent');
  });

  it('used twice at the same moment, one answer counts and the other is told', async () => {
    const { house, token, body, referral } = await sentByLink();
    const twice = await Promise.allSettled([
      act(house, body, answerByLink, { token, answer: 'accepted' }), act(house, body, answerByLink, { token, answer: 'declined', reason: 'full' }),
    ]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(twice.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'desk.link-used' } });
    expect(await ownerQuery(house, "select id from core.event where subject_id = $1 and name = 'desk.referral-answered'", [referral])).toHaveLength(1);
  });

  it('once used it shows nothing of her any more: PostgreSQL itself gives no row', async () => {
    const { house, token, body } = await sentByLink();
    const rows = () => inTransaction(house.app, beginFor(body, { link: linkHash(token) }), (tx) =>
      within<DeskTables>(tx).selectFrom('desk.disclosure').select('id').execute());
    expect(await rows()).toHaveLength(1);
    await act(house, body, answerByLink, { token, answer: 'declined', reason: 'too-far' });
    expect(await rows()).toHaveLength(0);
    expect(await ask(house, body, linkedReferral, { token })).toMatchObject({ standing: 'used', lines: [] });
    await expect(act(house, body, answerByLink, { token, answer: 'accepted' })).rejects.toMatchObject({ code: 'desk.link-used' });
  });

  it('after 30 days it answers no more and shows nothing', async () => {
    const { house, token, body, referral } = await sentByLink();
    await ownerQuery(house, "update desk.referral_link set issued_at = now() - interval '31 days', expires_at = now() - interval '1 day' where referral_id = $1", [referral]);
    expect(await ask(house, body, linkedReferral, { token })).toMatchObject({ standing: 'expired', lines: [] });
    await expect(act(house, body, answerByLink, { token, answer: 'accepted' })).rejects.toMatchObject({ code: 'desk.link-expired' });
  });

  it('a link of the wrong kind, a guessed one and one of another network are absent', async () => {
    const { house, token, body } = await sentByLink();
    const guessed = Buffer.alloc(32, 7).toString('base64url');
    const elsewhere = visitor((await sentByLink()).desk.world.network);
    await expect(ask(house, body, linkedReferral, { token: guessed })).rejects.toThrow(NotFound);
    await expect(ask(house, elsewhere, linkedReferral, { token })).rejects.toThrow(NotFound);
    await expect(act(house, body, servedByLink, { token, outcome: 'full' })).rejects.toThrow(NotFound);
  });

  it('a no needs its reason', async () => {
    const { house, token, body } = await sentByLink();
    await expect(act(house, body, answerByLink, { token, answer: 'declined' })).rejects.toMatchObject({ name: 'InvalidInput' });
    expect((await ask(house, body, linkedReferral, { token })).standing).toBe('open');
  });

  it('goes the whole way by link: accepted, received there, closed by the desk', async () => {
    const { desk, house, token, body, referral } = await sentByLink();
    await expect(act(house, desk.officer, closeReferral, { referral, outcome: 'solved' })).rejects.toMatchObject({ code: 'desk.no-answer-yet' });
    const { next } = await act(house, body, answerByLink, { token, answer: 'accepted' });
    expect(await ask(house, body, linkedReferral, { token: next! })).toMatchObject({ kind: 'outcome', standing: 'open' });
    await act(house, body, servedByLink, { token: next!, outcome: 'full' });
    await expect(act(house, body, servedByLink, { token: next!, outcome: 'full' })).rejects.toMatchObject({ code: 'desk.link-used' });
    await act(house, desk.officer, closeReferral, { referral, outcome: 'solved' });
    await expect(act(house, desk.officer, closeReferral, { referral, outcome: 'solved' })).rejects.toMatchObject({ code: 'desk.referral-over' });
    const names = (await eventsAbout(desk.world, referral)).map(({ name }) => name);
    expect(names).toEqual(['desk.referral-sent', 'desk.referral-answered', 'desk.service-served', 'desk.referral-closed']);
    const uses = await ownerQuery(house, "select id from directory.service_use where service_id = $1 and kind = 'served'", [desk.service]);
    expect(uses).toHaveLength(1);
  });

  it('a no comes back to the sender with its words and another service, and counts as unmet', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const slow = await desk.another({ names: { fr: 'Lente' }, waitingDays: 60 });
    const quick = await desk.another({ names: { fr: 'Rapide' }, waitingDays: 5 });
    await desk.another({ names: { fr: 'Comble' }, waitingDays: 0, capacityPlaces: 4, freePlaces: 0 });
    const referral = await desk.refer();
    await act(house, visitor(network), answerByLink, { token: await desk.token(referral), answer: 'declined', reason: 'full', words: 'Revenez en mars' });
    const sheet = await desk.see(referral);
    expect(sheet).toMatchObject({ state: 'declined', declineReason: 'full', words: 'Revenez en mars', nextService: quick, link: null });
    expect((await ask(house, desk.officer, unmetNeeds, {})).cells).toEqual([{ cause: 'full', type: 'REF', territory: 'TN-43', count: 1 }]);
    const again = await desk.refer({ service: quick, after: referral });
    expect(await desk.see(referral)).toMatchObject({ state: 'returned' });
    expect(await desk.see(again)).toMatchObject({ state: 'sent', nextService: slow });
  });
});

describe('answering by account', () => {
  it('the body sees what is addressed to it, answers, and says she was received', async () => {
    const { desk, house, referral } = await sentByLink();
    const clerk = await desk.world.as('municipal_officer', { scope: 'org', organization: desk.body });
    expect((await ask(house, clerk, inbox, {})).referrals).toHaveLength(1);
    expect((await ask(house, clerk, inboxReferral, { referral })).lines).toContainEqual({ field: 'name', value: 'خديجة العيادي' });
    await act(house, clerk, answerReferral, { referral, answer: 'accepted' });
    await expect(act(house, clerk, answerReferral, { referral, answer: 'accepted' })).rejects.toMatchObject({ code: 'desk.referral-answered' });
    await act(house, clerk, markServed, { referral, outcome: 'partial' });
    expect((await desk.see(referral))).toMatchObject({ state: 'served', serviceOutcome: 'partial', answeredVia: 'account' });
  });

  it('is absent for another body and for another hub', async () => {
    const { desk, house, referral } = await sentByLink();
    const [other] = await ownerQuery<{ organization_id: string }>(house, 'select organization_id from directory.service where id = $1', [await desk.another()]);
    const stranger = await desk.world.as('municipal_officer', { scope: 'org', organization: other!.organization_id });
    const colleague = await (await desk.world.secondHub()).as('desk_officer');
    await expect(ask(house, stranger, inboxReferral, { referral })).rejects.toThrow(NotFound);
    for (const actor of [stranger, colleague]) {
      await expect(act(house, actor, answerReferral, { referral, answer: 'accepted' })).rejects.toThrow(NotFound);
      await expect(act(house, actor, markServed, { referral, outcome: 'full' })).rejects.toThrow(NotFound);
    }
    expect((await ask(house, stranger, inbox, {})).referrals).toEqual([]);
  });

  it('received before it was accepted is refused', async () => {
    const { desk, house, referral } = await sentByLink();
    await expect(act(house, desk.officer, markServed, { referral, outcome: 'full' })).rejects.toMatchObject({ code: 'desk.not-accepted' });
  });

  it('an answer told to the desk ends the link', async () => {
    const { desk, house, referral, token, body } = await sentByLink();
    await act(house, desk.officer, answerReferral, { referral, answer: 'accepted' });
    await expect(act(house, body, answerByLink, { token, answer: 'declined', reason: 'full' })).rejects.toMatchObject({ code: 'desk.link-ended' });
  });
});
