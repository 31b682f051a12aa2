import type { World } from '#tests/fixtures/open-hub.ts';
import type { Kit } from '../kit.ts';
import { withOwner } from '../owner-client.ts';

const columns = ['person_id', 'spoken_to_id', 'acting_person_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id', 'subject_person_id'];

/**
 * How many rows of each table are hers, counted from PostgreSQL's catalogue alone and past row-level security: tables with a column that
 * names a person, and those that hang on such a row by a foreign key. Nothing that a module declares takes part.
 */
export const countedRows = (kit: Kit, { network }: World, person: string): Promise<ReadonlyMap<string, number>> => withOwner(kit, async (owner) => {
  const { rows: direct } = await owner.query<{ name: string; hers: string }>(
    `select n.nspname || '.' || c.relname as name, string_agg(format('%I = $2', a.attname), ' or ') as hers from pg_class c
     join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attname = any ($1) and not a.attisdropped and n.nspname !~ '^(pg_|information_schema)' and n.nspname <> 'confidential' group by 1`, [columns]);
  const { rows: hanging } = await owner.query<{ name: string; column: string; parent: string }>(
    `select distinct on (1) k.conrelid::regclass::text as name, a.attname as column, k.confrelid::regclass::text as parent from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2] join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     where k.contype = 'f' and c.relnamespace = p.relnamespace and cardinality(k.conkey) = 2 and k.confrelid::regclass::text = any ($1)
       and not (k.conrelid::regclass::text = any ($1)) and exists (select from pg_attribute n where n.attrelid = k.conrelid and n.attname = 'network_id') order by 1, 2`,
    [direct.map(({ name }) => name)]);
  const counted = new Map<string, number>();
  const count = async (table: string, where: string) => {
    const { rows: [found] } = await owner.query<{ many: number }>(`select count(*)::int as many from ${table} where network_id = $1 and (${where})`, [network, person]);
    counted.set(table, found!.many);
  };
  await count('people.person', 'id = $2');
  for (const { name, hers } of direct) await count(name, hers);
  for (const { name, column, parent } of hanging) await count(name, `${column} in (select id from ${parent} where network_id = $1 and (${direct.find((each) => each.name === parent)!.hers}))`);
  return counted;
});
