import { z } from 'zod';
import { choice, clockTime, isoDate, maybe, text } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { action } from '../desk.ts';
import { momentAt } from '../ticket/day-of.ts';
import { placeTicket } from '../ticket/place-ticket.ts';
import { reasons } from '../ticket/reason.ts';
import { nobodyYet } from '../ticket/snapshot.ts';

/** Noon stands for the hour when the sheet gives none. */
const UNKNOWN_HOUR = '12:00';

/**
 * Types a numbered paper sheet, filled while there was no power or network, under the date written on it.
 * The officer holds the visit at once and goes on as with anybody else. A sheet is typed once.
 */
export const typePaperIntake = action({
  name: 'type-paper-intake',
  says: 'Types a numbered paper sheet later, under its true date.',
  input: z.strictObject({
    paper_number: text(20), date: isoDate(), hour: maybe(clockTime()), reason: choice(reasons),
  }),
  refuses: ['paper-number-used', 'date-in-future'],
  run: async (doing, { paper_number, date, hour, reason }) => {
    const { tx, now, hub, actor } = doing;
    const { timeZone } = (await hubCard(tx, hub)) ?? doing.absent();
    const arrived_at = await momentAt(tx, date, hour ?? UNKNOWN_HOUR, timeZone);
    if (arrived_at > now && (hour || (await momentAt(tx, date, '00:00', timeZone)) > now)) {
      doing.refuse('date-in-future', {}, 'date');
    }
    const placed = await placeTicket(doing, {
      via: 'paper', reason, paper_number: paper_number.toUpperCase(), arrived_at,
      state: 'called', called_at: now, called_by: actor.account,
    });
    if (!placed) return doing.refuse('paper-number-used', { number: paper_number }, 'paper_number');
    await doing.record({
      name: 'ticket-opened', subject: placed.ticket, body: { ...nobodyYet, via: 'paper', reason, on: placed.day },
    });
    return { ticket: placed.ticket };
  },
});
