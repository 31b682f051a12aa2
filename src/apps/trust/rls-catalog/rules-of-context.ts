import type pg from 'pg';
import type { CatalogRule } from './ask.ts';

/** Oldest minor versions without the leaks through statistics of CVE-2024-10976 and CVE-2025-8713. */
const patched: Readonly<Record<number, number>> = { 15: 150_014, 16: 160_010, 17: 170_006, 18: 180_000 };

const settings: Readonly<Record<string, string>> = {
  log_min_error_statement: 'panic', log_parameter_max_length_on_error: '0', log_parameter_max_length: '0', log_statement: 'none', log_error_verbosity: 'terse',
};

/** Rules 11 and 12 of trust.md 2.4, read from the server itself. */
export const rulesOfServer: readonly CatalogRule[] = [
  {
    rule: 11, says: 'the server is older than its patches',
    look: async (client) => {
      const { v } = (await client.query(`select current_setting('server_version_num')::int as v`)).rows[0];
      return { looked: 1, faults: v >= (patched[Math.floor(v / 10_000)] ?? 0) ? [] : [`rule 11: PostgreSQL ${v} is older than its patches`] };
    },
  },
  {
    rule: 12, says: 'the log would hold what was typed',
    look: async (client) => {
      const { rows } = await client.query('select name, setting from pg_settings where name = any ($1)', [Object.keys(settings)]);
      return { looked: rows.length, faults: rows.filter(({ name, setting }) => settings[name] !== setting).map(({ name, setting }) => `rule 12: ${name} is ${setting}`) };
    },
  },
];

/** Rule 6: after a request its context is gone, and without one every table is empty instead of failing. */
export async function contextFaults(app: pg.Pool, begin: string, tables: readonly string[]): Promise<{ looked: number; faults: string[] }> {
  const client = await app.connect();
  const faults: string[] = [];
  try {
    await client.query(begin);
    await client.query('commit');
    const { rows } = await client.query(`select name, current_setting('app.' || name, true) as left from unnest(array['network', 'account', 'hub', 'hubs', 'contact_hubs', 'managed_hubs', 'audit_hubs', 'manages_network']) name`);
    faults.push(...rows.filter(({ left }) => left).map(({ name }) => `rule 6: app.${name} outlives its transaction`));
    for (const table of tables) {
      const seen = await client.query(`select count(*)::int as n from ${table}`).then(({ rows: [row] }) => row.n as number, (error: Error) => error.message);
      if (seen !== 0) faults.push(`rule 6: ${table} without a context gives ${seen}`);
    }
    return { looked: rows.length + tables.length, faults };
  } finally {
    client.release();
  }
}
