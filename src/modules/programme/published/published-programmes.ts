import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { hubsOf, type OrganizationKind, organizationsByIds } from '#modules/network/public.ts';
import type { Level, PartnerRole } from '../codes.ts';
import type { ProgrammeTables } from '../programme.ts';
import { targetsPromised } from '../target/targets-promised.ts';

/** A body that stands in a programme as everybody is told. */
export interface PublishedBody { readonly names: Multilingual; readonly kind: OrganizationKind | null }

/** A programme as everybody may be told of it, whole: what files of the field's standards say. Amounts in minor units. */
export interface PublishedProgramme {
  readonly id: string;
  readonly code: string;
  readonly level: Level;
  readonly parent: string | null;
  readonly names: Multilingual;
  readonly about: Multilingual;
  readonly plannedFrom: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly closedOn: string | null;
  readonly territory: string | null;
  readonly lead: PublishedBody | null;
  readonly partners: readonly (PublishedBody & { readonly role: PartnerRole; readonly country: string | null })[];
  /** What it costs by the newest source that was not withdrawn, and who pays how much of it. */
  readonly cost: { readonly amount: number; readonly currency: string; readonly scale: number; readonly approximate: boolean; readonly saidOn: string | null; readonly funders: readonly (PublishedBody & { readonly amount: number | null })[] } | null;
  /** Of the whole programme only, in force on the day that was asked for. */
  readonly targets: readonly { readonly indicator: string; readonly sex: string; readonly value: number; readonly original: number }[];
  /** It serves people in danger: neither places nor hubs nor numbers are here. */
  readonly sensitive: boolean;
}

/** Every programme that everybody is shown, earliest first. */
export async function publishedProgrammes(tx: AnyTx, network: string, on: string): Promise<PublishedProgramme[]> {
  const db = within<ProgrammeTables>(tx);
  const rows = await db.selectFrom('programme.programme')
    .select(['id', 'code', 'level', 'parent_id as parent', 'names', 'about', 'starts_on as startsOn', 'ends_on as endsOn', 'closed_on as closedOn', 'territory_code as territory', 'lead_organization_id as lead', 'sensitive'])
    .where('network_id', '=', network).where('listed', '=', true).orderBy('starts_on').orderBy('id').execute();
  if (!rows.length) return [];
  const ids = rows.map(({ id }) => id);
  const periods = byProgramme(await db.selectFrom('programme.period').select(['programme_id', 'starts_on as startsOn']).where('network_id', '=', network).where('programme_id', 'in', ids).where('version', '=', 1).execute());
  const costs = byProgramme(await db.selectFrom('programme.cost').select(['id', 'programme_id', 'amount_minor as amount', 'currency', 'scale', 'approximate', 'said_on as saidOn'])
    .where('network_id', '=', network).where('programme_id', 'in', ids).where('withdrawn_at', 'is', null).orderBy('set_at').orderBy('id').execute());
  const shares = await db.selectFrom('programme.funding_share').select(['cost_id as cost', 'organization_id as body', 'names', 'amount_minor as amount']).where('network_id', '=', network).where('programme_id', 'in', ids).orderBy('id').execute();
  const partners = byProgramme(await db.selectFrom('programme.partner').select(['programme_id', 'organization_id as body', 'hub_id as hub', 'role', 'country']).where('network_id', '=', network).where('programme_id', 'in', ids).orderBy('since').orderBy('id').execute());
  const bodies = new Map((await organizationsByIds(tx, [...rows.map(({ lead }) => lead), ...shares.map(({ body }) => body), ...[...partners.values()].flat().map(({ body }) => body)].filter((id) => id !== null))).map((body) => [body.id, body]));
  const hubs = new Map((await hubsOf(tx)).map((hub) => [hub.id, hub]));
  const bodyOf = (id: string | null): PublishedBody | null => { const body = bodies.get(id ?? ''); return body ? { names: body.names, kind: body.kind } : null; };
  return Promise.all(rows.map(async ({ territory, lead, ...row }) => {
    const cost = costs.get(row.id)?.at(-1);
    return {
      ...row, lead: bodyOf(lead), territory: row.sensitive ? null : territory, plannedFrom: periods.get(row.id)?.[0]?.startsOn ?? row.startsOn,
      partners: (partners.get(row.id) ?? []).flatMap(({ body, hub, role, country }) => {
        const known = bodyOf(body) ?? (hub && !row.sensitive && hubs.has(hub) ? { names: hubs.get(hub)!.names, kind: null } : null);
        return known ? [{ ...known, role, country }] : [];
      }),
      cost: cost ? {
        amount: Number(cost.amount), currency: cost.currency, scale: cost.scale, approximate: cost.approximate, saidOn: cost.saidOn,
        funders: shares.filter((share) => share.cost === cost.id).map(({ body, names, amount }) => ({ names: Object.keys(names).length ? names : bodyOf(body)?.names ?? {}, kind: bodyOf(body)?.kind ?? null, amount: amount === null ? null : Number(amount) })),
      } : null,
      targets: row.sensitive ? [] : (await targetsPromised(tx, network, { programme: row.id, on })).filter((target) => target.territory === null).map(({ indicator, sex, current, original }) => ({ indicator, sex, value: current, original })),
    };
  }));
}

function byProgramme<R extends { readonly programme_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) found.set(row.programme_id, [...(found.get(row.programme_id) ?? []), row]);
  return found;
}
