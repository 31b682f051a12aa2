import { z } from 'zod';
import { hubCard } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { walletHash, walletTokenText } from './wallet-link.ts';
import { type Wallets, walletsOf } from './wallets-of.ts';

const nothing: Wallets = { wallets: [], purchases: [] };

/**
 * Her own wallets by her link: what is left, until when, for what, and what moved. Whoever was given a card reads them with its digits (`open-wallet`), whether that
 * card is in use or stopped: else a link in another's hand would tell what the digits keep. It names nobody. Nothing without a live link.
 */
export const ownWallet = query({
  name: 'own-wallet',
  says: 'Shows a person her own wallets by her link, or that her digits open them.',
  input: z.strictObject({ token: walletTokenText() }),
  link: ({ token }) => walletHash(token),
  run: async (asking, { token }) => {
    const { tx, network, absent } = asking;
    const door = await tx.selectFrom('currency.wallet_door').select(['person_id', 'hub_id']).where('network_id', '=', network).where('hash', '=', walletHash(token)).where('ended_at', 'is', null).executeTakeFirst();
    if (!door) return absent();
    const hub = (await hubCard(tx, door.hub_id)) ?? absent();
    const card = await tx.selectFrom('currency.card').select('id').where('network_id', '=', network).where('hub_id', '=', door.hub_id).where('person_id', '=', door.person_id).limit(1).executeTakeFirst();
    const place = { id: hub.id, names: hub.names, phone: hub.phone, country: hub.country, timeZone: hub.timeZone };
    return { hub: place, closed: card !== undefined, ...(card ? nothing : await walletsOf(asking, door)) };
  },
});
