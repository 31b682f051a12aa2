/** Has her consent behind this referral ended: taken back, answered anew with less, or its time over? Row-level security says the same. */
export const noLongerShared = ({ shut_at, until_at }: { shut_at: Date | null; until_at: Date | null }, now: Date): boolean =>
  shut_at !== null || (until_at !== null && until_at <= now);
