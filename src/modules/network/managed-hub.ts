import type { Asking } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';

/** Is she an administrator of the whole network? */
export const managesNetwork = (actor: Actor): boolean =>
  actor.roles.some(({ role, scope }) => role === 'network_admin' && scope === 'network');

/** The hub she manages: the one named for an administrator, the one where she stands for its manager; any other is absent. */
export function managedHub({ actor, absent }: Pick<Asking<unknown>, 'actor' | 'absent'>, wanted?: string | null): string {
  const hub = wanted ?? actor.hub;
  if (!hub) return absent();
  if (managesNetwork(actor)) return hub;
  const hers = actor.roles.some(({ role, scope, scopeId }) => role === 'hub_manager' && scope === 'hub' && scopeId === hub);
  return hers && actor.hub === hub ? hub : absent();
}

/** The hub that will keep what she makes: hers for a manager, none (the network itself) for an administrator who names none. */
export const keepingHub = (asking: Pick<Asking<unknown>, 'actor' | 'absent'>, wanted?: string | null): string | null =>
  managesNetwork(asking.actor) ? (wanted ?? null) : managedHub(asking, wanted);
