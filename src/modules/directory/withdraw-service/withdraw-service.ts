import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { action } from '../directory.ts';
import { ownService } from '../entry/own-service.ts';

/** Why a service leaves the directory. */
export const withdrawalReasons = ['ended', 'moved', 'twice', 'unsafe'] as const;

/** Takes a service out of the directory for good: nobody is sent there any more; what was done with it stays. */
export const withdrawService = action({
  name: 'withdraw-service',
  says: 'Take a service out of the directory',
  input: z.strictObject({ service: id(), reason: choice(withdrawalReasons) }),
  run: async (doing, { service, reason }) => {
    const { tx, now, network, record } = doing;
    const row = await ownService(doing, service);
    await tx
      .updateTable('directory.service')
      .set({ status: 'defunct', status_reason: reason, version: row.version + 1, updated_at: now })
      .where('network_id', '=', network)
      .where('id', '=', service)
      .execute();
    await record({ name: 'service-withdrawn', subject: service, body: { reason } });
    return { service };
  },
});
