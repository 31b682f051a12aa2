import { addLocation } from '#modules/directory/add-location/add-location.ts';
import { listService } from '#modules/directory/list-service/list-service.ts';
import { offerAtLocation } from '#modules/directory/offer-at-location/offer-at-location.ts';
import { setCapacity } from '#modules/directory/set-capacity/set-capacity.ts';
import { setEligibility } from '#modules/directory/set-eligibility/set-eligibility.ts';
import { setSchedule } from '#modules/directory/set-schedule/set-schedule.ts';
import { verifyService } from '#modules/directory/verify-service/verify-service.ts';
import { demoBodies } from './content/bodies.ts';
import type { DemoHub } from './content/hubs.ts';
import type { DemoService } from './content/service.ts';
import { demoServices } from './content/services.ts';
import { said } from './content/written.ts';
import { type Chance, chanceFrom } from './seeded.ts';
import { colleagueAt, daysAgo, does, known, type Load } from './load.ts';

/** Lists the services of one hub with their places, hours, rules and room. */
export async function fillTheDirectory(load: Load, hub: DemoHub): Promise<void> {
  const chance = chanceFrom(`directory ${hub.key}`);
  const places = new Map<string, string>();
  const services = demoServices.filter((service) => service.hub === hub.key && (!load.small || service.small));
  for (const [position, service] of services.entries()) await listOne(load, { hub, service, chance, places, old: position === services.length - 2 });
}

interface Listing {
  readonly hub: DemoHub;
  readonly service: DemoService;
  readonly chance: Chance;
  /** Places added so far, by the body that sits there. */
  readonly places: Map<string, string>;
  /** Nobody looked at this entry for more than half a year. */
  readonly old: boolean;
}

async function listOne(load: Load, listing: Listing): Promise<void> {
  const { hub, service, chance, old } = listing;
  const manager = colleagueAt(load, `manager.${hub.key}`, daysAgo(load, old ? load.began.hired - 5 : chance.between(...load.began.listed)));
  const [capacityPlaces, freePlaces, waitingDays] = service.room ?? [];
  const { service: id } = await does(load, manager, listService, {
    organization: known(load.bodies, service.by), names: said(service.names), descriptions: said(service.says),
    textStatus: { ar: 'original', fr: 'human', en: 'human' }, mainType: service.types[0], otherTypes: service.types.slice(1),
    modes: service.modes ?? ['on-site'], stages: service.stages ?? [], languages: service.languages ?? (hub.country === 'MA' ? ['ar', 'ary', 'fr'] : ['ar', 'aeb', 'fr']),
    areas: service.areas ?? (service.modes?.includes('online') ? [hub.country] : hub.around), listed: true, childcare: service.childcare ?? false, transportHelp: service.transportHelp ?? false,
    documents: (service.documents ?? []).map(said), capacityPlaces, freePlaces, waitingDays,
    costs: service.cost ? [{ ...service.cost, names: said(service.cost.names) }] : [],
    mayLose: service.mayLose ? [{ ...service.mayLose, names: said(service.mayLose.names) }] : [],
    ...(service.bornOf ? { bornOf: said(service.bornOf), bornOfReference: 'MedTOWN-TN' } : {}),
  });
  await does(load, manager, offerAtLocation, { service: id, location: await placeFor(load, listing) });
  await does(load, manager, setSchedule, { service: id, openings: openingsOf(chance) });
  if (service.rules || service.priorities) await does(load, manager, setEligibility, { service: id, rules: service.rules ?? [], priorities: service.priorities ?? [] });
  if (!load.small && !old) await does(load, colleagueAt(load, `manager.${hub.key}`, daysAgo(load, chance.between(20, 150))), verifyService, { service: id });
  if (chance.yes(0.4)) {
    const officer = colleagueAt(load, `manager.${hub.key}`, daysAgo(load, chance.between(2, 12)));
    await does(load, officer, setCapacity, { service: id, capacityPlaces, freePlaces, waitingDays });
  }
}

/** Where a service is given: at the hub, or at the body's own door. Written once for each body. */
async function placeFor(load: Load, { hub, service, places }: Listing): Promise<string> {
  const away = service.modes?.includes('partner-site') ?? false;
  const key = away ? service.by : 'hub';
  const before = places.get(key);
  if (before) return before;
  const body = demoBodies.find(({ key: of }) => of === service.by)!;
  const address = !away && hub.address ? { address: said(hub.address) } : {};
  const { location } = await does(load, colleagueAt(load, `manager.${hub.key}`, daysAgo(load, load.began.hired - 4)), addLocation, {
    organization: known(load.bodies, away ? service.by : hub.body), names: said(away ? body.names : hub.names), kind: 'physical', territory: hub.territory,
    accessibility: away ? [] : ['step-free', 'accessible-toilet'], ...address,
  });
  places.set(key, location);
  return location;
}

function openingsOf(chance: Chance) {
  const days = chance.pick([[1, 2, 3, 4, 5], [1, 3, 5], [2, 4], [1, 2, 4]]);
  const [opens, closes] = chance.pick([['09:00', '13:00'], ['08:30', '12:30'], ['14:00', '16:30']] as const);
  const byAppointment = chance.yes(0.4);
  return [
    ...days.map((weekday) => ({ season: 'ordinary', weekday, opens, closes, byAppointment })),
    ...days.map((weekday) => ({ season: 'ramadan', weekday, opens: '09:30', closes: '13:30', byAppointment })),
  ];
}
