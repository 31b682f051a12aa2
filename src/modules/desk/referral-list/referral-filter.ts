/** The sides of the list of referrals: what waits for the other body, what waits for us, and the rest. */
export const referralFilters = ['to-do', 'waiting', 'late', 'answered', 'over'] as const;
export type ReferralFilter = (typeof referralFilters)[number];
