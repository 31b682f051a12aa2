import { z } from 'zod';
import { balanceOf } from '#modules/ledger/public.ts';
import { dayHere, hubCard } from '#modules/network/public.ts';
import { historyOf } from '../aid/history-of.ts';
import { standingOf } from '../aid/standing-of.ts';
import { query } from '../currency.ts';
import { paymentsOf } from '../till/payments-of.ts';
import { walletHash, walletTokenText } from './wallet-link.ts';

/** How many movements of each wallet her page tells. */
const LINES = 20;

/** Her own wallets by her link: what is left, until when, for what, and what moved. It names nobody. Nothing without a live link. */
export const ownWallet = query({
  name: 'own-wallet',
  says: 'Shows a person her own wallets by her link.',
  input: z.strictObject({ token: walletTokenText() }),
  link: ({ token }) => walletHash(token),
  run: async (asking, { token }) => {
    const { tx, network, absent, now } = asking;
    const door = await tx.selectFrom('currency.wallet_door').select(['person_id', 'hub_id']).where('network_id', '=', network).where('hash', '=', walletHash(token)).where('ended_at', 'is', null).executeTakeFirst();
    if (!door) return absent();
    const rows = await tx.selectFrom('currency.aid as a').innerJoin('currency.programme as p', (join) => join.onRef('p.network_id', '=', 'a.network_id').onRef('p.id', '=', 'a.programme_id'))
      .innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'p.network_id').onRef('i.id', '=', 'p.instrument_id'))
      .select(['a.id', 'a.hub_id', 'a.state', 'a.amount_minor', 'a.expires_on', 'p.names', 'p.categories', 'i.id as instrument', 'i.currency']).where('a.network_id', '=', network).where('a.person_id', '=', door.person_id)
      .where('a.granted_at', 'is not', null).orderBy('a.granted_at', 'desc').execute();
    const hub = (await hubCard(tx, door.hub_id)) ?? absent();
    const today = await dayHere({ tx, network, actor: { hub: door.hub_id }, now });
    const wallets = [];
    for (const row of rows) {
      const { balance, held } = (await balanceOf(asking, row.instrument, row.id)) ?? absent();
      const over = row.state === 'loaded' && row.expires_on! < today;
      wallets.push({
        id: row.id, names: row.names, instrument: row.instrument, currency: row.currency, free: balance - held, held, until: row.expires_on!, categories: row.categories,
        standing: over ? ('expired' as const) : standingOf(row.state, Number(row.amount_minor), balance), history: await historyOf(asking, row.instrument, row.id, LINES),
      });
    }
    const card = await tx.selectFrom('currency.card').select('id').where('network_id', '=', network).where('hub_id', '=', door.hub_id).where('person_id', '=', door.person_id).where('state', '=', 'active').executeTakeFirst();
    return { hub: { id: hub.id, names: hub.names, phone: hub.phone, country: hub.country, timeZone: hub.timeZone }, wallets, pays: card !== undefined, purchases: await paymentsOf(asking, door.person_id, LINES) };
  },
});
