import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id } from '#core/input.ts';
import { knownAid } from '../aid/known-aid.ts';
import { action } from '../currency.ts';
import { walletHash, walletToken } from './wallet-link.ts';

/**
 * Gives whoever carries an aid a link that opens her own wallets, to read and nothing else; the link before it ends. It is shown once and kept nowhere:
 * whoever lost it is given another. What is paid with is a card or a voucher, never this link.
 */
export const giveWalletLink = action({
  name: 'give-wallet-link',
  says: 'Gives a person the link by which she reads her own wallet.',
  input: z.strictObject({ aid: id() }),
  remembers: false,
  run: async (doing, { aid: of }) => {
    const { tx, network, now, actor, blind, record } = doing;
    const aid = await knownAid(doing, of);
    await tx.updateTable('currency.wallet_door').set({ ended_at: now }).where('network_id', '=', network).where('person_id', '=', aid.person_id).where('ended_at', 'is', null).execute();
    const door = newId(now.getTime());
    const token = walletToken(blind, door);
    await tx.insertInto('currency.wallet_door').values({ network_id: network, id: door, hub_id: aid.hub_id, person_id: aid.person_id, hash: walletHash(token), made_at: now, made_by: actor.account }).execute();
    await record({ name: 'wallet-link-given', subject: of, person: aid.person_id, body: {} });
    return { aid: of, token };
  },
});
