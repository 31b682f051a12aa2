import { setImmediate as turn } from 'node:timers/promises';
import { insertMany } from '#core/db/insert-many.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import type { TakenOrganization } from '#modules/network/public.ts';
import { namesOfPlaces } from '../around.ts';
import { indexServices } from '../search/index-services.ts';
import type { ForeignService } from './foreign-service.ts';

/** Where services from a file are written. */
export interface Writing {
  readonly tx: AnyTx;
  readonly network: string;
  readonly hub: string;
  readonly importId: string;
  readonly now: Date;
}

const serviceTypes = {
  network_id: 'uuid', id: 'uuid', hub_id: 'uuid', organization_id: 'uuid', names: 'jsonb', descriptions: 'jsonb', text_status: 'jsonb', type_codes: 'text[]',
  modes: 'text[]', stages: 'text[]', languages: 'text[]', area_codes: 'text[]', status: 'text', listed: 'boolean', url: 'text', email: 'text', phone: 'text',
  childcare: 'boolean', transport_help: 'boolean', capacity_places: 'integer', free_places: 'integer', waiting_days: 'integer', capacity_at: 'timestamptz',
  verified_at: 'timestamptz', created_at: 'timestamptz', updated_at: 'timestamptz', import_id: 'uuid', source_id: 'text', source: 'jsonb',
} as const;

/** The columns of a service that follow from what a file says of it. */
export const columnsOfForeign = (service: ForeignService, now: Date) => ({
  organization_id: service.organization.id, names: service.names, descriptions: service.descriptions,
  text_status: Object.fromEntries(Object.keys(service.names).map((lang, at) => [lang, at === 0 ? 'original' : 'human'])),
  type_codes: service.types, modes: service.modes, stages: service.stages, languages: service.languages, area_codes: service.areas,
  status: service.status, listed: service.listed, url: service.url, email: service.email, phone: service.phone,
  childcare: service.childcare, transport_help: service.transportHelp, capacity_places: service.capacityPlaces, free_places: service.freePlaces,
  waiting_days: service.waitingDays, capacity_at: service.capacityPlaces === null && service.freePlaces === null && service.waitingDays === null ? null : now,
  // What was checked in the future was checked today: otherwise it would never grow stale.
  verified_at: service.verifiedAt && service.verifiedAt < now.toISOString().slice(0, 10) ? `${service.verifiedAt}T00:00:00Z` : now,
  source_id: service.sourceId, source: sourceOf(service),
});

/** What is kept of where a service came from: its HSDS record, or for a row of a table what was read from it. */
export const sourceOf = (service: ForeignService): Record<string, unknown> =>
  service.source ?? { table: { ...service, organization: { ...service.organization, source: null } as TakenOrganization } };

/** Writes new services of a file, with everything that hangs on them, in a handful of statements. */
export async function writeServices(writing: Writing, services: readonly ForeignService[]): Promise<void> {
  const { tx, network, hub, importId, now } = writing;
  const territories = await territoriesOf(tx, services);
  const written = insertMany(tx, 'directory.service', serviceTypes, services.map((service) => ({
    network_id: network, id: service.id, hub_id: hub, created_at: now, updated_at: now, import_id: importId, ...columnsOfForeign(service, now),
  })));
  // What hangs on them is made ready while the database writes them, and sent behind them.
  await Promise.race([written, turn()]);
  await writeLists(writing, services, true, territories);
  await written;
}

const territoriesOf = (tx: AnyTx, services: readonly ForeignService[]): ReturnType<typeof namesOfPlaces> =>
  namesOfPlaces({ tx }, services.flatMap(({ areas, places }) => [...areas, ...places.flatMap(({ territory }) => territory ?? [])]));

const placeTypes = {
  network_id: 'uuid', id: 'uuid', hub_id: 'uuid', names: 'jsonb', kind: 'text', address: 'jsonb', locality: 'text', postal_code: 'text', territory_code: 'text',
  latitude: 'numeric', longitude: 'numeric', url: 'text', created_at: 'timestamptz', import_id: 'uuid', source_id: 'text', source: 'jsonb',
} as const;
const linkTypes = { network_id: 'uuid', id: 'uuid', service_id: 'uuid', hub_id: 'uuid', location_id: 'uuid', created_at: 'timestamptz', source_id: 'text', source: 'jsonb' } as const;
const hung = { network_id: 'uuid', id: 'uuid', service_id: 'uuid', hub_id: 'uuid' } as const;

/** Writes the places, hours, papers, prices, ages and search words of services whose rows stand; their older lists must be gone. */
export async function writeHanging(writing: Writing, services: readonly ForeignService[], fresh: boolean): Promise<void> {
  await writeLists(writing, services, fresh, await territoriesOf(writing.tx, services));
}

async function writeLists(
  writing: Writing, services: readonly ForeignService[], fresh: boolean, territories: Awaited<ReturnType<typeof namesOfPlaces>>,
): Promise<void> {
  const { tx, network, hub, importId, now } = writing;
  const hanging = (service: string) => ({ network_id: network, id: newId(), service_id: service, hub_id: hub });
  const places = services.flatMap((service) => service.places.map((place) => ({ service, place })));
  const lists = Promise.all([insertMany(tx, 'directory.location', placeTypes, places.map(({ place }) => ({
    network_id: network, id: place.id, hub_id: hub, names: place.names, kind: place.kind, address: place.address, locality: place.locality, postal_code: place.postalCode,
    territory_code: place.territory, latitude: place.latitude, longitude: place.longitude, url: place.url, created_at: now, import_id: importId, source_id: place.sourceId, source: place.source,
  })), { skip: true }),
  insertMany(tx, 'directory.service_at_location', linkTypes, places.map(({ service, place }) => ({
    network_id: network, id: place.linkId, service_id: service.id, hub_id: hub, location_id: place.id, created_at: now, source_id: place.linkSourceId, source: place.linkSource,
  })), { skip: true }),
  insertMany(tx, 'directory.schedule', { ...hung, season: 'text', weekday: 'smallint', opens: 'time', closes: 'time', by_appointment: 'boolean' },
    services.flatMap(({ id, openings }) => openings.map((opening) => ({ ...hanging(id), season: 'ordinary', ...opening, by_appointment: false })))),
  insertMany(tx, 'directory.required_document', { ...hung, position: 'smallint', names: 'jsonb' },
    services.flatMap(({ id, documents }) => documents.map((names, position) => ({ ...hanging(id), position, names })))),
  insertMany(tx, 'directory.cost_option', { ...hung, position: 'smallint', amount_minor: 'bigint', currency: 'text', names: 'jsonb' },
    services.flatMap(({ id, costs }) => costs.map(({ amountMinor, currency, names }, position) => ({ ...hanging(id), position, amount_minor: amountMinor, currency, names })))),
  insertMany(tx, 'directory.eligibility_rule', { ...hung, position: 'smallint', field: 'text', operator: 'text', codes: 'text[]', lowest: 'integer', highest: 'integer', words: 'jsonb' },
    services.flatMap(({ id, ages }) => (ages ? [{ ...hanging(id), position: 0, field: 'age', operator: 'between', codes: [], ...ages, words: {} }] : [])))]);
  await Promise.race([lists, turn()]);
  await indexServices(tx, network, services.map((service) => ({
    service: service.id, hub, fresh,
    findable: {
      names: service.names, descriptions: service.descriptions, types: service.types, provider: service.organization.names,
      places: [...service.areas.flatMap((code) => territories.get(code) ?? []), ...service.places.flatMap(({ names, locality, territory }) => [{ ...names, it: locality ?? undefined }, ...(territory ? [territories.get(territory) ?? {}] : [])])],
    },
  })));
  await lists;
}
