import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../directory.ts';
import { ownService } from '../entry/own-service.ts';

const day = 86_400_000;

/** Says that somebody checked an entry today and that it is right; it is fresh again for 180 days (features C2). */
export const verifyService = action({
  name: 'verify-service',
  says: 'Confirm that the entry of a service is right',
  input: z.strictObject({ service: id() }),
  run: async (doing, { service }) => {
    const { tx, now, network, actor, record } = doing;
    const row = await ownService(doing, service);
    await tx
      .updateTable('directory.service')
      .set({ verified_at: now, verified_by: actor.account })
      .where('network_id', '=', network)
      .where('id', '=', service)
      .execute();
    const days = Math.max(0, Math.floor((now.getTime() - row.verified_at.getTime()) / day));
    await record({ name: 'service-verified', subject: service, body: { days_since_last: days } });
    return { service };
  },
});
