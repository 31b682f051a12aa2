import { z } from 'zod';
import { id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { REQUEST_MS } from '../codes.ts';
import { action } from '../confidential.ts';
import { lockedOut, standingOf } from '../standing.ts';

/** Asks a colleague to agree that I go on with a file I held: my grant ends, or has ended. She learns neither name nor content. */
export const askRenewal = action({
  name: 'ask-renewal',
  says: 'Asks another protection officer to agree that I go on with a file for thirty days.',
  input: z.strictObject({ file: id() }),
  refuses: ['not-trained', 'frozen', 'already-asked'],
  run: async (doing, { file }) => {
    const { tx, network, hub, now, actor, record, refuse, absent } = doing;
    const standing = await standingOf(doing);
    const locked = lockedOut(standing, now);
    if (locked) refuse(locked);
    const held = await tx.selectFrom('confidential.file_grant').select(['code', 'mark'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('file_id', '=', file).where('account_id', '=', actor.account!).executeTakeFirst();
    if (!held || standing.keptOutBy.has(held.mark.toString('hex'))) return absent();
    const waiting = await tx.selectFrom('confidential.key_request').select('id')
      .where('network_id', '=', network).where('asked_by', '=', actor.account!).where('file_id', '=', file)
      .where('approved_at', 'is', null).where('declined_at', 'is', null).where('lapses_at', '>', now).executeTakeFirst();
    if (waiting) refuse('already-asked');
    const request = newId(now.getTime());
    await tx.insertInto('confidential.key_request').values({
      network_id: network, id: request, hub_id: hub, kind: 'renewal', mark: held.mark, file_id: file, code: held.code, reason: 'goes_on', words: null,
      voided: false, asked_by: actor.account!, asked_at: now, lapses_at: new Date(now.getTime() + REQUEST_MS),
    }).execute();
    await record({ name: 'renewal-asked', subject: request });
    return { request };
  },
});
