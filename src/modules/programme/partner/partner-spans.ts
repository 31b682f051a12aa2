import type { Multilingual } from '#core/input.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { hubsOf, organizationsByIds } from '#modules/network/public.ts';
import type { PartnerRole } from '../codes.ts';
import type { ProgrammeTables } from '../programme.ts';

/** Who took part in a programme from which day to which: a hub or a body. */
export interface NamedSpan {
  readonly partner: string;
  readonly hub: string | null;
  readonly organization: string | null;
  readonly role: PartnerRole;
  readonly names: Multilingual;
  /** ISO days, both included; null: still. */
  readonly from: string;
  readonly to: string | null;
}

/** Everyone who ever took part in a programme, earliest first; one that was replaced stays for its own time (domain.md rule 11). */
export async function partnerSpans(tx: AnyTx, network: string, programme: string): Promise<NamedSpan[]> {
  const rows = await within<ProgrammeTables>(tx).selectFrom('programme.partner')
    .select(['id as partner', 'hub_id as hub', 'organization_id as organization', 'role', 'since as from', 'until as to'])
    .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('since').orderBy('id').execute();
  const bodies = new Map((await organizationsByIds(tx, rows.flatMap(({ organization }) => organization ?? []))).map((body) => [body.id, body.names]));
  const hubs = rows.some(({ hub }) => hub) ? new Map((await hubsOf(tx)).map(({ id, names }) => [id, names])) : new Map<string, Multilingual>();
  return rows.map((row) => ({ ...row, names: bodies.get(row.organization ?? '') ?? hubs.get(row.hub ?? '') ?? {} }));
}
