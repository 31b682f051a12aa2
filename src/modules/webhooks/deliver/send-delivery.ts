import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { OutboundRefused } from '#core/outbound/outbound.ts';
import { act, ask } from '#core/pipeline.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { deliveryToSend } from './delivery-to-send.query.ts';
import { noteAttempt } from './note-attempt.ts';
import { signature } from './sign.ts';

const WAIT_MS = 10_000;
const MOST_BYTES = 64 * 1024;

/**
 * Sends one waiting message: read, sent outside any transaction, then written down. Cut off in between it is sent again with the
 * same id, which the receiver knows.
 */
export async function sendDelivery(house: House, job: Actor, { delivery }: { readonly delivery: string }): Promise<void> {
  const message = await ask(house, job, deliveryToSend, { delivery });
  if (!message) return;
  const { target, body, secrets, tries } = message;
  const timestamp = Math.floor(houseTime().getTime() / 1_000);
  const began = performance.now();
  const outcome = await house.outbound.send(target, {
    method: 'POST', body, milliseconds: WAIT_MS, mostBytes: MOST_BYTES,
    headers: {
      'content-type': 'application/json; charset=utf-8', 'user-agent': 'Hadina', 'webhook-id': delivery,
      'webhook-timestamp': String(timestamp), 'webhook-signature': signature(secrets, { id: delivery, timestamp, body }),
    },
  }).then(({ status }) => ({ status }), (error: Error) => ({ fault: error instanceof OutboundRefused ? error.fault : 'unreachable' }));
  await act(house, job, noteAttempt, { delivery, tries, ...outcome, milliseconds: Math.round(performance.now() - began) });
}
