import { type HubHours, type Span, spansOn } from '#modules/network/public.ts';

/** The next time a door opens: the date "2026-03-02" and the stretch, by the hub's own clock. */
export interface NextOpening {
  readonly date: string;
  readonly days: number;
  readonly span: Span;
}

const DAYS_AHEAD = 31;

/** When the door opens next after a moment on the hub's clock; null when it stays shut for a month. */
export function nextOpening(hours: HubHours, { date, time }: { readonly date: string; readonly time: string }): NextOpening | null {
  for (let days = 0; days <= DAYS_AHEAD; days++) {
    const on = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    const span = spansOn(hours, on).find(({ opens }) => days > 0 || opens > time);
    if (span) return { date: on, days, span };
  }
  return null;
}
