/** After so many days without a check or a person served, an entry is shown as old and ranked after the others. */
export const staleAfterDays = 180;

const day = 86_400_000;

/** Whether an entry is old: nobody checked it and nobody was served for 180 days (features C2). */
export const isStale = (freshAt: Date, now: Date): boolean => now.getTime() - freshAt.getTime() > staleAfterDays * day;

/** The moment before which an entry's last sign of life makes it old. */
export const staleBefore = (now: Date): Date => new Date(now.getTime() - staleAfterDays * day);
