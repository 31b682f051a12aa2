/** What a protected file is about: her safety, or paid work in homes on its way from informal to declared. */
export const fileKinds = ['protection', 'domestic_work'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What may stand in a file. */
export const entryKinds = [
  'note', 'incident', 'safe_contact', 'meeting', 'safety_plan', 'safe_referral', 'referral_answer', 'work_situation', 'work_contract', 'work_registration', 'work_outcome',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The steps of declared work; asked for in a file of that kind. */
export const workKinds: readonly EntryKind[] = ['work_situation', 'work_contract', 'work_registration', 'work_outcome'];
/** What is written from another entry and not by a button of its own: the answer to a referral. */
export const answerKinds: readonly EntryKind[] = ['referral_answer'];

/** Why a file is closed. */
export const closeWhys = ['done', 'moved', 'wished', 'silent'] as const;
export type CloseWhy = (typeof closeWhys)[number];

/** What a colleague gets a grant for. */
export const grantPurposes = ['accompany', 'stand_in', 'advise'] as const;
export type GrantPurpose = (typeof grantPurposes)[number];

export type GrantBasis = 'opened' | 'handover' | 'colleague' | 'second_key';

/** Emergency: read one file for four hours. Renewal: go on with a file one held. */
export type KeyKind = 'emergency' | 'renewal';

/** Why an emergency key is asked for; `goes_on` is the reason of every renewal. */
export const emergencyReasons = ['danger', 'court', 'health', 'absent_colleague'] as const;
export type KeyReason = (typeof emergencyReasons)[number] | 'goes_on';

/** What the review of an emergency found. */
export const reviews = ['justified', 'not_justified'] as const;
export type Review = (typeof reviews)[number];

const HOUR = 3_600_000;
/** A grant lives thirty days at most; the table refuses longer ones. */
export const GRANT_MS = 30 * 24 * HOUR;
/** An emergency opens a file for four hours at most. */
export const EMERGENCY_MS = 4 * HOUR;
/** A request nobody answered lapses after a day. */
export const REQUEST_MS = 24 * HOUR;
/** An emergency that nobody looked at after 72 hours locks both officers out. */
export const REVIEW_MS = 72 * HOUR;
/** On call for a week at most, then again. */
export const ON_CALL_MS = 7 * 24 * HOUR;
