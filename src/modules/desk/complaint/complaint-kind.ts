/** What a user may leave: something that was wrong, or an idea. */
export const complaintKinds = ['complaint', 'suggestion'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];
