import type { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { GRANT_MS } from '../codes.ts';
import { action, type ConfidentialTables } from '../confidential.ts';
import { newFileCode, readCode } from '../file-code.ts';
import { sealIn } from '../file-seal.ts';
import { markOfCode, markOfPerson, sameMarks } from '../marks.ts';
import { openPointer } from '../pointer.ts';
import { lockedOut, standingOf } from '../standing.ts';
import { openFileInput } from './open-file.input.ts';

/**
 * Opens a protected file for somebody: from a hand-over that I took, by her file code, or by a name she chooses. I may work in it for
 * thirty days; then somebody else must agree again. A file that a colleague already has for her is not looked for: it stays hidden.
 */
export const openFile = action({
  name: 'open-file',
  says: 'Opens a protected file and lets me work in it for thirty days.',
  input: openFileInput,
  refuses: ['not-trained', 'frozen', 'handover-of-another', 'code-unknown', 'already-mine'],
  run: async (doing, given) => {
    const { tx, network, hub, now, actor, record, refuse } = doing;
    const standing = await standingOf(doing);
    const locked = lockedOut(standing, now);
    if (locked) refuse(locked);
    const { person, givenBy } = await about(doing, given);
    const [file, code] = [newId(now.getTime()), newFileCode()];
    const mark = person ? markOfPerson(doing, person) : markOfCode(doing, code);
    // To whom she keeps out she is absent, like somebody who never came.
    if (standing.keptOutBy.has(mark.toString('hex'))) return given.code ? refuse('code-unknown', {}, 'code') : doing.absent();
    if (person && (await tx.selectFrom('confidential.file').select('id').where('network_id', '=', network).where('mark', 'in', await sameMarks(doing, mark)).where('closed_at', 'is', null).executeTakeFirst())) {
      refuse('already-mine', {}, given.code ? 'code' : undefined);
    }
    const at = { network_id: network, hub_id: hub, mark };
    const sealed = await sealIn(doing, { table: 'file', column: 'sealed', row: file, file, hub }, { called: given.called, person });
    await tx.insertInto('confidential.file').values({
      ...at, id: file, kind: given.kind, code, sealed, opened_by: actor.account!, opened_at: now, handover_id: given.handover ?? null,
    }).execute();
    await tx.insertInto('confidential.counted_file').values({ ...at, file_id: file, opened_at: now }).execute();
    await tx.insertInto('confidential.file_grant').values({
      ...at, id: newId(now.getTime()), file_id: file, code, account_id: actor.account!, actions: ['read', 'write'], purpose: 'accompany',
      basis: givenBy ? 'handover' : 'opened', granted_by: givenBy, from_at: now, until_at: new Date(now.getTime() + GRANT_MS),
    }).execute();
    await record({ name: 'file-opened', subject: file, body: { via: given.handover ? 'handover' : person ? 'code' : 'name' } });
    return { file };
  },
});

/** Whom the file is about, and who handed her over (when that was somebody else: nobody gives herself a grant). */
async function about(doing: Doing<ConfidentialTables>, { handover, code }: z.output<typeof openFileInput>): Promise<{ person: string | null; givenBy: string | null }> {
  const { tx, network, hub, actor, absent, refuse } = doing;
  if (handover) {
    const row = await tx.selectFrom('confidential.handover').select(['id', 'key_owner_id', 'pointer', 'given_by', 'taken_by'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', handover).executeTakeFirst();
    if (!row) return absent();
    if (row.taken_by !== actor.account) return refuse('handover-of-another');
    const { person, ticket } = await openPointer(doing, row);
    const visit = ticket && !person
      ? await tx.selectFrom('confidential.visit').select('person_id').where('network_id', '=', network).where('id', '=', ticket).executeTakeFirst() : undefined;
    return { person: person ?? visit?.person_id ?? null, givenBy: row.given_by === actor.account ? null : row.given_by };
  }
  if (!code) return { person: null, givenBy: null };
  const known = await tx.selectFrom('confidential.known_person').select('id').where('network_id', '=', network).where('code', '=', readCode(code)).executeTakeFirst();
  return known ? { person: known.id, givenBy: null } : refuse('code-unknown', {}, 'code');
}
