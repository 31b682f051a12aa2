import { sql } from 'kysely';
import type { Actor } from '#core/actor.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { dayHere } from '#modules/network/public.ts';
import type { DirectoryTables } from './directory.ts';
import type { ServiceCard, ServiceEntry } from './entry/entry.ts';
import { readCards } from './entry/read-cards.ts';
import { readEntries } from './entry/read-entries.ts';

export type { ServiceCard, ServiceEntry } from './entry/entry.ts';
export { type ClientTest, codesOfField, legalFormCodes, situationCodes, type TestField, testFields } from './eligibility/client-test.ts';
export { codeName, wordsOfTest } from './eligibility/words-of-test.ts';
export { modeNames, serviceModes, type ServiceMode } from './service-mode.ts';
export { serviceStages, stageNames, type ServiceStage } from './service-stage.ts';
export { findServiceType, serviceTypeCodes, serviceTypes, type ServiceType, type ServiceTypeCode } from './service-type.ts';
export { staleAfterDays } from './freshness.ts';
export { serviceSearch } from './service-search/service-search.query.ts';

/** Where the caller stands: network and the moment of her transaction (an `Asking` will do). */
interface Standing {
  readonly tx: AnyTx;
  readonly network: string;
  readonly now: Date;
}

const reading = ({ tx, network, now }: Standing) => ({ tx: within<DirectoryTables>(tx), network, now });

/** The card of one service, or null when this network has none such. */
export async function serviceCard(asking: Standing, service: string): Promise<ServiceCard | null> {
  return (await readCards(reading(asking), [service]))[0] ?? null;
}

/** The cards of several services by id; unknown ones are absent. */
export async function servicesByIds(asking: Standing, services: readonly string[]): Promise<ReadonlyMap<string, ServiceCard>> {
  return new Map((await readCards(reading(asking), [...new Set(services)])).map((card) => [card.id, card]));
}

/** One service with its rules, places, hours, papers, prices, what may be lost and its spoken versions; null when there is none. */
export async function serviceEntry(asking: Standing, service: string): Promise<ServiceEntry | null> {
  return (await readEntries(reading(asking), [service]))[0] ?? null;
}

/** Where a client is: the hub she came to, the hubs of its country, and her place with the places around it, as codes. */
export interface Near {
  readonly hub: string;
  readonly hubs: readonly string[];
  readonly places: readonly string[];
}

/** Services of her hub, whatever they ask; of the other hubs of the country those whose area has no bound or holds her place. */
const reaches = ({ hub, hubs, places }: Near) => sql<boolean>`(hub_id = ${hub} or (hub_id = any (${[...hubs]}::uuid[])
  and (area_codes = '{}' or ${places.length === 0} or area_codes && ${[...places]}::text[])))`;

/**
 * Every service of the network that someone could be sent to today, with all that orientation weighs: rules and their
 * words, priority groups, places free, waiting days, stages, kinds, provider, modes, places, languages, childcare,
 * what may be lost, freshness. Withdrawn services are left out; closed ones stay, to say why they do not fit.
 * `types` keeps services of any of these kinds, `only` these services, `near` those that reach her place.
 */
export async function servicesForMatching(
  asking: Standing,
  wanted: { readonly types?: readonly string[]; readonly only?: readonly string[]; readonly near?: Near } = {},
): Promise<readonly ServiceEntry[]> {
  const { tx, network } = reading(asking);
  let found = tx.selectFrom('directory.service').select('id').where('network_id', '=', network).where('status', '<>', 'defunct');
  if (wanted.types?.length) found = found.where(sql<boolean>`type_codes && ${[...wanted.types]}::text[]`);
  if (wanted.only) found = found.where(sql<boolean>`id = any (${[...wanted.only]}::uuid[])`);
  if (wanted.near) found = found.where(reaches(wanted.near));
  const rows = await found.orderBy('id').execute();
  return readEntries(reading(asking), rows.map(({ id }) => id));
}

/** Tells the directory that a service lives: someone was served there, or assessed it from 1 to 5. Names no one, keeps the day. */
export async function verifyServiceByOutcome(
  asking: Standing & { readonly actor: Pick<Actor, 'hub'> },
  use: { readonly service: string } & ({ readonly kind: 'served' } | { readonly kind: 'assessed'; readonly faces: number }),
): Promise<void> {
  await reading(asking)
    .tx.insertInto('directory.service_use')
    .values({
      network_id: asking.network,
      id: newId(),
      service_id: use.service,
      kind: use.kind,
      faces: use.kind === 'assessed' ? use.faces : null,
      used_on: await dayHere(asking),
    })
    .execute();
}

export { hsdsService, hsdsServices } from './hsds/hsds.query.ts';
export { hsdsOrganization, hsdsOrganizations } from './hsds/hsds-organizations.query.ts';
export { hsdsServiceAtLocation, hsdsServiceAtLocations } from './hsds/hsds-service-at-locations.query.ts';
export { hsdsTaxonomies, hsdsTaxonomy, hsdsTaxonomyTerm, hsdsTaxonomyTerms } from './hsds/hsds-taxonomies.query.ts';
export { arrivalAt } from './hsds/records-of.ts';
export type { ForeignOrganization, ForeignService } from './foreign/foreign-service.ts';
export { hsdsObjects } from './foreign/hsds-members.ts';
export { type HsdsRecord, mendRecord } from './foreign/mend-record.ts';
export { type Arrival, organizationOfRecord } from './foreign/organization-of-record.ts';
export type { Remark } from './foreign/remark.ts';
export { isoDay } from './foreign/read-value.ts';
export { byLanguage } from './foreign/text-language.ts';
export { knownByName, modeCodeOf, organizationNamed, serviceTypeCodeOf, spokenCodeOf, stageCodeOf, tableId } from './foreign/of-tables.ts';
export { minorUnits } from './entry/money.ts';
export { idWithoutId, serviceOfRecord } from './foreign/service-of-record.ts';
export { changeServices, type ServiceBefore, type Taken, takeServices } from './foreign/take-services.ts';
export { type Recording, audioOf } from './record-audio/audio-of.ts';
export { audioRecording } from './record-audio/audio-recording.query.ts';
export { recordAudio } from './record-audio/record-audio.ts';
export { Heard, Recordings } from './record-audio/recordings.tsx';
export { servicesOfHub, servicesThatMayFit } from './listed/listed-services.ts';
