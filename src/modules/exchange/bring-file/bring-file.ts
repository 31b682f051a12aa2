import { createHash } from 'node:crypto';
import { z } from 'zod';
import { choice, maybe, text, yes } from '#core/input.ts';
import { stageRows } from '../add-rows/add-rows.ts';
import { openImport } from '../begin-import/begin-import.ts';
import { action, importKinds } from '../exchange.ts';
import { readTableFile } from '../reading/table-file.ts';
import { fileRefusals, unreadable } from '../reading/unreadable-file.ts';

/** Files up to this are held in one piece; larger ones are read as they arrive. */
export const mostMegabytes = 8;
/** Files above this come by the command. */
export const mostStreamed = 200;

/** Takes a table from a page: what it is, its headings, its rows, kept until somebody says what to do with them. */
export const bringFile = action({
  name: 'bring-file',
  says: 'Brings a table of services, organizations, persons or registrations in',
  input: z.strictObject({
    kind: choice(importKinds.filter((kind) => kind !== 'hsds') as ['services', 'organizations', 'persons', 'registrations']),
    /** The file's bytes in base64. */
    file: z.string().min(1, { message: 'required' }).max(mostMegabytes * 1024 * 1024 * 2),
    file_name: maybe(text(200)),
    language: maybe(choice(['ar', 'fr', 'en'])),
    consent: yes(), doubles: maybe(choice(['leave', 'take'])), again: yes(),
    /** The call that registrations answer. */
    call: maybe(text(64)),
  }),
  refuses: ['same-file', 'persons-need-desk', 'call-missing', 'call-takes-no-files', ...fileRefusals],
  run: async (doing, { kind, file, file_name = '', language, consent, doubles, again, call }) => {
    const bytes = Buffer.from(file, 'base64');
    if (bytes.length === 0) unreadable('file-empty');
    if (bytes.length > mostMegabytes * 1024 * 1024) unreadable('file-too-big', { most: mostMegabytes });
    const table = await readTableFile(bytes);
    const of = await openImport(doing, {
      kind, file_name: file_name || `${kind}.${table.format}`, file_hash: createHash('sha256').update(bytes).digest('hex'), file_bytes: bytes.length, format: table.format,
      encoding: table.encoding ?? undefined, separator: table.separator ?? undefined, columns: [...table.columns], mapping: {}, language, consent, doubles, again, call,
      notices: table.notices.map(({ field, code, values }) => ({ field, code, ...(values ? { values: { ...values } } : {}) })),
    });
    const row = { id: of, kind, hub_id: doing.hub, rows_read: 0 };
    let rows: { number: number; cells: Record<string, unknown> }[] = [];
    for await (const each of table.rows()) {
      rows.push({ number: each.number, cells: { ...each.cells } });
      if (rows.length < 1_000) continue;
      await stageRows(doing, row, rows, false);
      row.rows_read += rows.length;
      rows = [];
    }
    if (row.rows_read + rows.length === 0) unreadable('no-records');
    await stageRows(doing, row, rows, true);
    return { import: of };
  },
});
