import { z } from 'zod';
import { id } from '#core/input.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { hubCard, hubHours, isOpenAt } from '#modules/network/public.ts';
import { query } from '../portal.ts';
import { nextOpening } from '../hub-door/next-opening.ts';

/**
 * The hub somebody writes to: its plate, and whether its door is open now, for those who would rather call or come. Sees to it
 * that the hub has its letter box. A closed hub is absent.
 */
export const requestForm = query({
  name: 'request-form',
  says: 'The hub to which a request is left.',
  input: z.strictObject({ hub: id() }),
  run: async ({ tx, now, vault, absent }, { hub: wanted }) => {
    const hub = await hubCard(tx, wanted);
    if (!hub?.open) return absent();
    await vault.makeLetterBox(hub.id);
    const hours = (await hubHours(tx, hub.id)) ?? null;
    return {
      hub,
      openNow: hours && isOpenAt(hours, hub.timeZone, now),
      next: hours && nextOpening(hours, clockIn(hub.timeZone, now)),
    };
  },
});
