/** What a person may ask. */
export const requestKinds = ['access', 'correct', 'erase'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** By what an officer knows that it is she: two of them at least. */
export const identifiers = ['paper', 'card', 'birth_date', 'phone', 'address', 'known'] as const;
export type Identifier = (typeof identifiers)[number];

/** Where a request stands; `decided`: an erasure that is being carried out. */
export const requestStates = ['open', 'done', 'refused', 'decided', 'erased', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** Why a request is refused; the law knows no others. */
export const refusalReasons = ['law', 'money', 'not_proved', 'not_wrong', 'others_rights', 'in_use'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why something may not be erased yet. */
export const holdReasons = ['law', 'money'] as const;
export type HoldReason = (typeof holdReasons)[number];

export const incidentKinds = ['lost_device', 'wrong_recipient', 'seen_by_other', 'break_in', 'lost_data', 'other'] as const;
export const incidentData = ['identity', 'contact', 'life', 'protected', 'accounts'] as const;
export const incidentRisks = ['none', 'some', 'high'] as const;
