import { z } from 'zod';
import { clockTime, id, isoDate, listOf, maybe, wholeNumber, yes } from '#core/input.ts';
import { managedHub } from '../managed-hub.ts';
import { action } from '../network.ts';
import { firstClash, type Span } from './hours.ts';

const span = z.strictObject({ opens: maybe(clockTime()), closes: maybe(clockTime()) });

/** A day of the form: a first and a second stretch, each of which may be left empty. */
const day = z.strictObject({ first: span.optional(), second: span.optional() });
const week = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), day);

/** The week, the week of Ramadan, single days, as typed. */
export const setHubHoursInput = z.strictObject({
  hub: maybe(id()),
  ordinary: week,
  ramadan_differs: yes(),
  ramadan: week.optional(),
  ramadan_announced: z.strictObject({ hijri_year: maybe(wholeNumber(1440, 1500)), from: maybe(isoDate()), to: maybe(isoDate()) }).optional(),
  closed_days: listOf(maybe(isoDate())).optional(),
});

/** Says when a hub's door is open: ordinary weeks, Ramadan, and the days on which it stays shut. */
export const setHubHours = action({
  name: 'set-hub-hours',
  says: 'Says when the hub is open.',
  input: setHubHoursInput,
  refuses: ['hours-clash'],
  run: async (doing, input) => {
    const { tx, network, now, record, refuse } = doing;
    const hub = managedHub(doing, input.hub);
    const spansOfWeek = (name: 'ordinary' | 'ramadan') =>
      Object.entries(input[name] ?? {}).flatMap(([weekday, { first, second } = {}]) => {
        const spans = [first, second].filter((s): s is Span => Boolean(s?.opens && s.closes));
        const half = [first, second].some((s) => Boolean(s?.opens) !== Boolean(s?.closes));
        if (half || firstClash(spans) >= 0) refuse('hours-clash', {}, `${name}.${weekday}.first.opens`);
        return spans.map((s) => ({ weekday: Number(weekday), opens: s.opens, closes: s.closes }));
      });
    const announced = input.ramadan_announced;
    const months = announced?.hijri_year && announced.from && announced.to
      ? [{ hijriYear: announced.hijri_year, from: announced.from, to: announced.to }] : [];
    if (months.some(({ from, to }) => to < from)) refuse('hours-clash', {}, 'ramadan_announced.to');
    const closed = [...new Set((input.closed_days ?? []).filter((date) => date !== undefined))].sort();
    const row = {
      ordinary: JSON.stringify(spansOfWeek('ordinary')),
      ramadan: input.ramadan_differs ? JSON.stringify(spansOfWeek('ramadan')) : null,
      announced_ramadans: JSON.stringify(months),
      exceptions: JSON.stringify(closed.map((date) => ({ date, spans: [] }))),
      set_at: now,
    };
    await tx
      .insertInto('network.hub_hours')
      .values({ network_id: network, hub_id: hub, ...row })
      .onConflict((conflict) => conflict.columns(['network_id', 'hub_id']).doUpdateSet(row))
      .execute();
    await record({ name: 'hub-hours-set', subject: hub, hub, body: { exceptions: closed.length } });
    return { hub };
  },
});
