/** How many days after its day something was done; none when it had no day or was in time. Calendar days of the hub. */
export const daysLate = (due: string | null, done: string): number =>
  due === null ? 0 : Math.max(0, Math.round((Date.parse(done) - Date.parse(due)) / 86_400_000));
