import { z } from 'zod';
import { id } from '#core/input.ts';
import { servicesOfHub } from '#modules/directory/public.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { hubCard, hubHours, isOpenAt, organizationsByIds, spansOn } from '#modules/network/public.ts';
import { publishedBy } from '../content/published.ts';
import { query } from '../portal.ts';
import { nextOpening } from './next-opening.ts';

const MOST = 24;
const MOST_ITEMS = 6;

/** One hub's front door: plate, hours now and next, the services it keeps, and what it published last. A closed hub is absent. */
export const hubDoorSheet = query({
  name: 'hub-door-sheet',
  says: 'The front door of a hub: where it is, when it is open, what it offers.',
  input: z.strictObject({ hub: id() }),
  run: async (asking, { hub: wanted }) => {
    const { tx, now, absent } = asking;
    const hub = await hubCard(tx, wanted);
    if (!hub?.open) return absent();
    const hours = (await hubHours(tx, hub.id)) ?? null;
    const clock = clockIn(hub.timeZone, now);
    const { services, total } = await servicesOfHub(asking, hub.id, MOST);
    const providers = new Map((await organizationsByIds(tx, services.map(({ organization }) => organization))).map((one) => [one.id, one.names]));
    return {
      hub, hours, total,
      openNow: hours && isOpenAt(hours, hub.timeZone, now),
      today: hours && spansOn(hours, clock.date),
      next: hours && nextOpening(hours, clock),
      services: services.map((service) => ({ ...service, provider: providers.get(service.organization) ?? null })),
      items: await publishedBy(asking, { hub: hub.id, most: MOST_ITEMS }),
    };
  },
});
