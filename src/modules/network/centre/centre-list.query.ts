import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { choice, id, maybe } from '#core/input.ts';
import { managesNetwork } from '../managed-hub.ts';
import { type NetworkTables, query } from '../network.ts';
import { territoryCodesWithin } from '../territory/territory-card.ts';
import { standardOf } from './service-standard.ts';

const states = ['existing', 'works', 'upgraded'] as const;

/** The inventory the reader looks after: all of it, her region's, or her hub's; with how much of the checklist each centre meets. */
export const centreList = query({
  name: 'centre-list',
  says: 'The social centres, their state and condition.',
  input: z.strictObject({ state: maybe(choice(states)) }),
  run: async (asking, { state }) => {
    const { network } = asking;
    const rows = await visible(asking, await reach(asking))
      .$if(state !== undefined, (q) => q.where('centre.state', '=', state!))
      .select((eb) => [
        'centre.id', 'centre.names', 'centre.kind', 'centre.territory_code as territory', 'centre.condition', 'centre.state', 'centre.desk_hub_id as desk', 'centre.standard',
        eb.selectFrom('network.centre_check as met').select((e) => e.fn.countAll<bigint>().as('n'))
          .where('met.network_id', '=', network).whereRef('met.centre_id', '=', 'centre.id').whereRef('met.standard', '=', 'centre.standard')
          .where('met.met', '=', true).as('met'),
      ])
      .orderBy('centre.territory_code').orderBy('centre.id')
      .execute();
    return rows.map(({ met, standard, ...row }) => ({ ...row, met: Number(met ?? 0n), of: standardOf(standard).items.length }));
  },
});

/** One centre with its checklist, its works and what may be done next. */
export const centreSheet = query({
  name: 'centre-sheet',
  says: 'One social centre: checklist, works, desk.',
  input: z.strictObject({ centre: id() }),
  run: async (asking, { centre }) => {
    const { tx, network, absent } = asking;
    const row = await visible(asking, await reach(asking))
      .where('centre.id', '=', centre)
      .select([
        'centre.id', 'centre.names', 'centre.kind', 'centre.operator_id as operator', 'centre.territory_code as territory', 'centre.address',
        'centre.condition', 'centre.condition_on as conditionOn', 'centre.state', 'centre.standard', 'centre.keeper_hub_id as keeper',
        'centre.desk_hub_id as desk', 'centre.upgraded_on as upgradedOn',
      ])
      .executeTakeFirst();
    if (!row) return absent();
    const checks = await tx
      .selectFrom('network.centre_check').select(['item', 'met', 'checked_on as on'])
      .where('network_id', '=', network).where('centre_id', '=', centre).where('standard', '=', row.standard).execute();
    const works = await tx
      .selectFrom('network.centre_work').select(['id', 'titles', 'state', 'planned_on as plannedOn', 'started_on as startedOn', 'done_on as doneOn'])
      .where('network_id', '=', network).where('centre_id', '=', centre).orderBy('planned_on').orderBy('id').execute();
    const mine = managesNetwork(asking.actor) || asking.actor.roles.some(({ role, scopeId }) => role === 'hub_manager' && scopeId === row.keeper);
    return { ...row, checks, works, mine };
  },
});

interface Reach { readonly hub?: string | null; readonly regions?: readonly string[] }

/** Nothing means everything (administrators); else the manager's hub or the coordinator's regions. */
async function reach({ actor, tx }: Asking<NetworkTables>): Promise<Reach> {
  if (managesNetwork(actor)) return {};
  const regions = actor.roles.flatMap(({ role, scope, scopeId }) => (role === 'regional_coordinator' && scope === 'region' && scopeId ? [scopeId] : []));
  if (regions.length) return { regions: (await Promise.all(regions.map((code) => territoryCodesWithin(tx, code)))).flat() };
  return { hub: actor.hub };
}

const visible = ({ tx, network }: Asking<NetworkTables>, { hub, regions }: Reach) =>
  tx
    .selectFrom('network.centre as centre')
    .where('centre.network_id', '=', network)
    .$if(regions !== undefined, (q) => q.where('centre.territory_code', 'in', ['', ...regions!]))
    .$if(hub !== undefined, (q) => q.where((eb) => eb.or([eb('centre.keeper_hub_id', '=', hub!), eb('centre.desk_hub_id', '=', hub!)])));
