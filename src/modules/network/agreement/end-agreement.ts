import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { action, type NetworkTables } from '../network.ts';
import { ownAgreement } from './own-agreement.ts';

type Standing = 'standing' | 'suspended' | 'terminated';

const input = z.strictObject({ agreement: id() });

async function move(doing: Doing<NetworkTables>, agreement: string, from: readonly string[], to: Standing, name: string) {
  const { tx, network, now, refuse, record } = doing;
  const { hub_id: hub, standing } = await ownAgreement(doing, agreement);
  if (!from.includes(standing)) refuse('wrong-step');
  await tx
    .updateTable('network.agreement').set({ standing: to, standing_since: now, ...(standing === 'renewed' ? { renewed_by_id: null } : {}) })
    .where('network_id', '=', network).where('id', '=', agreement).execute();
  await record({ name, subject: agreement, hub });
  return { agreement };
}

/** Suspends an agreement: what it opens closes at once. */
export const suspendAgreement = action({
  name: 'suspend-agreement',
  says: 'Suspends an agreement: what it opens closes at once.',
  input,
  refuses: ['wrong-step'],
  run: (doing, { agreement }) => move(doing, agreement, ['standing'], 'suspended', 'agreement-suspended'),
});

/** Ends a suspension. */
export const resumeAgreement = action({
  name: 'resume-agreement',
  says: 'Ends the suspension of an agreement.',
  input,
  refuses: ['wrong-step'],
  run: (doing, { agreement }) => move(doing, agreement, ['suspended'], 'standing', 'agreement-resumed'),
});

/** Ends an agreement before its last day, for good. */
export const terminateAgreement = action({
  name: 'terminate-agreement',
  says: 'Ends an agreement for good.',
  input,
  refuses: ['wrong-step'],
  run: (doing, { agreement }) => move(doing, agreement, ['standing', 'suspended', 'renewed'], 'terminated', 'agreement-terminated'),
});
