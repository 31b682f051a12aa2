import type { Asking } from '#core/action.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import type { RegisterTables } from './registers.ts';

/** The calendar day at the clock of the hub where she stands. */
export async function todayAt({ tx, hub, now, absent }: Asking<RegisterTables>): Promise<string> {
  const { timeZone } = (await hubCard(tx, hub)) ?? absent();
  return clockIn(timeZone, now).date;
}
