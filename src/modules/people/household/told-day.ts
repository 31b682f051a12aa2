import type { Asking } from '#core/action.ts';

/** A day as somebody tells it ("since March"), as a moment: now when none was told or it is today, noon of that day otherwise. A day to come is refused. */
export function toldDay({ now, refuse }: Pick<Asking<unknown>, 'now' | 'refuse'>, day: string | undefined, field: string): Date {
  const today = now.toISOString().slice(0, 10);
  if ((day ?? '') > today) refuse('day-to-come', {}, field);
  return day && day !== today ? new Date(`${day}T12:00:00Z`) : now;
}
