/** The calendar day of a moment, where no hub's clock is meant: a programme spans several. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The day before a calendar day. */
export const dayBefore = (day: string): string => dayOf(new Date(Date.parse(day) - 86_400_000));
