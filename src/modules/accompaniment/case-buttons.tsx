import type { Action } from '#core/action.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { actsPage } from './act/acts.page.tsx';
import { answerAssignment } from './assign/answer-assignment.ts';
import { endAssignment } from './assign/end-assignment.ts';
import { teamPage } from './assign/team.page.tsx';
import { casePage } from './case-sheet/case-sheet.page.tsx';
import { closingPage } from './closing/closing.page.tsx';
import { decideApproval } from './closing/decide-approval.ts';
import { reopenCase } from './closing/reopen-case.ts';
import { addFollowUp, finishFollowUp } from './follow-up/follow-ups.ts';
import { endNotesGrant, grantNotes } from './notes-grant/notes-grants.ts';
import { closeGoal } from './plan/goals.ts';
import { planPage } from './plan/plan.page.tsx';
import { finishStep } from './plan/steps.ts';
import { submitPlan } from './plan/submit-plan.ts';
import { callOffSession } from './session/call-off-session.ts';
import { holdSession } from './session/hold-session.ts';
import { sessionPage } from './session/session.page.tsx';
import { sessionsPage } from './session/sessions.page.tsx';
import { settleSessionNote } from './session/settle-session-note.ts';

interface Button {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: buttons of every action stand in one list.
  readonly action: Action<any, any>;
  readonly input: (params: Visit['params']) => Readonly<Record<string, unknown>>;
  readonly again: Page<View>;
  /** Where it leads, beneath `/cases`; the page it stands on unless said. */
  readonly to?: (params: Visit['params']) => string;
}

const sessionAt = ({ case: file, session }: Visit['params']): string => `/${file}/sessions/${session}`;

const buttons: readonly Button[] = [
  { path: 'answer/:assignment', action: answerAssignment, input: ({ assignment }) => ({ assignment }), again: casePage },
  { path: 'assignments/:assignment/end', action: endAssignment, input: ({ assignment }) => ({ assignment }), again: teamPage, to: () => '' },
  { path: 'plan/submit', action: submitPlan, input: (params) => ({ case: params.case }), again: planPage },
  { path: 'goals/:goal/close', action: closeGoal, input: ({ goal }) => ({ goal }), again: planPage },
  { path: 'steps/:step/done', action: finishStep, input: ({ step }) => ({ step }), again: planPage },
  { path: 'sessions/:session/hold', action: holdSession, input: ({ session }) => ({ session }), again: sessionPage, to: sessionAt },
  { path: 'sessions/:session/off', action: callOffSession, input: ({ session }) => ({ session }), again: sessionPage, to: sessionAt },
  { path: 'sessions/:session/settle', action: settleSessionNote, input: ({ session }) => ({ session }), again: sessionPage, to: sessionAt },
  { path: 'notes', action: grantNotes, input: (params) => ({ case: params.case }), again: sessionsPage },
  { path: 'notes/:grant/end', action: endNotesGrant, input: ({ grant }) => ({ grant }), again: sessionsPage },
  { path: 'follow-ups', action: addFollowUp, input: (params) => ({ case: params.case }), again: actsPage },
  { path: 'follow-ups/:followup/done', action: finishFollowUp, input: ({ followup }) => ({ follow_up: followup }), again: actsPage },
  { path: 'approvals/:approval', action: decideApproval, input: ({ approval }) => ({ approval }), again: closingPage },
  { path: 'reopen', action: reopenCase, input: (params) => ({ case: params.case }), again: closingPage },
];

/** The buttons of a file that have no page of their own: each leads back to the page it stands on. */
export const caseButtons: readonly Page[] = buttons.map(({ path, action, input, again, to }) => definePage<View>({
  path: `/cases/:case/${path}`,
  audience: 'staff',
  needs: action.fullName,
  post: {
    action, again, input: ({ params }) => input(params),
    leadsTo: (_, { params }) => (to ? `/cases${to(params)}` : again.path.replace(':case', params.case!)),
  },
}));
