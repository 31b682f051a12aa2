import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { action, type IncubationTables } from '../incubation.ts';
import { milestoneCodes } from '../path/venture-codes.ts';
import { herself, workRefusals } from '../path/worked-application.ts';
import { herDocument } from './her-document.ts';
import { ofVenture, workedVenture } from './venture-of.ts';

/** Sets something she wants to have reached by a day. */
export const setMilestone = action({
  name: 'set-milestone',
  says: 'Sets a milestone of a project and its day.',
  input: z.strictObject({ venture: id(), code: choice(milestoneCodes), words: maybe(text(200)), due_on: isoDate() }),
  refuses: [...workRefusals, 'say-which-milestone'],
  run: async (doing, { venture: id, code, words, due_on }) => {
    const { venture, row } = await workedVenture(doing, id);
    if (code === 'other' && !words) doing.refuse('say-which-milestone', {}, 'words');
    const milestone = newId(doing.now.getTime());
    await doing.tx.insertInto('incubation.milestone').values({
      ...ofVenture(doing, venture), id: milestone, code, words: words ?? null, due_on, document_id: null, met_at: null, met_by: null, checked_at: null, checked_by: null, added_at: doing.now,
    }).execute();
    await doing.record({ name: 'milestone-set', subject: id, ...herself(row), body: { code } });
    return { milestone, venture: id };
  },
});

async function milestoneOf({ tx, network, hub, absent }: Doing<IncubationTables>, milestone: string) {
  return (await tx.selectFrom('incubation.milestone').selectAll()
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', milestone).forUpdate().executeTakeFirst()) ?? absent();
}

/** Says that a milestone is met, with the document that shows it. A colleague checks it. */
export const meetMilestone = action({
  name: 'meet-milestone',
  says: 'Says that a milestone is met, and what shows it.',
  input: z.strictObject({ milestone: id(), document: maybe(id()) }),
  refuses: [...workRefusals, 'met-already', 'unknown-document'],
  run: async (doing, { milestone, document }) => {
    const { tx, network, now, actor } = doing;
    const set = await milestoneOf(doing, milestone);
    const { row } = await workedVenture(doing, set.venture_id);
    if (set.met_at) doing.refuse('met-already');
    await tx.updateTable('incubation.milestone').set({ met_at: now, met_by: actor.account, document_id: document ? await herDocument(doing, row.person_id, document) : null })
      .where('network_id', '=', network).where('id', '=', milestone).execute();
    await doing.record({ name: 'milestone-met', subject: set.venture_id, ...herself(row), body: { code: set.code, shown: document !== undefined } });
    return { venture: set.venture_id };
  },
});

/** Checks a milestone that a colleague said to be met, or gives it back. Money waits for this: nobody checks her own. */
export const checkMilestone = action({
  name: 'check-milestone',
  says: 'Checks a milestone that a colleague said to be met.',
  input: z.strictObject({ milestone: id(), answer: choice(['checked', 'not_yet']) }),
  refuses: [...workRefusals, 'not-met', 'own-milestone', 'decided-already'],
  run: async (doing, { milestone, answer }) => {
    const { tx, network, now, actor } = doing;
    const set = await milestoneOf(doing, milestone);
    const { row } = await workedVenture(doing, set.venture_id);
    if (!set.met_at) doing.refuse('not-met');
    if (set.checked_at) doing.refuse('decided-already');
    if (set.met_by === actor.account) doing.refuse('own-milestone');
    await tx.updateTable('incubation.milestone').set(answer === 'checked' ? { checked_at: now, checked_by: actor.account } : { met_at: null, met_by: null, document_id: null })
      .where('network_id', '=', network).where('id', '=', milestone).execute();
    await doing.record({ name: answer === 'checked' ? 'milestone-checked' : 'milestone-returned', subject: set.venture_id, ...herself(row), body: { code: set.code } });
    return { venture: set.venture_id };
  },
});
