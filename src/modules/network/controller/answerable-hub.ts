import type { Asking } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { managesNetwork } from '../managed-hub.ts';

/** The hubs whose data protection she looks after as its officer. */
const watched = (actor: Actor): readonly string[] => actor.roles.filter(({ role }) => role === 'dpo').flatMap(({ hubs }) => hubs);

/** The hub whose controllers she may name: any for an administrator, her own for its manager, those she watches for a dpo; else absent. */
export function answerableHub({ actor, absent }: Pick<Asking<unknown>, 'actor' | 'absent'>, wanted?: string | null): string {
  const hub = wanted ?? actor.hub;
  if (!hub) return absent();
  const manages = actor.hub === hub && actor.roles.some(({ role, scope, scopeId }) => role === 'hub_manager' && scope === 'hub' && scopeId === hub);
  return managesNetwork(actor) || manages || watched(actor).includes(hub) ? hub : absent();
}

/** The hub such a page is about when none is named: where she stands, or the only one she watches. */
export function usualHub(actor: Actor): string | undefined {
  const [only, ...more] = watched(actor);
  return actor.hub ?? (more.length === 0 ? only : undefined);
}
