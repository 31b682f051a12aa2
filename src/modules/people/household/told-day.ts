import type { Asking } from '#core/action.ts';
import { dayHere } from '#modules/network/public.ts';
import type { PeopleTables } from '../people.ts';

/** A day as somebody tells it ("since March"), as a moment: now when none was told or it is today, noon of that day otherwise. A day to come is refused. */
export async function toldDay(asking: Asking<PeopleTables>, day: string | undefined, field: string): Promise<Date> {
  const { now, refuse } = asking;
  const today = await dayHere(asking);
  if ((day ?? '') > today) refuse('day-to-come', {}, field);
  return day && day !== today ? new Date(`${day}T12:00:00Z`) : now;
}
