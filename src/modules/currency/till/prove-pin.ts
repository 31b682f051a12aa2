import type { Doing } from '#core/action.ts';
import type { KnownCard } from '../card/known-card.ts';
import { whichPin } from '../card/pin.ts';
import type { CurrencyTables } from '../currency.ts';

/** After so many wrong digits a card is locked until its holder stands at the desk. */
const TRIES = 3;

/** The digits were not hers: how many tries are left. It is an answer and no refusal, for a refusal would undo the count. */
export interface WrongPin { readonly answer: 'wrong-pin'; readonly left: number }

/** Proves her digits against a card that is in use and held by this action. Wrong ones are counted and written; right ones begin the count anew. */
export async function provePin({ tx, network, now, blind, record }: Doing<CurrencyTables>, card: KnownCard, pin: string): Promise<WrongPin | { readonly answer: 'right'; readonly forced: boolean }> {
  const which = await whichPin(blind, card, pin);
  const change = tx.updateTable('currency.card').where('network_id', '=', network).where('id', '=', card.id);
  if (which !== 'neither') {
    if (card.tries > 0) await change.set({ tries: 0 }).execute();
    return { answer: 'right', forced: which === 'forced' };
  }
  const left = TRIES - card.tries - 1;
  await change.set(left > 0 ? { tries: card.tries + 1 } : { tries: TRIES, state: 'locked', state_at: now, state_by: null }).execute();
  await record({ name: 'pin-wrong', subject: card.id, hub: card.hub_id, body: { left } });
  return { answer: 'wrong-pin', left };
}
