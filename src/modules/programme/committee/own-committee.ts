import type { Asking } from '#core/action.ts';
import { managesNetwork } from '#modules/network/public.ts';
import type { ProgrammeTables } from '../programme.ts';

/** What decides who runs a committee: the hub or the region it belongs to; neither: the whole network. */
export interface Seat { readonly hub: string | null; readonly territory: string | null }

const runners = ['hub_manager', 'supervisor', 'funding_officer'] as const;

/** May she run a committee of this place? An administrator any, a coordinator her region’s, whoever leads a hub or its money the one where she stands. */
export function runs({ actor }: Pick<Asking<unknown>, 'actor'>, { hub, territory }: Seat): boolean {
  if (managesNetwork(actor) || (actor.app === 'job' && !actor.account)) return true;
  if (territory) return actor.roles.some(({ role, scope, scopeId }) => role === 'regional_coordinator' && scope === 'region' && scopeId === territory);
  return hub !== null && actor.hub === hub && actor.roles.some(({ role, scope, scopeId }) => scope === 'hub' && scopeId === hub && (runners as readonly string[]).includes(role));
}

/** A committee that the actor runs, held until the end of the action; another one is absent, a closed one takes nothing more. */
export async function ownCommittee(asking: Asking<ProgrammeTables>, committee: string) {
  const { tx, network, absent, refuse } = asking;
  const row = await tx
    .selectFrom('programme.committee').select(['id', 'hub_id as hub', 'territory_code as territory', 'quorum', 'opened_on', 'closed_on'])
    .where('network_id', '=', network).where('id', '=', committee).executeTakeFirst();
  if (!row || !runs(asking, row)) return absent();
  await tx.selectFrom('programme.committee').select('id').where('network_id', '=', network).where('id', '=', committee).forUpdate().execute();
  if (row.closed_on) refuse('committee-closed');
  return row;
}
