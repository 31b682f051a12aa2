import { newId } from '#core/id.ts';
import { action } from '../confidential.ts';
import { sealIn } from '../file-seal.ts';
import { heldFile } from '../held-file.ts';
import { entryFields } from './entry-fields.ts';
import { type EntryTold, writeEntryInput } from './write-entry.input.ts';

/**
 * Writes something into a protected file: sealed under the file's key, added only. Each kind asks for fields of its own. A referral
 * goes to a body that the directory keeps delicate, or to somebody named, and needs her yes to this very one.
 */
export const writeEntry = action({
  name: 'write-entry',
  says: 'Writes into a protected file: what was told, what happened, her plan, how she is met or reached safely, where she was sent, her way to declared work.',
  input: writeEntryInput,
  refuses: ['read-only', 'file-closed', 'not-agreed', 'to-missing', 'field-missing', 'not-asked', 'nothing-said', 'body-unknown', 'referral-unknown', 'ends-before'],
  run: async (doing, { file, kind, agreed, ...given }) => {
    const { tx, network, now, actor, record, refuse } = doing;
    const { hub_id: hub } = await heldFile(doing, file);
    const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0))) as EntryTold;
    const asked = entryFields[kind];
    if (kind.startsWith('safe_') && kind !== 'safety_plan' && !told.to && !told.body) refuse('to-missing', {}, 'to');
    if (kind === 'safe_referral' && !agreed) refuse('not-agreed', {}, 'agreed');
    for (const { name, required, said } of asked) if (required && !said && !(name in told)) refuse('field-missing', {}, name);
    for (const name of Object.keys(told)) if (!asked.some((each) => each.name === name) && !(name === 'referral' && kind === 'referral_answer')) refuse('not-asked', {}, name);
    if (Object.keys(told).length === 0) refuse('nothing-said');
    if (told.begins_on && told.ends_on && told.ends_on < told.begins_on) refuse('ends-before', {}, 'ends_on');
    const body = told.body && ((await tx.selectFrom('confidential.safe_body').select('names').where('network_id', '=', network).where('id', '=', told.body).executeTakeFirst()) ?? refuse('body-unknown', {}, 'body'));
    if (kind === 'referral_answer') {
      const referral = told.referral && (await tx.selectFrom('confidential.entry').select('id').where('network_id', '=', network).where('file_id', '=', file)
        .where('kind', '=', 'safe_referral').where('id', '=', told.referral).executeTakeFirst());
      if (!referral) refuse('referral-unknown');
    }
    const entry = newId(now.getTime());
    await tx.insertInto('confidential.entry').values({
      network_id: network, id: entry, file_id: file, hub_id: hub, kind, written_by: actor.account!, written_at: now,
      sealed: await sealIn(doing, { table: 'entry', column: 'sealed', row: entry, file, hub }, body ? { ...told, bodyNames: body.names } : told),
    }).execute();
    if (told.standing === 'declared') {
      await tx.updateTable('confidential.counted_file').set({ declared_on: told.on! }).where('network_id', '=', network).where('file_id', '=', file).where('declared_on', 'is', null).execute();
    }
    await record({ name: 'entry-written', subject: file, body: { kind } });
    return { file, entry };
  },
});
