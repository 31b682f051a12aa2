import { type Actor, type RoleCode, rolesAt } from '#core/actor.ts';
import { personReaders } from '#core/policy/reach.ts';

/** Roles that read figures of many hubs without seeing people. */
const networkReaders: readonly RoleCode[] = ['network_admin', 'ministry_viewer', 'donor_viewer'];
/** Every role with a reading of the desk's figures. A coach reads them as the public does, and behind them the events of those she accompanies. */
export const figureReaders: readonly RoleCode[] = [...personReaders, ...networkReaders, 'regional_coordinator', 'coach'];
/** Who opens a figure to events: her hub's, or those of her own files. */
export const recordReaders: readonly RoleCode[] = [...personReaders, 'coach'];

/** Over what a figure is read. */
export const overs = ['hub', 'region', 'network'] as const;
export type Over = (typeof overs)[number];

/** One way in which somebody may read figures: exactly, at her own hub, or with small numbers hidden. */
export type Reading =
  | { readonly over: 'hub'; readonly exact: true; readonly hub: string }
  | { readonly over: 'region'; readonly exact: false; readonly region: string }
  | { readonly over: 'network'; readonly exact: false };

/** The readings open to this person, the narrowest first. Everyone may read what is public: the network with small numbers hidden. */
export function readingsOf(actor: Actor): readonly Reading[] {
  const atHub = actor.hub && rolesAt(actor, actor.hub).some(({ scope, role }) => scope === 'hub' && personReaders.includes(role));
  const regions = actor.roles.filter(({ role, scope }) => role === 'regional_coordinator' && scope === 'region');
  return [
    ...(atHub ? [{ over: 'hub', exact: true, hub: actor.hub! } as const] : []),
    ...regions.slice(0, 1).map(({ scopeId }) => ({ over: 'region', exact: false, region: scopeId! }) as const),
    { over: 'network', exact: false } as const,
  ];
}

/** Does she look over the whole network by number? What is kept back of one region is kept back for every reader, so she may read each. */
export const looksOverNetwork = (actor: Actor): boolean => actor.roles.some(({ role, scope }) => scope === 'network' && networkReaders.includes(role));

/** The reading asked for, or her narrowest one. `region`: which one, for who looks over the network; a coordinator reads her own. */
export function chooseReading(actor: Actor, over: Over | undefined, region?: string): Reading | undefined {
  if (over === 'region' && region !== undefined && looksOverNetwork(actor)) return { over, exact: false, region };
  const readings = readingsOf(actor);
  return over ? readings.find((reading) => reading.over === over) : readings[0];
}
