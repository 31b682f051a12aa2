const minute = 60;
const hour = 60 * minute;

/** Seconds to wait after each try that failed: quickly at first, then rarely, a day and a little in all. */
const waits = [5, 30, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 8 * hour] as const;

/** When to try again after so many tries that failed; null when it has been tried for a day. */
export const nextTry = (tries: number, now: Date): Date | null => {
  const wait = waits[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 1_000);
};
