import type pg from 'pg';

/** Schemas in which something told in confidence may stand. */
const told = ['people', 'desk', 'accompaniment', 'documents', 'messages', 'transfer', 'rights', 'training', 'incubation', 'funding', 'confidential', 'portal', 'exchange'];
/** Fingerprints, marks and keys of things: bytes of which the comment says that they are no text. */
const noText = /^(SHA-256|Keyed (hash|fingerprint)|Fingerprint|Hash|Ed25519|The file, at most|The file''?s fingerprint|Her fingerprint|The same for hand-overs|The chain|The key of|Her id|The link by|She asked)/i;
/** Sealed columns that no telling reaches, and why. */
const besides: Readonly<Record<string, string>> = {
  'exchange.leave.sealed_words': 'words drawn by the house, sealed under a key that only the link holds',
};

/** Every column of bytes that holds sealed text, by its own comment; `bare` are those in which this network wrote nothing. */
export async function sealedColumns(owner: pg.Client, network: string): Promise<{ sealed: readonly string[]; bare: readonly string[] }> {
  const { rows } = await owner.query<{ table: string; column: string; says: string | null }>(`
    select format('%I.%I', n.nspname, c.relname) as table, a.attname as column, col_description(c.oid, a.attnum) as says
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = any ($1) and c.relkind = 'r' and a.atttypid = 'bytea'::regtype order by 1, 2`, [told]);
  const sealed = rows.filter(({ table, column, says }) => !noText.test(says ?? '') && !(`${table}.${column}` in besides));
  const bare: string[] = [];
  for (const { table, column } of sealed) {
    const { rowCount } = await owner.query(`select 1 from ${table} where network_id = $1 and ${column} is not null limit 1`, [network]);
    if (!rowCount) bare.push(`${table}.${column}`);
  }
  return { sealed: sealed.map(({ table, column }) => `${table}.${column}`), bare };
}
