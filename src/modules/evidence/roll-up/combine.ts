/** Between which numbers the figure of several networks together lies. */
export interface Together {
  readonly least: number;
  readonly most: number;
}

const mayBeTheSame: readonly string[] = ['person', 'organization'];

/**
 * Adds up what several networks say by one definition. Persons may not be matched between countries: if none is in two of them it is the
 * sum, if everybody of the smaller ones is in the largest it is the largest; so it is said as a range. What happens once in one place is
 * added. Nothing is said where one of the numbers was kept back or the unit has no sum (minutes, faces).
 */
export function combine(unit: string, values: readonly (number | null)[]): Together | null {
  const known = values.filter((value): value is number => value !== null);
  if (known.length < values.length || known.length === 0 || unit === 'minute' || unit === 'face') return null;
  const sum = known.reduce((all, one) => all + one, 0);
  return { least: mayBeTheSame.includes(unit) ? Math.max(...known) : sum, most: sum };
}
