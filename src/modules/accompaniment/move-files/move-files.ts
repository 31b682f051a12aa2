import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { type AccompanimentTables, action } from '../accompaniment.ts';
import { endFile } from '../case/end-file.ts';
import { noteNextDue } from '../case/next-due.ts';
import { aboutClient, type CaseFile } from '../case/worked-case.ts';
import { openStates } from '../codes.ts';
import { openFilesOf } from './open-plan.ts';

/**
 * Somebody was received by another hub: each open file of hers at the old one ends as transferred and goes on at the new one, in one
 * transaction and at the moment of the yes, so that she is never nowhere and never at two. Open goals and steps go along when she agreed
 * to that; a file of the same kind that is open there already takes them. Notes and acts stay where they were written.
 */
export const moveFiles = action({
  name: 'move-files',
  says: 'Moves the open files of somebody to the hub that received her.',
  input: z.strictObject({ person: id(), from: id(), to: id(), at: z.iso.datetime(), plan: z.boolean() }),
  run: async (doing, { person, from, to, at, plan }) => {
    const moment = new Date(at);
    const files = await openFilesOf(doing.tx, doing.network, from, person);
    for (const file of files) {
      const there = await openThere(standing(doing, to, moment), file, person);
      if (plan) await copyGoals(standing(doing, to, moment), file.id, there);
      await endFile(standing(doing, from, moment), file, { outcome: 'transferred', reason: 'moved' });
    }
    await doing.record({ name: 'files-moved', subject: person, person, hub: from, body: { count: files.length } });
    return { moved: files.length };
  },
});

/** The house's own hand, as if it stood in this hub at this moment. */
const standing = (doing: Doing<AccompanimentTables>, hub: string, now: Date): Doing<AccompanimentTables> =>
  Object.create(doing, { hub: { value: hub }, now: { value: now }, record: { value: (happening: Parameters<typeof doing.record>[0]) => doing.record({ hub, ...happening }) } });

async function openThere(doing: Doing<AccompanimentTables>, file: CaseFile, person: string): Promise<string> {
  const { tx, network, hub, now } = doing;
  const same = await tx.selectFrom('accompaniment.case_file').select('id').where('network_id', '=', network).where('hub_id', '=', hub)
    .where('person_id', '=', person).where('kind', '=', file.kind).where('state', 'in', [...openStates]).executeTakeFirst();
  if (same) return same.id;
  const there = newId(now.getTime());
  await tx.insertInto('accompaniment.case_file').values({
    network_id: network, id: there, hub_id: hub, kind: file.kind, person_id: person, organization_id: null, acting_person_id: null, key_owner_id: person,
    opened_from: 'file', ticket_id: null, opened_at: now, opened_by: null, state: 'oriented', state_at: now, approved_version: null, next_on: null,
  }).execute();
  await doing.record({ name: 'case-opened', subject: there, person, body: { ...(await aboutClient(doing, { person_id: person, organization_id: null })), towards: file.kind, from: 'file' } });
  return there;
}

async function copyGoals(doing: Doing<AccompanimentTables>, from: string, there: string): Promise<void> {
  const { tx, network, hub, now } = doing;
  const goals = await tx.selectFrom('accompaniment.goal').select(['id', 'area', 'words']).where('network_id', '=', network).where('case_id', '=', from)
    .where('state', '=', 'open').orderBy('added_at').orderBy('id').execute();
  for (const { id: old, area, words } of goals) {
    const goal = newId(now.getTime());
    await tx.insertInto('accompaniment.goal').values({ network_id: network, id: goal, hub_id: hub, case_id: there, area, words, state: 'open', added_by: null, added_at: now, closed_at: null }).execute();
    const steps = await tx.selectFrom('accompaniment.step').select(['words', 'who', 'partner_id', 'due_on', 'done_at']).where('network_id', '=', network)
      .where('case_id', '=', from).where('goal_id', '=', old).orderBy('added_at').orderBy('id').execute();
    for (const step of steps) {
      await tx.insertInto('accompaniment.step').values({ network_id: network, id: newId(now.getTime()), hub_id: hub, case_id: there, goal_id: goal, ...step, done_by: null, added_by: null, added_at: now }).execute();
    }
  }
  await noteNextDue(doing, there);
}
