import { sql, type SqlBool } from 'kysely';
import type { Asking } from '#core/action.ts';
import { clientNames } from '#modules/desk/public.ts';
import { accountNames } from '#modules/network/public.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import type { CaseKind, CaseState } from '../codes.ts';

interface Row {
  id: string; kind: CaseKind; state: CaseState; opened_at: Date; next_on: string | null;
  person_id: string | null; organization_id: string | null; acting_person_id: string | null;
}

/** The columns a line of a list is made of. */
export const lineColumns = [
  'file.id', 'file.kind', 'file.state', 'file.opened_at', 'file.next_on', 'file.person_id', 'file.organization_id', 'file.acting_person_id',
] as const;

/** Adds to files what a screen calls things: the client and who accompanies her. */
export async function namedFiles({ tx, network }: Pick<Asking<AccompanimentTables>, 'tx' | 'network'>, rows: readonly Row[]) {
  const clients = await clientNames(tx, rows);
  const mains = rows.length === 0 ? [] : await tx.selectFrom('accompaniment.assignment').select(['case_id', 'account_id', 'state'])
    .where('network_id', '=', network).where(sql<SqlBool>`case_id = any (${rows.map(({ id }) => id)}::uuid[]) and part = 'main' and state in ('proposed', 'accepted')`).execute();
  const names = await accountNames(tx, mains.map(({ account_id }) => account_id));
  return rows.map((row) => {
    const main = mains.find(({ case_id, state }) => case_id === row.id && state === 'accepted') ?? mains.find(({ case_id }) => case_id === row.id);
    return {
      id: row.id, kind: row.kind, state: row.state, openedAt: row.opened_at, nextOn: row.next_on, client: clients.get(row.id) ?? null,
      worker: main ? { account: main.account_id, name: names.get(main.account_id) ?? null, asked: main.state === 'proposed' } : null,
    };
  });
}

export type NamedFile = Awaited<ReturnType<typeof namedFiles>>[number];
