import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { fold } from '#core/text/fold.ts';
import type { NetworkTables } from '../network.ts';
import { type OrganizationCard, organizationRows, toOrganization } from './organization-card.ts';

const MOST = 20;

/**
 * The bodies whose name in any language holds what was typed, in any Arabic or French spelling; at most 20, best first.
 * An empty text gives nothing. The registry of a network holds hundreds of bodies, not millions: it is read whole.
 */
export async function organizationSearch(tx: AnyTx, typed: string): Promise<OrganizationCard[]> {
  const wanted = fold(typed).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  const rows = await organizationRows(within<NetworkTables>(tx)).orderBy(sql`organization.registered_at`).execute();
  return rows
    .map((row) => ({ row, rank: rankOf(Object.values(row.names), wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ row }) => toOrganization(row));
}

function rankOf(names: readonly (string | undefined)[], wanted: readonly string[]): number {
  const ranks = names.map((name) => {
    const folded = ` ${fold(name ?? '')}`;
    if (!wanted.every((word) => folded.includes(word))) return 0;
    return wanted.filter((word) => folded.includes(` ${word}`)).length + 1;
  });
  return Math.max(0, ...ranks);
}
