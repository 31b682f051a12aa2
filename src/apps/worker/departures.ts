import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { sendReleased } from '#modules/messages/public.ts';
import { sendDelivery } from '#modules/webhooks/public.ts';

type Leave = (house: House, job: Actor, input: Readonly<Record<string, unknown>>) => Promise<void>;

/** Jobs that call another machine: they read, send with no transaction open, and write down by an action what came of it. */
export const departures: ReadonlyMap<string, Leave> = new Map([
  ['messages.send-message', (house, job, input) => sendReleased(house, job, input as { message: string })],
  ['webhooks.send-delivery', (house, job, input) => sendDelivery(house, job, input as { delivery: string })],
]);
