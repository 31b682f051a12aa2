import { z } from 'zod';
import { choice, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { emergencyReasons, REQUEST_MS } from '../codes.ts';
import { action } from '../confidential.ts';
import { readCode } from '../file-code.ts';
import { sealIn } from '../file-seal.ts';
import { markOfCode, markOfPerson } from '../marks.ts';
import { lockedOut, standingOf } from '../standing.ts';

/**
 * Asks for a second key, to read one protected file for four hours. Whether there is such a file is not looked at: any code is taken,
 * and the answer is always the same. She who is kept out may ask too; her request looks like any other to her and reaches nobody.
 */
export const askEmergency = action({
  name: 'ask-emergency',
  says: 'Asks another protection officer for the second key to one file, for four hours.',
  input: z.strictObject({ code: text(20), reason: choice(emergencyReasons), words: text(2_000) }),
  refuses: ['not-trained', 'frozen'],
  run: async (doing, { code, reason, words }) => {
    const { tx, network, hub, now, actor, record, refuse } = doing;
    const standing = await standingOf(doing);
    const locked = lockedOut(standing, now);
    if (locked) refuse(locked);
    const typed = readCode(code);
    const known = await tx.selectFrom('confidential.known_person').select('id').where('network_id', '=', network).where('code', '=', typed).executeTakeFirst();
    const mark = known ? markOfPerson(doing, known.id) : markOfCode(doing, typed);
    const request = newId(now.getTime());
    await tx.insertInto('confidential.key_request').values({
      network_id: network, id: request, hub_id: hub, kind: 'emergency', mark, file_id: null, code: null, reason,
      words: await sealIn(doing, { table: 'key_request', column: 'words', row: request, file: request, hub }, words),
      voided: standing.keptOutBy.has(mark.toString('hex')), asked_by: actor.account!, asked_at: now, lapses_at: new Date(now.getTime() + REQUEST_MS),
    }).execute();
    await record({ name: 'emergency-asked', subject: request, body: { reason } });
    return { request };
  },
});
