import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { answerReferral } from '../answer-referral/answer-referral.ts';
import { markServed } from '../mark-served/mark-served.ts';
import { assessExperience } from './assess-experience.ts';
import { assessmentToMake } from './assessment-to-make.query.ts';

describe('how it was', () => {
  it('is said once for the visit, also from two screens, and once for each service where she was received', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const referral = await desk.refer();
    const say = (faces: number, about?: string) => act(house, desk.officer, assessExperience, { ticket: desk.visitOf, faces, referral: about });
    const twice = await Promise.allSettled([say(5), say(1)]);
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(twice.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'desk.already-assessed' } });
    await expect(say(4, referral)).rejects.toMatchObject({ code: 'desk.not-served-yet' });
    await act(house, desk.officer, answerReferral, { referral, answer: 'accepted' });
    await act(house, desk.officer, markServed, { referral, outcome: 'full' });
    expect(await ask(house, desk.officer, assessmentToMake, { ticket: desk.visitOf })).toMatchObject({ visit: false, served: [{ referral }] });
    const { assessment } = await say(4, referral);
    const [event] = await eventsAbout(desk.world, assessment);
    expect(event).toMatchObject({ name: 'desk.experience-assessed', body: { faces: 4, service: desk.service, sex: 'female' } });
    expect(await ask(house, desk.officer, assessmentToMake, { ticket: desk.visitOf })).toEqual({ visit: false, served: [] });
    expect((await desk.see(referral)).assessed).toBe(4);
    expect(await ownerQuery(house, "select faces from directory.service_use where service_id = $1 and kind = 'assessed'", [desk.service])).toEqual([{ faces: 4 }]);
  });

  it('waits for somebody to be received, and takes faces from 1 to 5 only', async () => {
    const desk = await openReferringDesk();
    const { ticket } = await desk.ticket();
    await expect(act(desk.world.house, desk.officer, assessExperience, { ticket, faces: 3 })).rejects.toMatchObject({ code: 'desk.no-client-yet' });
    for (const faces of [0, 6]) {
      await expect(act(desk.world.house, desk.officer, assessExperience, { ticket: desk.visitOf, faces })).rejects.toMatchObject({ name: 'InvalidInput' });
    }
  });

  it('is absent at another hub', async () => {
    const desk = await openReferringDesk();
    const stranger = await (await desk.world.secondHub()).as('desk_officer');
    await expect(act(desk.world.house, stranger, assessExperience, { ticket: desk.visitOf, faces: 3 })).rejects.toThrow(NotFound);
  });
});
