/** What somebody is accompanied towards; a body has a kind of its own. */
export const caseKinds = ['project', 'work', 'daily_life', 'organization'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** The path from orientation on (SM-PERSON-CASE); what stands before it is the desk's. */
export const caseStates = ['oriented', 'in_accompaniment', 'graduated', 'dropped_out', 'referred_out', 'transferred', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];
/** The states in which somebody still works on a file. */
export const openStates = ['oriented', 'in_accompaniment'] as const satisfies readonly CaseState[];
/** Is somebody still working on it? */
export const isOpen = (state: CaseState): boolean => (openStates as readonly CaseState[]).includes(state);

export const assignmentParts = ['main', 'with'] as const;
export type AssignmentPart = (typeof assignmentParts)[number];
/** Why a worker says no to a file; nothing of hers or of the client's is asked. */
export const declineReasons = ['too_many', 'knows_her', 'away', 'not_my_field'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** The six missions of an incubator (domain.md 1.12) and what a body or a project needs besides. */
export const actKinds = [
  'orientation', 'accompaniment', 'follow_up', 'entrepreneurship', 'incubation', 'skills', 'legal', 'marketing', 'training', 'finance',
] as const;
export type ActKind = (typeof actKinds)[number];

/** The domains in which a body looks at itself. */
export const domains = ['governance', 'management', 'finance', 'legal', 'production', 'marketing', 'digital', 'team'] as const;
export type Domain = (typeof domains)[number];
/** The fields of a plan of one person. */
export const personAreas = ['skills', 'activity', 'money', 'market', 'papers', 'daily_life'] as const;
/** Every field a goal may belong to. */
export const areas = [...personAreas, ...domains] as const;
export type Area = (typeof areas)[number];

export const stepDoers = ['she', 'worker', 'partner'] as const;
export type StepDoer = (typeof stepDoers)[number];

export const sessionPlaces = ['hub', 'home', 'phone', 'outside'] as const;
export type SessionPlace = (typeof sessionPlaces)[number];
export const sessionStates = ['planned', 'held', 'missed', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** The parts of a session's notes; each is kept by itself while it is typed. */
export const noteFields = ['heard', 'agreed', 'observed'] as const;
export type NoteField = (typeof noteFields)[number];

export const followUpKinds = ['call', 'home_visit', 'papers', 'partner', 'm3', 'm6', 'm12'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];
export const followUpFindings = ['well', 'needs_help', 'not_reached'] as const;
export type FollowUpFinding = (typeof followUpFindings)[number];

/** How a file may end when somebody else agrees. */
export const closingOutcomes = ['graduated', 'referred_out', 'closed'] as const;
export type ClosingOutcome = (typeof closingOutcomes)[number];
export const closingReasons = ['goals_reached', 'stands_alone', 'her_wish', 'other_support', 'moved', 'other'] as const;
export const dropOutReasons = ['no_news', 'moved', 'health', 'family', 'found_work', 'not_helped', 'other'] as const;
export const reopenReasons = ['came_back', 'new_need', 'mistake'] as const;

/** What somebody may need in order to come (C1b). */
export const specialNeeds = ['sign_language', 'escort', 'home_visit', 'child_care', 'large_print', 'interpreter'] as const;
export type SpecialNeed = (typeof specialNeeds)[number];

/** Why a colleague may read notes of a file she does not accompany. */
export const grantPurposes = ['supervision', 'cover', 'approval', 'complaint'] as const;
export type GrantPurpose = (typeof grantPurposes)[number];
