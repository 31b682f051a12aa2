import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { takeReminderBack } from '#modules/messages/public.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import type { CaseState } from '../codes.ts';
import { aboutClient, type CaseFile, clientOf } from './worked-case.ts';

const DAY = 86_400_000;

/** Ends a file: its outcome is kept, what was planned is called off, who accompanied her no longer does. History stays. */
export async function endFile(doing: Doing<AccompanimentTables>, file: CaseFile, end: { outcome: CaseState; reason: string }): Promise<void> {
  const { tx, network, now, actor } = doing;
  await tx.insertInto('accompaniment.outcome')
    .values({ network_id: network, id: newId(now.getTime()), hub_id: file.hub_id, case_id: file.id, ...end, by_account: actor.account, at: now }).execute();
  const calledOff = await tx.updateTable('accompaniment.session').set({ state: 'cancelled', ended_at: now })
    .where('network_id', '=', network).where('case_id', '=', file.id).where('state', '=', 'planned').returning(['id', 'planned_at']).execute();
  if (file.person_id) for (const { id, planned_at } of calledOff) await takeReminderBack(doing, { basis: 'session', id, startsAt: planned_at });
  await tx.updateTable('accompaniment.case_file').set({ state: end.outcome, state_at: now, next_on: null })
    .where('network_id', '=', network).where('id', '=', file.id).execute();
  const body = { ...(await aboutClient(doing, file)), towards: file.kind, ...end, days: Math.max(0, Math.floor((now.getTime() - file.opened_at.getTime()) / DAY)) };
  await doing.record({ name: 'case-ended', subject: file.id, ...clientOf(file), body });
  // Last, because her own assignment is what opens the file to a coach.
  await tx.updateTable('accompaniment.assignment').set({ state: 'ended', ended_at: now })
    .where('network_id', '=', network).where('case_id', '=', file.id).where('state', 'in', ['proposed', 'accepted']).execute();
  // A coach sees only her own assignment; those of her colleagues end by the house's own hand.
  await doing.later('accompaniment.end-left-assignments', { case: file.id });
}
