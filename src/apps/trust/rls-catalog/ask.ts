import type pg from 'pg';

/** One rule of the catalog: its number in trust.md 2.4, how many things it looked at, and what breaks it. */
export interface CatalogRule {
  readonly rule: number;
  readonly says: string;
  look(client: pg.ClientBase): Promise<{ looked: number; faults: string[] }>;
}

/** The schemas that hold the house's own tables; the queue of jobs keeps its own, which no web login may enter. */
export const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'`;

/** Asks the catalog; the rows named by the second query are the faults. */
export const rowsOf = async (client: pg.ClientBase, text: string): Promise<{ name: string; fault?: boolean }[]> => (await client.query(text)).rows;

/** A rule that is one query: every row is looked at, those with `fault` break it. */
export const byQuery = (rule: number, says: string, text: string): CatalogRule => ({
  rule, says,
  look: async (client) => {
    const rows = await rowsOf(client, text);
    return { looked: rows.length, faults: rows.filter(({ fault }) => fault).map(({ name }) => `rule ${rule}: ${name}: ${says}`) };
  },
});
