import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../network.ts';
import { ownSession } from './own-session.ts';

/** Moves her screen to another hub where she holds a role; her roles elsewhere do not count there. */
export const chooseHub = action({
  name: 'choose-hub',
  says: 'Goes to stand in another hub.',
  input: z.strictObject({ hub: id() }),
  refuses: ['no-role-there'],
  run: async (doing, { hub }) => {
    const { tx, network, actor, refuse, record } = doing;
    const { session } = ownSession(doing);
    if (!actor.roles.some(({ scope, scopeId }) => scope === 'hub' && scopeId === hub)) refuse('no-role-there', {}, 'hub');
    await tx.updateTable('network.session').set({ hub_id: hub }).where('network_id', '=', network).where('id', '=', session).execute();
    await record({ name: 'hub-chosen', subject: session, hub, body: { hub } });
    return { hub };
  },
});
