import { z } from 'zod';
import { id } from '#core/input.ts';
import { openSecret } from '../subscription/secret.ts';
import { TRIAL } from '../subscription/offered-events.ts';
import { query } from '../webhooks.ts';

/** A message that waits: where it goes, what it says, the secrets that sign it. Null when there is nothing to send any more. */
export const deliveryToSend = query({
  name: 'delivery-to-send',
  says: 'A message that waits to be sent, for the job that sends it.',
  input: z.strictObject({ delivery: id() }),
  run: async (asking, { delivery }) => {
    const { tx, network, now } = asking;
    const row = await tx
      .selectFrom('webhooks.delivery as d')
      .innerJoin('webhooks.subscription as s', (join) => join.onRef('s.network_id', '=', 'd.network_id').onRef('s.id', '=', 'd.subscription_id'))
      .where('d.network_id', '=', network).where('d.id', '=', delivery).where('d.state', '=', 'waiting')
      .select(['s.id', 's.target', 's.state', 's.secret', 's.secret_before', 's.secret_before_until', 'd.tries', 'd.event_id', 'd.event_name', 'd.event_at', 'd.event_hub_id', 'd.subject_id'])
      .executeTakeFirst();
    // What was asked for by hand goes to a paused or disabled one too: that is how one finds out whether it answers again.
    if (!row || row.state === 'ended') return null;
    const former = row.secret_before && row.secret_before_until! > now ? [row.secret_before] : [];
    return {
      target: row.target, tries: row.tries,
      secrets: [row.secret, ...former].map((sealed) => openSecret(asking, row.id, sealed)),
      body: JSON.stringify({
        type: row.event_name, timestamp: row.event_at.toISOString(),
        data: row.event_name === TRIAL ? { id: row.event_id, trial: true } : { id: row.event_id, hub: row.event_hub_id, subject: row.subject_id },
      }),
    };
  },
});
