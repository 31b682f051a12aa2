import { z } from 'zod';
import { id, listOf, maybe, text, wholeNumber } from '#core/input.ts';
import { action } from '../../incubation.ts';
import { judgedStates } from '../selection-codes.ts';
import { judgedApplication, judgedCall, juryCriteria } from './judging.ts';

/** A juror gives points for every criterion of the jury, by number and not by name. She may change them until the scoring is closed. */
export const scoreApplication = action({
  name: 'score-application',
  says: 'Gives one application its points as a juror.',
  input: z.strictObject({ application: id(), scores: listOf(z.strictObject({ criterion: text(40), points: wholeNumber(0, 1_000), reason: maybe(text(300)) })) }),
  refuses: ['scoring-not-open', 'points-not-given', 'too-many-points'],
  run: async (doing, { application, scores }) => {
    const { tx, network, hub, now, actor, refuse, absent } = doing;
    const found = await judgedApplication(doing, application);
    const call = await judgedCall(doing, found.call_id);
    if (call.state !== 'closed' || !call.checked || !(judgedStates as readonly string[]).includes(found.state)) refuse('scoring-not-open');
    const criteria = await juryCriteria(doing, call.id);
    const given = new Map(scores.map((score) => [score.criterion, score]));
    const rows = criteria.map(({ code, most }, at) => {
      const score = given.get(code) ?? refuse('points-not-given', {}, `scores.${at}.points`);
      if (score.points > most) refuse('too-many-points', { most }, `scores.${at}.points`);
      return { network_id: network, hub_id: hub, call_id: call.id, application_id: application, criterion: code, account_id: actor.account ?? absent(), points: score.points, reason: score.reason ?? null, scored_at: now };
    });
    if (rows.length === 0 || given.size > rows.length) absent();
    await tx.insertInto('incubation.rubric_score').values(rows)
      .onConflict((row) => row.columns(['network_id', 'application_id', 'criterion', 'account_id']).doUpdateSet((eb) => ({ points: eb.ref('excluded.points'), reason: eb.ref('excluded.reason'), scored_at: eb.ref('excluded.scored_at') }))).execute();
    await doing.record({ name: 'application-scored', subject: application, body: { criteria: rows.length } });
    return { call: call.id };
  },
});
