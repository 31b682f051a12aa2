import { z } from 'zod';
import { id, isoDate, multilingual, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../evidence.ts';

/** Writes down another network with which definitions are agreed, and the key by which its receipts are known. */
export const addNetwork = action({
  name: 'add-network',
  says: 'Writes down another network whose figures are read beside ours, and the key of its receipts.',
  input: z.strictObject({ other: id(), names: multilingual(200), public_key: text(60).refine((key) => /^[A-Za-z0-9_-]{43}$/.test(key), { message: 'not-understood' }), agreed_on: isoDate(), agreed_by: text(300) }),
  refuses: ['network-known', 'own-network'],
  run: async ({ tx, network, now, actor, refuse, record }, { other, names, public_key, agreed_on, agreed_by }) => {
    if (other === network) refuse('own-network', {}, 'other');
    if (await tx.selectFrom('evidence.other_network').select('id').where('network_id', '=', network).where('other_id', '=', other).executeTakeFirst()) refuse('network-known', {}, 'other');
    const row = newId(now.getTime());
    await tx.insertInto('evidence.other_network').values({
      network_id: network, id: row, other_id: other, names, public_key: Buffer.from(public_key, 'base64url'), agreed_on, agreed_by, added_at: now, added_by: actor.account,
    }).execute();
    await record({ name: 'network-added', subject: row, body: { other, key: public_key, agreed_on } });
    return { other };
  },
});
