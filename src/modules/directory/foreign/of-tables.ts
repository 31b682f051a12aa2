import { sql } from 'kysely';
import { fold } from '#core/text/fold.ts';
import { spokenLanguages } from '../entry/service.input.ts';
import { derivedId } from '../hsds/derived-id.ts';
import { modeNames, serviceModes } from '../service-mode.ts';
import { serviceStages, stageNames } from '../service-stage.ts';
import { serviceTypes } from '../service-type.ts';
import type { ForeignOrganization, ForeignService } from './foreign-service.ts';
import { foreignId } from './foreign-id.ts';
import { type Arrival, organizationOfRecord } from './organization-of-record.ts';
import type { Writing } from './write-services.ts';

/** The key of a service in a table: by the id it brings, else by its name and its body, so that the same row arrives as the same. */
export const tableId = (hub: string, sourceId: string | null, name: string, body: string): string =>
  sourceId ? foreignId(hub, 'service', sourceId) : derivedId(hub, `service ${fold(name)} of ${fold(body)}`);

/** A body that a table names: the one known by that name when there is one, else a new one. */
export function organizationNamed(name: string | null, known: string | undefined, arrival: Arrival, sourceId?: string): ForeignOrganization {
  const usual = organizationOfRecord(name ? { id: sourceId ?? '', name } : null, null, arrival);
  const own = name ? (sourceId ? foreignId(arrival.hub, 'organization', sourceId) : derivedId(arrival.hub, `organization ${fold(name)}`)) : usual.id;
  return { ...usual, id: known ?? own, sourceId: sourceId ?? null, source: null, bare: true };
}

const codeNamed = <C extends string>(written: string, codes: readonly C[], names: (code: C) => readonly string[]): C | undefined => {
  const typed = fold(written);
  return codes.find((code) => fold(code) === typed) ?? codes.find((code) => names(code).some((name) => fold(name) === typed));
};

/** The kind of service that a code or a name in any of our languages means. */
export const serviceTypeCodeOf = (written: string): string | undefined =>
  codeNamed(written, serviceTypes.map(({ code }) => code), (code) => Object.values(serviceTypes.find((type) => type.code === code)!.names));

/** The way a service is given, by code or name. */
export const modeCodeOf = (written: string): string | undefined => codeNamed(written, serviceModes, (code) => Object.values(modeNames[code]));

/** The stage of a project, by code or name. */
export const stageCodeOf = (written: string): string | undefined => codeNamed(written, serviceStages, (code) => Object.values(stageNames[code]));

/** A spoken language, by code or by its name in Arabic, French or English. */
export const spokenCodeOf = (written: string): string | undefined =>
  codeNamed(written, spokenLanguages, (code) => ['ar', 'fr', 'en'].map((lang) => new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code));

/**
 * Services of the register that bear the same name for the same body as some of these, and did not come by the same row before:
 * id of the new one → id of the one that stands. Bodies that this import brought itself have none.
 */
export async function knownByName({ tx, network, importId }: Writing, services: readonly ForeignService[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; names: Record<string, string>; organization_id: string }>`select service.id, service.names, service.organization_id
    from network.organization as body join directory.service on service.network_id = body.network_id and service.organization_id = body.id
    where body.network_id = ${network} and body.id = any (${[...new Set(services.map(({ organization }) => organization.id))]}::uuid[])
      and body.import_id is distinct from ${importId}::uuid and service.status <> 'defunct'`.execute(tx);
  const standing = new Map(rows.flatMap(({ id, names, organization_id: body }) => Object.values(names).map((name) => [`${body} ${fold(name)}`, id] as const)));
  return new Map(services.flatMap((service) => {
    const found = Object.values(service.names).flatMap((name) => standing.get(`${service.organization.id} ${fold(String(name))}`) ?? [])[0];
    return found && found !== service.id ? [[service.id, found] as const] : [];
  }));
}
