import { z } from 'zod';
import { choice, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { countries } from '#core/words/locale.ts';
import { action } from '../people.ts';

export const dutyDecisions = ['applies', 'does-not-apply', 'undecided'] as const;

/**
 * Keeps what a human decided, after advice, about the duty to alert an authority of a child in danger in a country (domain.md rule 2).
 * Software never decides it; a later decision stands beside the earlier ones.
 */
export const decideDutyToAlert = action({
  name: 'decide-duty-to-alert',
  says: 'Decides whether staff of a country must alert an authority about a child in danger.',
  input: z.strictObject({ country: choice(countries), decision: choice(dutyDecisions), reason: text(2_000) }),
  run: async ({ tx, network, now, actor, record }, { country, decision, reason }) => {
    const id = newId(now.getTime());
    await tx.insertInto('people.alert_duty').values({ network_id: network, id, country, decision, reason, decided_at: now, decided_by: actor.account }).execute();
    await record({ name: 'duty-to-alert-decided', subject: id, hub: null, body: { country, decision } });
    return { decision: id };
  },
});
