import type { RoleCode } from '#core/actor.ts';
import type { Eyes, Row } from './house-oracle.ts';

type Judge = (eyes: Eyes, row: Row) => boolean;

/** Who types and accompanies applications at a hub; who opens calls and decides there; who deals with money there. */
const types: readonly RoleCode[] = ['desk_officer', 'coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager'];
const decides: readonly RoleCode[] = ['hub_manager', 'supervisor', 'funding_officer'];
const money: readonly RoleCode[] = ['funding_officer', 'treasurer', 'supervisor', 'hub_manager'];

const typed: Judge = (eyes, row) => eyes.here(types, row.hub_id);
const typedAtDesk: Judge = (eyes, row) => eyes.here(['desk_officer', 'case_worker', 'supervisor'], row.hub_id);
const decided: Judge = (eyes, row) => eyes.here(decides, row.hub_id);
const typedOrDecided: Judge = (eyes, row) => typed(eyes, row) || decided(eyes, row);
const mine: Judge = (eyes, row) => row.account_id === eyes.me;
const decidedOrMine: Judge = (eyes, row) => decided(eyes, row) || mine(eyes, row);
const ofSeenCall: Judge = (eyes, row) => eyes.facts.rows('incubation.call').some((call) => call.id === row.call_id && seesCall(eyes, call));
const seesCall: Judge = (eyes, row) => row.state !== 'draft' || decided(eyes, row);

/** What was handed in and not struck out before the jury, or what followed from the judgement. */
const beforeJurors = ['applied', 'pre_evaluated', 'selected', 'waitlisted', 'rejected'];

/** A juror of the call, her links looked for, sees it by number where she has none: wherever she stands, until she leaves. */
const judged: Judge = (eyes, application) => beforeJurors.includes(String(application.state))
  && eyes.facts.rows('incubation.jury_member').some((member) => member.account_id === eyes.me && member.call_id === application.call_id && member.left_at === null && member.checked_at !== null)
  && !eyes.facts.rows('incubation.conflict').some((link) => link.account_id === eyes.me && link.application_id === application.id);

/** What is counted by number: whoever leads the call reads all of it, also of whom she is kept apart from; never what they said. */
const ofApplicants = ['application', 'applicant'].map((name) => `incubation.${name}`);
export const ledAllTheSame = (eyes: Eyes, table: string, row: Row): boolean => ofApplicants.includes(table) && decided(eyes, row);

/** What is sealed closes to the desk when it is handed in. */
const stillTyped: Judge = (eyes, row) => eyes.facts.rows('incubation.application').some((application) => application.id === row.application_id && application.state === 'draft');

/** Calls are everybody's once published, results too, by receipt; applications are read where they are typed and decided, and by their jurors. */
export const callRows: Readonly<Record<string, Judge>> = {
  'incubation.call': seesCall, 'incubation.criterion': ofSeenCall, 'incubation.quota': ofSeenCall, 'incubation.result': () => true,
  'incubation.application': (eyes, row) => typedOrDecided(eyes, row) || judged(eyes, row),
  'incubation.answer': (eyes, row) => (typedOrDecided(eyes, row) && (row.sealed === null || eyes.here(['supervisor'], row.hub_id) || stillTyped(eyes, row))) || eyes.facts.rows('incubation.application').some((application) => application.id === row.application_id && judged(eyes, application)),
  'incubation.applicant': typedOrDecided, 'incubation.points': typedOrDecided, 'incubation.appeal': typedOrDecided, 'incubation.decision': typedOrDecided, 'incubation.promotion': typedOrDecided,
  // Which papers she handed in tells of her as they do: only who types applications knows.
  'incubation.paper': typedAtDesk, 'incubation.application_door': typedAtDesk, 'incubation.application_opening': () => false, 'incubation.call_extension': () => true,
  'incubation.jury_member': decidedOrMine, 'incubation.conflict': decidedOrMine, 'incubation.rubric_score': decidedOrMine,
  // Counted where the rows are read, and by whoever gave them.
  'incubation.application_count': typedOrDecided, 'incubation.score_count': decidedOrMine,
  'incubation.selection': decided, 'incubation.standing': decided, 'incubation.perhaps_twice': typed,
  'incubation.reached': (eyes, row) => typedOrDecided(eyes, row) || eyes.here(money, row.hub_id),
};
