/** The middle of the times and the one that only five of a hundred exceed. */
export function timesOf(milliseconds: readonly number[]): { median: number; late: number } {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)]!, late: sorted[Math.floor(sorted.length * 0.95)]! };
}
