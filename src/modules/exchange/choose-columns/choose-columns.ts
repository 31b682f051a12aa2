import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id, yes } from '#core/input.ts';
import { type RegistrationQuestion, registrationCall } from '#modules/incubation/public.ts';
import { fieldsOf, nameFields, type TableKind } from '../columns/fields.ts';
import { guessColumns, signatureOf } from '../columns/guess-columns.ts';
import { action, type ExchangeTables, type ImportRow } from '../exchange.ts';
import { moveImport, ownImport } from '../own-import.ts';

/**
 * Says which column gives which field, remembers it for the next file with the same headings, and tries the import out. `mapping` is
 * field → number of the column from 0; empty for a field that the file does not have.
 */
export const chooseColumns = action({
  name: 'choose-columns',
  says: 'Says which column of a file gives which field',
  input: z.strictObject({ import: id(), mapping: z.record(z.string(), z.string()), check: yes() }),
  refuses: ['name-column-missing'],
  run: async (doing, { import: of, mapping, check }) => {
    const { tx, network, hub, now, record, refuse, later, absent } = doing;
    const row = await ownImport(doing, of);
    if (row.kind === 'hsds' || (row.state !== 'read' && row.state !== 'checked')) return absent();
    const kind: TableKind = row.kind;
    const fields = fieldsOf(kind, await questionsOf(doing, row));
    const chosen = Object.fromEntries(Object.entries(mapping).filter(([field, at]) => fields.some(({ name }) => name === field) && /^\d+$/u.test(at) && Number(at) < row.columns.length));
    if (!nameFields[kind].some((field) => chosen[field] !== undefined)) refuse('name-column-missing', {}, 'mapping.name');
    await tx.insertInto('exchange.column_choice')
      .values({ network_id: network, hub_id: hub, kind, signature: signatureOf(row.columns), mapping: sql`${JSON.stringify(chosen)}::jsonb`, chosen_at: now })
      .onConflict((clash) => clash.columns(['network_id', 'hub_id', 'kind', 'signature']).doUpdateSet({ mapping: sql`excluded.mapping`, chosen_at: now })).execute();
    await moveImport(doing, of, { mapping: sql`${JSON.stringify(chosen)}::jsonb` as never, state: check ? 'checking' : 'read' });
    await record({ name: 'columns-chosen', subject: of, body: { fields: Object.keys(chosen).length } });
    if (check) await later('exchange.check-import', { import: of }, { asMe: true });
    return { import: of };
  },
});

/** What was chosen for these headings before, else what they most likely mean. */
export async function usualColumns({ tx, network, hub }: Asking<ExchangeTables>, kind: TableKind, columns: readonly string[], questions?: readonly RegistrationQuestion[]): Promise<Readonly<Record<string, string>>> {
  const known = await tx.selectFrom('exchange.column_choice').select('mapping').where('network_id', '=', network).where('hub_id', '=', hub)
    .where('kind', '=', kind).where('signature', '=', signatureOf(columns)).executeTakeFirst();
  return known?.mapping ?? guessColumns(kind, columns, fieldsOf(kind, questions));
}

/** What the call of a file of registrations asks; nothing for other files. */
export const questionsOf = async (asking: Asking<ExchangeTables>, { options }: Pick<ImportRow, 'options'>): Promise<readonly RegistrationQuestion[]> =>
  (options.call ? (await registrationCall(asking, options.call))?.questions : undefined) ?? [];
