import { sql } from 'kysely';
import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { managesNetwork, managedHub } from '../managed-hub.ts';
import { query } from '../network.ts';
import { liveRole } from './live-role.ts';

/** The colleagues of a hub with their roles: those it invited and those who hold a role there. For the whole network without hub. */
export const staffList = query({
  name: 'staff-list',
  says: 'The colleagues of a hub, their roles and until when.',
  input: z.strictObject({ hub: maybe(id()) }),
  run: async (asking, { hub: wanted }) => {
    const { tx, network, actor } = asking;
    const hub = managesNetwork(actor) ? (wanted ?? null) : managedHub(asking, wanted);
    const roles = await tx
      .selectFrom('network.held_role as held')
      .where('held.network_id', '=', network).where((eb) => eb.or([liveRole('held'), sql<boolean>`held.waits and held.revoked_at is null and held.until_at > now()`]))
      .$if(hub !== null, (q) => q.where('held.hub_id', '=', hub!))
      .select(['held.id', 'account_id', 'role', 'scope', 'hub_id', 'territory_code', 'organization_id', 'org_unit_id', 'until_at', 'waits', 'granted_by'])
      .orderBy('until_at')
      .execute();
    const holders = [...new Set(roles.map(({ account_id }) => account_id))];
    const accounts = await tx
      .selectFrom('network.account')
      .where('network_id', '=', network).where('kind', '=', 'staff').where('closed_at', 'is', null)
      .$if(hub !== null, (q) => q.where((eb) => eb.or([eb('home_hub_id', '=', hub!), ...(holders.length ? [eb('id', 'in', holders)] : [])])))
      .select(['id', 'name', 'login', 'home_hub_id as home', 'password_one_time as invited', 'second_step_at as secondStepAt'])
      .orderBy('name').orderBy('id')
      .execute();
    return accounts.map(({ secondStepAt, ...account }) => ({
      ...account,
      secondStep: secondStepAt !== null,
      ours: hub === null || account.home === hub,
      me: account.id === actor.account,
      roles: roles.filter(({ account_id }) => account_id === account.id)
        .map(({ id: grant, role, scope, hub_id, territory_code, until_at, waits, granted_by }) => ({
          grant, role, scope, hub: hub_id, territory: territory_code, until: until_at, waits, mineToConfirm: waits && granted_by !== actor.account && account.id !== actor.account,
        })),
    }));
  },
});
