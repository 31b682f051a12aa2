import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id, maybe, text, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action, type ConfidentialTables } from '../confidential.ts';
import { readCode } from '../file-code.ts';
import { openLabel, sealIn } from '../file-seal.ts';
import { heldFile } from '../held-file.ts';
import { handoverMark, sameMarks } from '../marks.ts';

/**
 * Writes down somebody whom she keeps out: that colleague or person never sees, counts, finds, opens in an emergency or hears of her
 * files, at any hub, from this moment on and whatever else was granted. `ordinary` hides her everyday sheet from the colleague too.
 */
export const keepOut = action({
  name: 'keep-out',
  says: 'Writes down who must never learn of her file.',
  input: z.strictObject({ file: id(), account: maybe(id()), code: maybe(text(20)), named: text(200), tie: maybe(text(200)), ordinary: yes() }),
  refuses: ['read-only', 'file-closed', 'keep-out-oneself', 'code-unknown', 'colleague-unknown', 'already-kept-out'],
  run: async (doing, { file, account = null, code, named, tie = null, ordinary }) => {
    const { tx, network, now, actor, record, refuse } = doing;
    const row = await heldFile(doing, file);
    if (account === actor.account) refuse('keep-out-oneself', {}, 'account');
    if (account && !(await tx.selectFrom('confidential.colleague').select('id').where('network_id', '=', network).where('id', '=', account).executeTakeFirst())) refuse('colleague-unknown', {}, 'account');
    const person = code
      ? (await tx.selectFrom('confidential.known_person').select('id').where('network_id', '=', network).where('code', '=', readCode(code)).executeTakeFirst()) ?? refuse('code-unknown', {}, 'code')
      : null;
    const twice = account && (await tx.selectFrom('confidential.exclusion').select('id')
      .where('network_id', '=', network).where('file_id', '=', file).where('account_id', '=', account).where('ended_at', 'is', null).executeTakeFirst());
    if (twice) refuse('already-kept-out', {}, 'account');
    const { person: herself } = await openLabel(doing, row);
    const exclusion = newId(now.getTime());
    const wish = ordinary && account && herself ? await hideHerself(doing, account, herself) : null;
    await tx.insertInto('confidential.exclusion').values({
      network_id: network, id: exclusion, hub_id: row.hub_id, file_id: file, mark: row.mark, handover_mark: herself ? handoverMark(doing, herself) : null,
      account_id: account, person_id: person?.id ?? null, conflict_id: wish, added_by: actor.account!, since: now,
      label: await sealIn(doing, { table: 'exclusion', column: 'label', row: exclusion, file, hub: row.hub_id }, { named, tie }),
    }).execute();
    // What that colleague asked for before, and nobody answered yet, reaches nobody any more; to her it looks as it did.
    if (account) {
      await tx.updateTable('confidential.key_request').set({ voided: true, voided_at: sql`now()` }).where('network_id', '=', network).where('kind', '=', 'emergency')
        .where('mark', 'in', await sameMarks(doing, row.mark)).where('asked_by', '=', account).where('voided', '=', false)
        .where('approved_at', 'is', null).where('declined_at', 'is', null).execute();
    }
    await record({ name: 'kept-out', subject: file, body: { exclusion } });
    return { file };
  },
});

/** Her everyday sheet, and every file that is one with it, is absent to that colleague by this wish. */
async function hideHerself({ tx, network, now }: Doing<ConfidentialTables>, account: string, herself: string): Promise<string> {
  const wish = newId(now.getTime());
  await tx.insertInto('people.conflict').values({ network_id: network, id: wish, account_id: account, person_id: herself, since: now }).execute();
  return wish;
}
