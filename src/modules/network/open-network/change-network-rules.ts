import { z } from 'zod';
import { maybe, wholeNumber } from '#core/input.ts';
import { action } from '../network.ts';

/** Changes the rules a network may set itself, e.g. one reference incubator per region (domain.md 2.13). */
export const changeNetworkRules = action({
  name: 'change-network-rules',
  says: 'Changes how many reference incubators a region may have.',
  input: z.strictObject({ reference_incubators_per_region: maybe(wholeNumber(0, 99)) }),
  run: async ({ tx, network, record, absent }, { reference_incubators_per_region: most = null }) => {
    const changed = await tx
      .updateTable('network.network')
      .set({ rules: { reference_incubators_per_region: most } })
      .where('network_id', '=', network)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) absent();
    await record({ name: 'network-rules-changed', subject: network, body: { reference_incubators_per_region: most } });
    return { network };
  },
});
