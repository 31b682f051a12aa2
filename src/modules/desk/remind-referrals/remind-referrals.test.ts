import { describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { terminateAgreement } from '#modules/network/agreement/end-agreement.ts';
import { openReferringDesk, type ReferringDesk } from '#tests/fixtures/refer.ts';
import { linkedReferral } from '../answer-referral/linked-referral.query.ts';
import { answerReferral } from '../answer-referral/answer-referral.ts';
import { followUps } from '../referral-list/follow-ups.query.ts';
import { remindReferrals } from './remind-referrals.ts';

/** Runs the daily job as if so many days had passed. */
const daysOn = (desk: ReferringDesk, days: number) => {
  const job: Actor = { ...visitor(desk.world.network), app: 'job' };
  return act(desk.world.house, job, remindReferrals, { at: new Date(Date.now() + days * 86_400_000).toISOString() });
};

describe('the clock of the loop', () => {
  it('says nothing before 14 days, reminds once after, and puts it before the manager once after 21 with another service', async () => {
    const desk = await openReferringDesk();
    const other = await desk.another({ waitingDays: 3 });
    const referral = await desk.refer();
    expect(await daysOn(desk, 13)).toEqual({ reminded: 0, escalated: 0 });
    expect(await daysOn(desk, 14.1)).toEqual({ reminded: 1, escalated: 0 });
    expect(await daysOn(desk, 15)).toEqual({ reminded: 0, escalated: 0 });
    expect(await daysOn(desk, 21.1)).toEqual({ reminded: 0, escalated: 1 });
    expect(await daysOn(desk, 22)).toEqual({ reminded: 0, escalated: 0 });
    expect(await desk.see(referral)).toMatchObject({ state: 'sent', escalated: true, nextService: other });
    const names = (await eventsAbout(desk.world, referral)).map(({ name, body }) => [name, body.days]);
    expect(names.slice(1)).toEqual([['desk.referral-reminded', 14], ['desk.referral-escalated', 21]]);
  });

  it('a reminder brings a fresh link and ends the old one', async () => {
    const desk = await openReferringDesk();
    const referral = await desk.refer();
    const old = await desk.token(referral);
    await daysOn(desk, 15);
    const fresh = await desk.token(referral);
    const open = (token: string) => ask(desk.world.house, visitor(desk.world.network), linkedReferral, { token });
    expect(fresh).not.toBe(old);
    expect([(await open(old)).standing, (await open(fresh)).standing]).toEqual(['ended', 'open']);
  });

  it('an answered referral is left alone, and a declined one stands among what the desk has to follow up', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const referral = await desk.refer();
    expect((await ask(house, desk.officer, followUps, {})).count).toBe(0);
    await act(house, desk.officer, answerReferral, { referral, answer: 'declined', reason: 'not-eligible' });
    expect(await daysOn(desk, 40)).toEqual({ reminded: 0, escalated: 0 });
    expect(await ask(house, desk.officer, followUps, {})).toMatchObject({ count: 1, referrals: [{ id: referral, state: 'declined' }] });
  });

  it('ends the link of a body whose agreement was ended early', async () => {
    const desk = await openReferringDesk();
    const { house, network } = desk.world;
    const { agreement, manager } = await signedAgreement(desk.world, desk.body);
    const token = await desk.token(await desk.refer());
    const standing = async () => (await ask(house, visitor(network), linkedReferral, { token })).standing;
    await daysOn(desk, 1);
    expect(await standing()).toBe('open');
    await act(house, manager, terminateAgreement, { agreement });
    await daysOn(desk, 1);
    expect(await standing()).toBe('ended');
  });

  it('a link never lives beyond the agreement', async () => {
    const desk = await openReferringDesk();
    await signedAgreement(desk.world, desk.body, 5);
    const { link } = await desk.see(await desk.refer());
    const days = (link!.expiresAt.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(4.9);
    expect(days).toBeLessThan(6.1);
  });

  it('only the house runs it', async () => {
    const desk = await openReferringDesk();
    await expect(act(desk.world.house, desk.officer, remindReferrals, {})).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});
