/** An amount in so many equal parts, one a month; a month without that day takes its last one. The first parts carry one unit more where it does not divide. */
export function equalParts(amount: number, parts: number, firstOn: string): { on: string; amount: number }[] {
  const [year, month, day] = firstOn.split('-').map(Number) as [number, number, number];
  const [each, left] = [Math.floor(amount / parts), amount % parts];
  return Array.from({ length: parts }, (_, at) => {
    const last = new Date(Date.UTC(year, month + at, 0)).getUTCDate();
    const on = new Date(Date.UTC(year, month - 1 + at, Math.min(day, last))).toISOString().slice(0, 10);
    return { on, amount: each + (at < left ? 1 : 0) };
  }).filter((part) => part.amount > 0);
}
