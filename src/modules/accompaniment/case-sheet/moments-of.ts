import type { Moment } from '#ui/timeline.tsx';
import type { View } from '#ui/view.ts';
import { caseWords } from '../words.ts';
import type { CaseSheet } from './case-sheet.query.ts';

const MOST = 25;

/** What happened to a file, the newest first: opened, accompanied, met, approved, ended. */
export function momentsOf(view: View, sheet: CaseSheet): readonly Moment[] {
  const words = caseWords(view);
  const moments: Moment[] = [
    { key: 'opened', at: sheet.openedAt, title: words('moment.opened'), icon: 'folder' },
    ...sheet.assignments.flatMap(({ id, state, answeredAt, name }): Moment[] =>
      answeredAt && state !== 'declined' ? [{ key: `a-${id}`, at: answeredAt, title: words('moment.accompanied', { name: name ?? '' }), icon: 'together' }] : []),
    ...sheet.sessions.filter(({ state }) => state === 'held' || state === 'missed').map(({ id, plannedAt, state }): Moment => (
      { key: `s-${id}`, at: plannedAt, title: words(state === 'held' ? 'moment.met' : 'moment.missed'), icon: state === 'held' ? 'message' : 'cross' })),
    ...sheet.approvals.flatMap(({ id, about, decision, decidedAt }): Moment[] =>
      decision && decidedAt ? [{ key: `p-${id}`, at: decidedAt, title: words(`moment.${about}_${decision}`), icon: decision === 'approved' ? 'check' : 'back' }] : []),
    ...sheet.goals.flatMap(({ id, state, closedAt }): Moment[] =>
      closedAt ? [{ key: `g-${id}`, at: closedAt, title: words(state === 'reached' ? 'moment.goal_reached' : 'moment.goal_left'), icon: state === 'reached' ? 'seedling' : 'cross' }] : []),
    ...sheet.outcomes.map(({ id, outcome, at }): Moment => (
      { key: `o-${id}`, at, title: words(outcome === 'reopened' ? 'moment.reopened' : `state.${outcome}`), icon: outcome === 'reopened' ? 'cycle' : 'lock' })),
  ];
  return moments.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST);
}
