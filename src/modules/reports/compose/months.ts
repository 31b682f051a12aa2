import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { monthsOf } from '#modules/evidence/public.ts';
import { hubCard } from '#modules/network/public.ts';
import { mostMonths } from '../codes.ts';
import type { ReportsTables } from '../reports.ts';

/** A month as typed: "2026-04". */
export const month = () => z.preprocess((value) => (value === '' || value === null ? undefined : value), z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/));

/** Refuses months that go backwards or are too many, beside their field. */
export function checkMonths({ refuse }: Pick<Doing<ReportsTables>, 'refuse'>, { from, to }: { from: string; to: string }): void {
  if (to < from) refuse('ends-before', {}, 'to');
  if (monthsOf({ from, to }).length > mostMonths) refuse('too-long', { most: mostMonths }, 'from');
}

/** The month that runs at this hub now, by its own clock. */
export async function runningMonth({ tx, now, absent }: Pick<Doing<ReportsTables>, 'tx' | 'now' | 'absent'>, hub: string): Promise<string> {
  const { timeZone } = (await hubCard(tx, hub)) ?? absent();
  return clockIn(timeZone, now).date.slice(0, 7);
}
