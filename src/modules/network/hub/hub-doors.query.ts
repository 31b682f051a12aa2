import { z } from 'zod';
import { id } from '#core/input.ts';
import { hoursOfHubs, hubHours } from '../hub-hours/read-hours.ts';
import { clockIn, isOpenAt, spansOn } from '../hub-hours/hours.ts';
import { query } from '../network.ts';
import { hubCard, hubsOf } from './hub-card.ts';

/** The open hubs of the network, for whoever looks for one: plate, place, and whether the door is open now. */
export const hubDoors = query({
  name: 'hub-doors',
  says: 'The hubs of the network and where they are.',
  input: z.strictObject({}),
  run: async ({ tx, now }) => {
    const hubs = (await hubsOf(tx)).filter(({ open }) => open);
    const hours = await hoursOfHubs(tx);
    return hubs.map((hub) => ({ ...hub, openNow: hours.has(hub.id) ? isOpenAt(hours.get(hub.id)!, hub.timeZone, now) : null }));
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
      openNow: hours && isOpenAt(hours, hub.timeZone, now),
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
