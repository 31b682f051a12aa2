import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, maybe } from '#core/input.ts';
import { type AccompanimentTables, action } from '../accompaniment.ts';
import { aboutClient, clientOf, workedCase } from '../case/worked-case.ts';
import { declineReasons } from '../codes.ts';

/** A colleague says herself whether she accompanies somebody. With the first main worker the accompaniment begins. */
export const answerAssignment = action({
  name: 'answer-assignment',
  says: 'Says yes or no to accompanying somebody.',
  input: z.strictObject({ assignment: id(), answer: choice(['accepted', 'declined']), reason: maybe(choice(declineReasons)) }),
  refuses: ['no-longer-asked', 'decline-reason-missing', 'case-over'],
  run: async (doing, { assignment, answer, reason }) => {
    const { tx, network, hub, now, actor } = doing;
    const asked = (await tx.selectFrom('accompaniment.assignment').select(['case_id', 'part', 'state', 'person_id'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', assignment).where('account_id', '=', actor.account)
      .forUpdate().executeTakeFirst()) ?? doing.absent();
    if (asked.state !== 'proposed') doing.refuse('no-longer-asked');
    const mine = tx.updateTable('accompaniment.assignment').where('network_id', '=', network).where('id', '=', assignment);
    if (answer === 'declined') {
      const said = reason ?? doing.refuse('decline-reason-missing', {}, 'reason');
      await mine.set({ state: 'declined', answered_at: now, decline_reason: said }).execute();
      await doing.record({ name: 'assignment-declined', subject: asked.case_id, person: asked.person_id, body: { reason: said } });
      return { case: asked.case_id, accompanies: false };
    }
    if (asked.part === 'main') await endMain(doing, asked.case_id);
    await mine.set({ state: 'accepted', answered_at: now }).execute();
    await begin(doing, asked.case_id, asked.part);
    return { case: asked.case_id, accompanies: true };
  },
});

/** Who answered for the file until now hands it over: there is one main worker at a time. */
async function endMain({ tx, network, now }: Doing<AccompanimentTables>, file: string): Promise<void> {
  await tx.updateTable('accompaniment.assignment').set({ state: 'ended', ended_at: now })
    .where('network_id', '=', network).where('case_id', '=', file).where('part', '=', 'main').where('state', '=', 'accepted').execute();
}

async function begin(doing: Doing<AccompanimentTables>, id: string, part: 'main' | 'with'): Promise<void> {
  const { tx, network, now } = doing;
  const file = await workedCase(doing, id);
  await doing.record({ name: 'assignment-accepted', subject: id, ...clientOf(file), body: { part } });
  if (part !== 'main' || file.state !== 'oriented') return;
  await tx.updateTable('accompaniment.case_file').set({ state: 'in_accompaniment', state_at: now })
    .where('network_id', '=', network).where('id', '=', id).execute();
  await doing.record({ name: 'accompaniment-begun', subject: id, ...clientOf(file), body: { ...(await aboutClient(doing, file)), towards: file.kind } });
}
