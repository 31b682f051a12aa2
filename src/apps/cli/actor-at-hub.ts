import type { Actor, RoleCode } from '#core/actor.ts';
import { isUuid } from '#core/id.ts';
import { InvalidInput, Refusal } from '#core/refusal.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { actorOfToken, consoleActor } from '#modules/network/public.ts';
import type { OpenHadina } from '../open-hadina.ts';
import { findHomeNetwork } from '../web/home-network.ts';

const roles: readonly RoleCode[] = ['hub_manager', 'supervisor'];

/**
 * Who brings and takes files at the command: a token's own account, or the server's console, standing in one hub with the rights of
 * whoever leads it. Without a hub named, the oldest hub of the network.
 */
export async function actorAtHub({ house }: OpenHadina, { hub, token }: { readonly hub?: string; readonly token?: string }): Promise<Actor> {
  if (hub && !isUuid(hub)) throw new InvalidInput([{ field: 'hub', code: 'not-understood', values: {} }]);
  if (token) {
    const actor = await actorOfToken(house, token);
    if (!actor) throw new Refusal('core.sign-in-first');
    return { ...actor, app: 'cli', hub: hub ?? actor.hub };
  }
  const home = await findHomeNetwork(house);
  if (!home) throw new StartRefusal('no-network', {});
  const { rows } = await house.worker.query<{ id: string }>(
    'select id from network.hub where network_id = $1 and ($2::uuid is null or id = $2) order by id limit 1', [home.network, hub ?? null],
  );
  const at = rows[0]?.id;
  if (!at) throw new InvalidInput([{ field: 'hub', code: 'not-understood', values: {} }]);
  const console = consoleActor(home.network);
  return { ...console, hub: at, roles: [...console.roles, ...roles.map((role) => ({ role, scope: 'hub' as const, scopeId: at, hubs: [at] }))] };
}
