import { z } from 'zod';
import { id } from '#core/input.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { hoursOfHubs, hubHours } from '../hub-hours/read-hours.ts';
import { type HubHours, isOpenAt, nextOpening, spansOn } from '../hub-hours/hours.ts';
import { query } from '../network.ts';
import { hubCard, hubsOf } from './hub-card.ts';

/** Is the door open now, and if not when does it open next; both null for a hub that has not said its hours. */
const doorAt = (hours: HubHours | null, timeZone: string, now: Date) => {
  const openNow = hours && isOpenAt(hours, timeZone, now);
  return { openNow, opensNext: hours && !openNow ? nextOpening(hours, timeZone, now) : null };
};

/** The open hubs of the network, for whoever looks for one: plate, place, and whether the door is open now. */
export const hubDoors = query({
  name: 'hub-doors',
  says: 'The hubs of the network and where they are.',
  input: z.strictObject({}),
  run: async ({ tx, now }) => {
    const hubs = (await hubsOf(tx)).filter(({ open }) => open);
    const hours = await hoursOfHubs(tx);
    return hubs.map((hub) => ({ ...hub, ...doorAt(hours.get(hub.id) ?? null, hub.timeZone, now) }));
  },
});

/** One hub's front door: plate, hours, today's hours, whether it is open now (null: it has not said its hours). */
export const hubDoor = query({
  name: 'hub-door',
  says: 'One hub: its name, place and hours.',
  input: z.strictObject({ hub: id() }),
  run: async ({ tx, now, absent }, { hub: wanted }) => {
    const hub = await hubCard(tx, wanted);
    if (!hub) return absent();
    const hours = (await hubHours(tx, wanted)) ?? null;
    return {
      ...hub, hours,
      ...doorAt(hours, hub.timeZone, now),
      today: hours && spansOn(hours, clockIn(hub.timeZone, now).date),
    };
  },
});

/** What the settings page of a hub shows: the same, for its manager. */
export const hubSettings = query({
  name: 'hub-settings',
  says: 'The settings of a hub: plate, hours, own words.',
  input: z.strictObject({ hub: id() }),
  run: async ({ tx, absent }, { hub: wanted }) => {
    const hub = await hubCard(tx, wanted);
    if (!hub) return absent();
    return { ...hub, hours: (await hubHours(tx, wanted)) ?? null };
  },
});
