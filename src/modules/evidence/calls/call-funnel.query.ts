import { z } from 'zod';
import { type Actor, type RoleCode, rolesAt } from '#core/actor.ts';
import { id } from '#core/input.ts';
import { personReaders } from '#core/policy/reach.ts';
import { type CountedCall, countedCalls, countSteps } from '#modules/incubation/public.ts';
import { query } from '../evidence.ts';
import { figureReaders } from '../reading/reading.ts';
import { keptSteps } from './kept-steps.ts';
import { roadsOutside } from './roads-outside.ts';
import { openSince, sayingSteps } from './said-steps.ts';

/** Who reads the steps of calls: whoever reads figures, and who decides on money at the hub. */
export const callFigureReaders: readonly RoleCode[] = [...figureReaders, 'funding_officer', 'trainer'];

const staff: readonly RoleCode[] = [...personReaders, 'funding_officer', 'coach', 'trainer'];
const ofNetwork: readonly RoleCode[] = ['network_admin', 'ministry_viewer', 'donor_viewer'];

/** How somebody reads a call: exactly at its own hub, with small numbers kept back over its region or the network, or not at all. */
export function readsCall(actor: Actor, { hub, region }: Pick<CountedCall, 'hub' | 'region'>): 'exact' | 'kept' | undefined {
  if (actor.hub === hub && rolesAt(actor, hub).some(({ scope, role }) => scope === 'hub' && staff.includes(role))) return 'exact';
  const over = actor.roles.some(({ role, scope, scopeId }) => ofNetwork.includes(role) || (role === 'regional_coordinator' && scope === 'region' && scopeId === region));
  return over ? 'kept' : undefined;
}

/** The road of one call: registered, selected, trained, accompanied, funded, created, alive after twelve months, in all and by place. */
export const callFunnel = query({
  name: 'call-funnel',
  says: 'Shows how many persons came how far in a call.',
  login: 'report',
  input: z.strictObject({ call: id() }),
  run: async ({ tx, network, actor, now, absent }, { call: wanted }) => {
    const [call] = await countedCalls(tx, network, { call: wanted });
    const reads = call && readsCall(actor, call);
    if (!call || !reads) return absent();
    if (reads === 'exact') return { call, exact: true, ...keptSteps((await countSteps(tx, { network, calls: [call.id] })).filter((count) => count.call === call.id)) };
    const roads = roadsOutside(await countedCalls(tx, network), await countSteps(tx, { network, before: openSince(now) }), await sayingSteps(tx, network, now));
    return { call, exact: false, ...roads.call(call.id) };
  },
});
