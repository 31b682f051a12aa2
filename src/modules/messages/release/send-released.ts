import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act, ask } from '#core/pipeline.ts';
import type { Carried } from '../carriers/carrier.ts';
import { carrierFor } from '../carriers/carriers.ts';
import { messageDue } from './message-due.query.ts';
import { noteOutcome } from './note-outcome.ts';
import { releaseMessage } from './release-message.ts';

/**
 * Sends one message whose time has come: the gate lets it go in a transaction, it is carried with none open, and an action writes
 * down what came of it. Of a demo network nothing is carried anywhere.
 */
export async function sendReleased(house: House, job: Actor, { message }: { readonly message: string }): Promise<void> {
  const due = await ask(house, job, messageDue, { message });
  // The job is tried again later: by then the other try is over, or is known to have been cut off.
  if (due === 'being-sent') throw new Error(`Message ${message} is being sent`);
  if (due === 'no') return;
  const released = await act(house, job, releaseMessage, { message });
  if (!released) return;
  const { letter, demo } = released;
  if (demo) return void (await act(house, job, noteOutcome, { message, outcome: 'kept' }));
  const carried: Carried = (await carrierFor(letter.channel, house.outbound)?.carry(letter)) ?? { ok: false, reason: 'no-way-out', again: false };
  await act(house, job, noteOutcome, carried.ok ? { message, outcome: 'sent' } : { message, outcome: 'failed', reason: carried.reason, again: carried.again });
}
