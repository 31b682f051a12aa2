import type { House } from '#core/house.ts';
import { carrierFor, type CarrierSettings } from '../carriers/carriers.ts';
import type { Carried } from '../carriers/carrier.ts';

/** What a telephone is answered that wrote itself a moment ago. */
export interface Reply { readonly id: string; readonly to: string; readonly text: string; readonly lang: string }

/**
 * Sends an answer to the telephone that has just written, by the gateway of the house; nothing when none is set up for text messages. The gate of safe contact is not
 * asked: she holds that telephone and wrote first, and nothing leaves but the answer to her words. Whoever begins a conversation goes through the outbox.
 */
export async function carryAnswer(house: Pick<House, 'outbound'>, reply: Reply, settings: CarrierSettings = process.env): Promise<Carried | null> {
  const letter = { ...reply, channel: 'sms' as const, subject: '' };
  return (await carrierFor('sms', house.outbound, settings)?.carry(letter)) ?? null;
}
