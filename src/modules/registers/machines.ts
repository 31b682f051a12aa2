/** The five registers of entries, in the order the texts name their figures (domain.md 2.1, 4.11 to 4.14). */
export const kinds = ['study_visit', 'recommendation', 'study', 'pilot', 'event'] as const;
export type Kind = (typeof kinds)[number];

/** Every state of every kind. */
export const entryStates = [
  'planned', 'done', 'reported', 'cancelled', 'drafted', 'peer_reviewed', 'validated', 'submitted', 'acknowledged', 'adopted', 'partly', 'rejected', 'in_force',
  'commissioned', 'fieldwork', 'draft', 'published', 'proposal', 'admissible', 'inadmissible', 'evaluated', 'awarded', 'not_awarded', 'contracted', 'implementing',
  'interim_report', 'final_report', 'closed', 'announced', 'registration_open', 'full', 'held', 'attendance_validated', 'postponed',
] as const;
export type EntryState = (typeof entryStates)[number];

/** The path of one kind: what follows on what, which steps need a paper or another colleague, and from when on it is counted. */
interface Path {
  readonly first: EntryState;
  readonly after: Readonly<Record<string, readonly EntryState[]>>;
  /** Steps that are not taken without the paper that shows them (domain.md rule 15). */
  readonly withProof: readonly EntryState[];
  /** Steps that whoever wrote the entry down leaves to a colleague. */
  readonly byAnother: readonly EntryState[];
  /** States in which it is counted, as long as the paper of the step `shownBy` stands. */
  readonly counts: readonly EntryState[];
  readonly shownBy: EntryState;
  /** States it never leaves and never counts in. */
  readonly over: readonly EntryState[];
}

/** SM-RECO, SM-STUDY, SM-SUBGRANT, SM-EVENT and the path of a study visit (domain.md, state machines and 4.11). */
export const machines: Readonly<Record<Kind, Path>> = {
  study_visit: {
    first: 'planned', after: { planned: ['done', 'cancelled'], done: ['reported'] },
    withProof: ['reported'], byAnother: [], counts: ['reported'], shownBy: 'reported', over: ['cancelled'],
  },
  recommendation: {
    first: 'drafted',
    after: {
      drafted: ['peer_reviewed'], peer_reviewed: ['validated', 'drafted'], validated: ['submitted'], submitted: ['acknowledged', 'adopted', 'partly', 'rejected'],
      acknowledged: ['adopted', 'partly', 'rejected'], adopted: ['in_force'], partly: ['in_force'],
    },
    withProof: ['validated', 'submitted', 'acknowledged', 'adopted', 'partly', 'rejected', 'in_force'], byAnother: ['peer_reviewed', 'validated'],
    counts: ['validated', 'submitted', 'acknowledged', 'adopted', 'partly', 'rejected', 'in_force'], shownBy: 'validated', over: [],
  },
  study: {
    first: 'commissioned', after: { commissioned: ['fieldwork'], fieldwork: ['draft'], draft: ['validated', 'fieldwork'], validated: ['published'] },
    withProof: ['validated'], byAnother: ['validated'], counts: ['published'], shownBy: 'validated', over: [],
  },
  pilot: {
    first: 'proposal',
    after: {
      proposal: ['admissible', 'inadmissible'], admissible: ['evaluated'], evaluated: ['awarded', 'not_awarded'], awarded: ['contracted'], contracted: ['implementing'],
      implementing: ['interim_report', 'final_report'], interim_report: ['final_report'], final_report: ['closed'],
    },
    withProof: ['admissible', 'contracted', 'interim_report', 'final_report'], byAnother: ['evaluated', 'awarded'],
    counts: ['contracted', 'implementing', 'interim_report', 'final_report', 'closed'], shownBy: 'contracted', over: ['inadmissible', 'not_awarded'],
  },
  event: {
    first: 'planned',
    after: {
      planned: ['announced', 'cancelled', 'postponed'], announced: ['registration_open', 'held', 'cancelled', 'postponed'],
      registration_open: ['full', 'held', 'cancelled', 'postponed'], full: ['registration_open', 'held', 'cancelled', 'postponed'],
      postponed: ['planned', 'cancelled'], held: ['attendance_validated'], attendance_validated: ['reported'],
    },
    withProof: ['attendance_validated', 'reported'], byAnother: [], counts: ['attendance_validated', 'reported'], shownBy: 'attendance_validated', over: ['cancelled'],
  },
};

/** Steps at which it is written who took part: how many women, men and others. */
export const countedAt: readonly EntryState[] = ['done', 'attendance_validated'];

/** The event that tells of each step, in the past tense. */
export const told: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  study_visit: { planned: 'study-visit-planned', done: 'study-visit-made', reported: 'study-visit-reported', cancelled: 'study-visit-cancelled' },
  recommendation: {
    drafted: 'recommendation-drafted', peer_reviewed: 'recommendation-reviewed', validated: 'recommendation-validated', submitted: 'recommendation-submitted',
    acknowledged: 'recommendation-acknowledged', adopted: 'recommendation-adopted', partly: 'recommendation-partly-adopted', rejected: 'recommendation-rejected',
    in_force: 'recommendation-put-in-force',
  },
  study: { commissioned: 'study-commissioned', fieldwork: 'study-fieldwork-begun', draft: 'study-drafted', validated: 'study-validated', published: 'study-published' },
  pilot: {
    proposal: 'pilot-proposed', admissible: 'pilot-admitted', inadmissible: 'pilot-turned-away', evaluated: 'pilot-evaluated', awarded: 'pilot-awarded',
    not_awarded: 'pilot-not-awarded', contracted: 'pilot-contracted', implementing: 'pilot-begun', interim_report: 'pilot-interim-reported',
    final_report: 'pilot-final-reported', closed: 'pilot-closed',
  },
  event: {
    planned: 'event-planned', announced: 'event-announced', registration_open: 'event-registration-opened', full: 'event-filled', held: 'event-held',
    attendance_validated: 'event-attendance-validated', reported: 'event-reported', cancelled: 'event-cancelled', postponed: 'event-postponed',
  },
};

/** The states of one kind, in the order of its path. */
export const statesOf = (kind: Kind): EntryState[] => {
  const { first, after } = machines[kind];
  return [...new Set<EntryState>([first, ...Object.entries(after).flatMap(([from, to]) => [from as EntryState, ...to])])];
};

/** Whether an entry is counted: yes; not yet; no longer, because the paper it stood on was withdrawn; or never, because it came to nothing. */
export type Counting = 'counts' | 'not_yet' | 'proof_gone' | 'never';

/** Says whether an entry is counted, from where it stands and whether the paper that makes it count still stands. */
export function countingOf(kind: Kind, state: EntryState, proofStands: boolean): Counting {
  const { counts, over } = machines[kind];
  if (over.includes(state)) return 'never';
  if (!counts.includes(state)) return 'not_yet';
  return proofStands ? 'counts' : 'proof_gone';
}
