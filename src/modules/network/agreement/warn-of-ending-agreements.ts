import { z } from 'zod';
import { action } from '../network.ts';
import { readAgreements } from './read-agreements.ts';

const thresholds = [30, 90] as const;

/** Warns once at 90 and once at 30 days before an agreement in force ends (rule 11); run every morning. */
export const warnOfEndingAgreements = action({
  name: 'warn-of-ending-agreements',
  says: 'Warns 90 and 30 days before an agreement ends.',
  input: z.strictObject({}),
  run: async (doing) => {
    const { tx, network, record } = doing;
    let warned = 0;
    for (const { id, hub, state, standing, daysLeft } of await readAgreements(doing)) {
      const days = thresholds.find((threshold) => daysLeft <= threshold);
      if (state !== 'in-force' || standing === 'renewed' || days === undefined) continue;
      const first = await tx
        .updateTable('network.agreement').set({ warned_days: days })
        .where('network_id', '=', network).where('id', '=', id)
        .where((eb) => eb.or([eb('warned_days', 'is', null), eb('warned_days', '>', days)]))
        .executeTakeFirst();
      if (first.numUpdatedRows === 0n) continue;
      await record({ name: 'agreement-ending-soon', subject: id, hub, body: { days } });
      warned++;
    }
    await record({ name: 'endings-looked-at', subject: network, body: { warned } });
    return { warned };
  },
});
