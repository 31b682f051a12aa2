import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, listOf, maybe, text, wholeNumber, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { usualColumns } from '../choose-columns/choose-columns.ts';
import { action, type ExchangeTables, importKinds, namesPersons } from '../exchange.ts';
import { callOfRegistrations } from './call-of-registrations.ts';

export const beginImportInput = z.strictObject({
  kind: choice(importKinds),
  file_name: text(200),
  /** SHA-256 of the file, in hexadecimal. */
  file_hash: z.string().regex(/^[0-9a-f]{64}$/u),
  file_bytes: wholeNumber(0, 2 ** 40),
  format: choice(['csv', 'xlsx', 'json', 'tables']),
  encoding: maybe(text(20)),
  separator: maybe(z.string().max(1)),
  columns: listOf(z.string().max(200)),
  mapping: z.record(z.string(), z.string()).default({}),
  language: maybe(choice(['ar', 'fr', 'en'])),
  consent: yes(),
  doubles: maybe(choice(['leave', 'take'])),
  /** The call that registrations answer: its id or its code. */
  call: maybe(text(64)),
  notices: listOf(z.strictObject({ field: z.string(), code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
  /** The same file was published before, and is wanted again. */
  again: yes(),
});

/** Opens an import for a file. A file that was brought before is recognised by its bytes and said, not taken twice. */
export const beginImport = action({
  name: 'begin-import',
  says: 'Opens an import for a file',
  input: beginImportInput,
  refuses: ['same-file', 'persons-need-desk', 'call-missing', 'call-takes-no-files'],
  run: async (doing, input) => ({ import: await openImport(doing, input) }),
});

/** Writes the import's row; shared by the command and the page that takes a file. */
export async function openImport(doing: Doing<ExchangeTables>, input: z.output<typeof beginImportInput>): Promise<string> {
  const { tx, network, hub, now, actor, record, refuse } = doing;
  const { kind, consent, doubles, language, file_hash: hash } = input;
  if (namesPersons(kind) && !actor.roles.some(({ role, hubs }) => ['supervisor', 'desk_officer', 'case_worker'].includes(role) && hubs.includes(hub))) refuse('persons-need-desk', {}, 'kind');
  const call = kind === 'registrations' ? await callOfRegistrations(doing, input.call) : undefined;
  const before = await tx.selectFrom('exchange.import').select(['id', 'state', 'started_at']).where('network_id', '=', network).where('hub_id', '=', hub)
    .where('kind', '=', kind).where('file_hash', '=', Buffer.from(hash, 'hex')).where('state', 'not in', ['undone', 'dropped', 'undoing'])
    .orderBy('started_at', 'desc').executeTakeFirst();
  if (before && !input.again) refuse('same-file', { on: before.started_at }, 'file', { import: before.id, state: before.state });
  const id = newId(now.getTime());
  const mapping = kind === 'hsds' || Object.keys(input.mapping).length ? input.mapping : await usualColumns(doing, kind, input.columns, call?.questions);
  await tx.insertInto('exchange.import').values({
    network_id: network, id, hub_id: hub, kind, file_name: input.file_name, file_hash: Buffer.from(hash, 'hex'), file_bytes: BigInt(input.file_bytes),
    format: input.format, encoding: input.encoding ?? null, separator: input.separator ?? null,
    columns: sql`${JSON.stringify(input.columns)}::jsonb`, mapping: sql`${JSON.stringify(mapping)}::jsonb`,
    options: sql`${JSON.stringify({ language, consent, doubles, call: call?.id })}::jsonb`, notices: sql`${JSON.stringify(input.notices)}::jsonb`,
    state: 'reading', rows_read: 0, done_until: 0, added: 0, changed: 0, same: 0, refused: 0, warned: 0,
    started_by: actor.account, started_at: now, moved_at: now, published_at: null, undone_at: null,
  }).execute();
  await record({ name: 'import-begun', subject: id, body: { kind, format: input.format, bytes: input.file_bytes } });
  return id;
}
