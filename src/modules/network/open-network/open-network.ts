import { action } from '../network.ts';
import { openNetworkInput } from './open-network.input.ts';

/** Opens the network the actor names; the console and the demo loader do it once, on an empty folder. */
export const openNetwork = action({
  name: 'open-network',
  says: 'Opens a network of hubs.',
  input: openNetworkInput,
  refuses: ['network-already-open'],
  run: async ({ tx, network, now, record, refuse }, { names, countries, demo, reference_incubators_per_region }) => {
    const opened = await tx
      .insertInto('network.network')
      .values({
        network_id: network, names, countries, demo, opened_at: now,
        rules: { reference_incubators_per_region: reference_incubators_per_region ?? null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('network_id')
      .executeTakeFirst();
    if (!opened) refuse('network-already-open');
    await record({ name: 'network-opened', subject: network, body: { countries } });
    return { network };
  },
});
