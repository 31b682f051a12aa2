import { z } from 'zod';
import { id, maybe, text, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../confidential.ts';
import { readCode } from '../file-code.ts';
import { openLabel, sealIn } from '../file-seal.ts';
import { heldFile } from '../held-file.ts';
import { handoverMark } from '../marks.ts';

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
    await tx.insertInto('confidential.exclusion').values({
      network_id: network, id: exclusion, hub_id: row.hub_id, file_id: file, mark: row.mark, handover_mark: herself ? handoverMark(doing, herself) : null,
      account_id: account, person_id: person?.id ?? null, added_by: actor.account!, since: now,
      label: await sealIn(doing, { table: 'exclusion', column: 'label', row: exclusion, file, hub: row.hub_id }, { named, tie }),
    }).execute();
    if (ordinary && account && herself) {
      await tx.insertInto('people.conflict').values({ network_id: network, account_id: account, person_id: herself, since: now })
        .onConflict((on) => on.columns(['network_id', 'account_id', 'person_id']).doUpdateSet({ since: now, ended_at: null })).execute();
    }
    await record({ name: 'kept-out', subject: file, body: { exclusion } });
    return { file };
  },
});
