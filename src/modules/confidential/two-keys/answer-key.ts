import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { EMERGENCY_MS, GRANT_MS } from '../codes.ts';
import { action } from '../confidential.ts';
import { lockedOut, standingOf } from '../standing.ts';
import { keyAnswer } from './key-answer.ts';

/**
 * Turns the second key for a colleague, or says no. An emergency opens for four hours, to read only, and stands from this moment on
 * the pages of the supervisor and the data protection officer; a renewal is a grant of thirty days. I learn nothing of the file.
 */
export const answerKey = action({
  name: 'answer-key',
  says: 'Agrees or not that a colleague opens a protected file.',
  input: z.strictObject({ request: id(), answer: choice(['agree', 'decline']) }),
  refuses: ['not-trained', 'frozen', 'own-request', 'lapsed', 'already-answered'],
  run: async (doing, { request, answer }) => {
    const { tx, network, now, actor, record, refuse, absent } = doing;
    const row = await tx.selectFrom('confidential.key_request').selectAll()
      .where('network_id', '=', network).where('id', '=', request).executeTakeFirst();
    if (!row) return absent();
    const may = keyAnswer({ askedBy: row.asked_by, lapsesAt: row.lapses_at, approvedAt: row.approved_at, declinedAt: row.declined_at }, actor.account!, now);
    if (may !== 'may') refuse(may);
    const locked = lockedOut(await standingOf(doing), now);
    if (locked) refuse(locked);
    const agreed = answer === 'agree';
    const turned = await tx.updateTable('confidential.key_request')
      .set(agreed
        ? { approved_by: actor.account, approved_at: now, until_at: row.kind === 'emergency' ? new Date(now.getTime() + EMERGENCY_MS) : null }
        : { declined_by: actor.account, declined_at: now })
      .where('network_id', '=', network).where('id', '=', request).where('approved_at', 'is', null).where('declined_at', 'is', null).executeTakeFirst();
    if (turned.numUpdatedRows === 0n) refuse('already-answered');
    if (agreed && row.kind === 'renewal') {
      await tx.insertInto('confidential.file_grant').values({
        network_id: network, id: newId(now.getTime()), file_id: row.file_id!, hub_id: row.hub_id, code: row.code!, mark: row.mark, account_id: row.asked_by,
        actions: ['read', 'write'], purpose: 'accompany', basis: 'second_key', granted_by: actor.account!, from_at: now, until_at: new Date(now.getTime() + GRANT_MS),
      }).execute();
    }
    await record({ name: agreed ? 'key-turned' : 'key-declined', subject: request, body: { kind: row.kind } });
    return { request };
  },
});
