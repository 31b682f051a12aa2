import { z } from 'zod';
import { hubCard } from '#modules/network/public.ts';
import { cardOfDoor } from '../card/known-card.ts';
import { pinText } from '../card/pin.ts';
import { action } from '../currency.ts';
import { provePin } from '../till/prove-pin.ts';
import { walletHash, walletTokenText } from './wallet-link.ts';
import { smallPartOf, walletsOf } from './wallets-of.ts';

/**
 * Opens her wallets to whoever has her link and types the digits of her card. Her other digits, for when she is forced, show a small part and are answered like
 * hers: the same page, the same time, the same event. Wrong ones are an answer and count. Refuses when the card is stopped.
 */
export const openWallet = action({
  name: 'open-wallet',
  says: 'Shows a person her own wallets by her link and the digits of her card.',
  input: z.strictObject({ token: walletTokenText(), digits: pinText() }),
  refuses: ['till-card-stopped'],
  link: ({ token }) => walletHash(token),
  remembers: false,
  run: async (doing, { token, digits }) => {
    const { tx, absent, refuse, record } = doing;
    const card = await cardOfDoor(doing, token);
    if (card?.state !== 'active') return refuse('till-card-stopped');
    const proved = await provePin(doing, card, digits);
    if (proved.answer === 'wrong-pin') return proved;
    const hub = (await hubCard(tx, card.hub_id)) ?? absent();
    const all = await walletsOf(doing, card);
    const small = await smallPartOf(doing, card, all);
    await record({ name: 'wallet-opened', subject: card.id, hub: card.hub_id, body: {} });
    return { answer: 'open' as const, hub: { id: hub.id, names: hub.names, phone: hub.phone, country: hub.country, timeZone: hub.timeZone }, ...(proved.forced ? small : all) };
  },
});
