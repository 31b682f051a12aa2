import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { KeyDestroyed } from '#core/crypto/key-destroyed.ts';
import type { KeptRow, KeptTable } from '#core/kept-of-person.ts';
import { keptTables } from './kept-tables.ts';

/** What one table keeps of her: each row with its sealed words opened. */
export interface KeptSection {
  readonly table: string;
  readonly rows: readonly KeptRow[];
}

type Reading = Pick<Asking<unknown>, 'network' | 'vault'> & { readonly tx: AnyTx };

/**
 * Reads every declared table for these files of hers. Row-level security of the login of rights gives her rows at the hub she asked and
 * nothing else; a table in which nothing lies is left out. Rows of one moment stand in one order whatever plan the database takes, so
 * that two sheets of the same record are the same. Sealed values are opened, and each opening is noted.
 */
export async function readKept(asking: Reading, group: readonly string[]): Promise<readonly KeptSection[]> {
  const sections: KeptSection[] = [];
  for (const table of keptTables) {
    const rows = await rowsOf(asking, table, group);
    if (rows.length > 0) sections.push({ table: table.table, rows: await Promise.all(rows.map((row) => opened(asking, table, row))) });
  }
  return sections;
}

async function rowsOf({ tx, network }: Reading, { table, hers, through, at }: KeptTable, group: readonly string[]): Promise<readonly KeptRow[]> {
  const names = sql.join((hers ?? []).map((column) => sql`${sql.ref(`k.${column}`)} = any (${[...group]}::uuid[])`), sql` or `);
  const parent = keptTables.find((each) => each.table === through?.parent);
  const byParent = through && parent
    ? sql`${sql.ref(`k.${through.column}`)} in (select p.id from ${sql.table(parent.table)} p where p.network_id = ${network}
        and (${sql.join(parent.hers!.map((column) => sql`${sql.ref(`p.${column}`)} = any (${[...group]}::uuid[])`), sql` or `)}))`
    : sql`false`;
  const { rows } = await sql<KeptRow>`select k.* from ${sql.table(table)} k where k.network_id = ${network} and (${hers ? names : byParent})
    order by ${at ? sql`${sql.ref(`k.${at}`)}, ` : sql``}k::text collate "C"`.execute(tx);
  return rows;
}

/** One row as she may have it: opened where it was sealed, without the network's number and without fingerprints. */
async function opened({ vault }: Reading, { sealed = {} }: KeptTable, row: KeptRow): Promise<KeptRow> {
  const entries = await Promise.all(Object.entries(row).filter(([column]) => column !== 'network_id').map(async ([column, value]) => {
    const place = sealed[column];
    if (!Buffer.isBuffer(value)) return [column, value] as const;
    return place && value.length > 0 ? [column, await openedOrGone(() => vault.open(place(row), value))] as const : null;
  }));
  return Object.fromEntries(entries.filter((entry) => entry !== null));
}

/** A value whose key is gone is gone. */
const openedOrGone = (open: () => Promise<string>): Promise<string | null> =>
  open().catch((error: unknown) => { if (error instanceof KeyDestroyed) return null; throw error; });
