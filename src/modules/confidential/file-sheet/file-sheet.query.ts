import { z } from 'zod';
import { id, type Multilingual, wholeNumber } from '#core/input.ts';
import type { EntryKind, GrantPurpose } from '../codes.ts';
import { query } from '../confidential.ts';
import { openIn, openLabel } from '../file-seal.ts';
import { openedFile } from '../held-file.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';

export const entriesPerPage = 30;

/** Something written in the file, opened. */
export interface EntryRead extends EntryTold {
  readonly id: string;
  readonly kind: EntryKind;
  readonly by: string;
  readonly at: Date;
  /** Names of the body she was sent to, as they were that day. */
  readonly bodyNames?: Multilingual;
}

/** A protected file with what stands in it, the newest first; each opening is written down among the protected looks. */
export const fileSheet = query({
  name: 'file-sheet',
  says: 'Opens one protected file.',
  input: z.strictObject({ file: id(), page: wholeNumber(1, 10_000).default(1) }),
  run: async (asking, { file, page }) => {
    const { tx, network, now } = asking;
    const { row, access } = await openedFile(asking, file);
    const { called, person } = await openLabel(asking, row);
    const named = person
      ? await tx.selectFrom('confidential.known_person').select(['name', 'name_other as other', 'code']).where('network_id', '=', network).where('id', '=', person).executeTakeFirst() : undefined;
    const { total } = await tx.selectFrom('confidential.entry').select((on) => on.fn.countAll<bigint>().as('total')).where('network_id', '=', network).where('file_id', '=', file).executeTakeFirstOrThrow();
    const newest = tx.selectFrom('confidential.entry as e')
      .innerJoin('confidential.colleague as c', (on) => on.onRef('c.network_id', '=', 'e.network_id').onRef('c.id', '=', 'e.written_by'))
      .select(['e.id', 'e.hub_id', 'e.kind', 'e.written_at as at', 'e.sealed', 'c.name as by']).where('e.network_id', '=', network).where('e.file_id', '=', file)
      .orderBy('e.written_at', 'desc').orderBy('e.id', 'desc');
    const read = async ({ sealed, hub_id: hub, ...entry }: { id: string; hub_id: string; kind: EntryKind; at: Date; sealed: Buffer; by: string }): Promise<EntryRead> => ({
      ...entry, ...(await openIn<EntryTold>(asking, { table: 'entry', column: 'sealed', row: entry.id, file, hub }, sealed)),
    });
    const entries = await Promise.all((await newest.limit(entriesPerPage).offset((page - 1) * entriesPerPage).execute()).map(read));
    const contact = await newest.where('e.kind', '=', 'safe_contact').limit(1).executeTakeFirst();
    const until = await tx.selectFrom('confidential.file_grant').select(['until_at', 'purpose']).where('network_id', '=', network).where('file_id', '=', file)
      .where('account_id', '=', asking.actor.account!).where('revoked_at', 'is', null).where('until_at', '>', now).orderBy('until_at', 'desc').executeTakeFirst();
    return {
      id: row.id, kind: row.kind, code: row.code, called, named: named ?? null, openedAt: row.opened_at, closedAt: row.closed_at, closedWhy: row.closed_why,
      may: access.may as 'read' | 'write', why: access.why as 'grant' | 'emergency', until: until?.until_at ?? null, purpose: (until?.purpose ?? null) as GrantPurpose | null,
      contact: contact ? await read(contact) : null, entries, page, total: Number(total),
    };
  },
});
