import type { RoleCode } from '#core/actor.ts';
import { atHub, byJob, defineAccess } from '#core/policy/rule.ts';

/** Who works with somebody over months; rows decide which files are hers. */
export const workers: readonly RoleCode[] = ['coach', 'trainer', 'case_worker', 'supervisor'];
/** Who reads the case work of a hub, or her own part of it. */
const readers: readonly RoleCode[] = [...workers, 'hub_manager'];
/** Who leads, and says who accompanies whom. */
const team: readonly RoleCode[] = ['case_worker', 'supervisor', 'hub_manager'];
/** Who decides on a colleague's plan or closing. */
const leads: readonly RoleCode[] = ['supervisor', 'hub_manager'];
/** Who may write notes on a life when she accompanies her; a trainer and a mentor may not (trust.md 2.1). */
const noteTakers: readonly RoleCode[] = ['coach', 'case_worker', 'supervisor'];

/** Files, who accompanies, and the path. */
export const caseAccess = defineAccess('accompaniment', {
  'open-case': atHub(['desk_officer', 'case_worker', 'supervisor']),
  'opening-choices': atHub(['desk_officer', 'case_worker', 'supervisor']),
  'cases-of-person': atHub(['desk_officer', 'case_worker', 'supervisor', 'hub_manager']),
  'case-list': atHub(readers),
  'case-sheet': atHub(readers),
  workload: atHub(leads),
  'propose-assignment': atHub(team),
  'answer-assignment': atHub(workers),
  'end-assignment': atHub([...workers, 'hub_manager']),
  'end-left-assignments': byJob(),
  'move-files': byJob(),
  'drop-out': atHub(workers),
  'reopen-case': atHub(team),
  'ask-closure': atHub(workers),
  'decide-approval': atHub(leads),
});

/** Goals, steps, sessions, acts, follow-ups. */
export const planAccess = defineAccess('accompaniment', {
  'add-goal': atHub(workers),
  'change-goal': atHub(workers),
  'close-goal': atHub(workers),
  'add-step': atHub(workers),
  'change-step': atHub(workers),
  'finish-step': atHub(workers),
  'submit-plan': atHub(workers),
  'plan-session': atHub(workers),
  'hold-session': atHub(workers),
  'call-off-session': atHub(workers),
  'record-act': atHub(workers),
  'add-follow-up': atHub(workers),
  'finish-follow-up': atHub(workers),
  'make-diagnosis': atHub(workers),
  'plan-from-diagnosis': atHub(workers),
});

/** Notes and what she needs (C1b). */
export const lifeAccess = defineAccess('accompaniment', {
  'session-sheet': atHub([...noteTakers, 'hub_manager'], 'C1b'),
  'save-session-draft': atHub(noteTakers, 'C1b'),
  'settle-session-note': atHub(noteTakers, 'C1b'),
  'special-needs': atHub([...noteTakers, 'hub_manager'], 'C1b'),
  'set-special-needs': atHub(noteTakers, 'C1b'),
  'grant-notes': atHub([...noteTakers, 'hub_manager']),
  'end-notes-grant': atHub([...noteTakers, 'hub_manager']),
});
