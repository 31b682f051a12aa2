import pg from 'pg';
import { territories } from './territories.ts';

/**
 * Writes the places Hadina ships with into the reference table, parents first; run after every migration as the owner.
 * Places a network added below them stay. Can be run again.
 */
export async function loadTerritories(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await writeAll(client);
  } finally {
    await client.end();
  }
}

async function writeAll(client: pg.Client): Promise<void> {
  for (const level of ['country', 'region', undefined] as const) {
    const rows = territories.filter((t) => (level ? t.level === level : t.level !== 'country' && t.level !== 'region'));
    await client.query(
      `insert into network.territory (code, country, level, parent_code, names, urban_rural, name_status, iso_mark)
       select code, country, level, parent, names, "urbanRural", "nameStatus", "isoMark"
       from jsonb_to_recordset($1::jsonb) as given(code text, country text, level text, parent text, names jsonb,
         "urbanRural" text, "nameStatus" text, "isoMark" text)
       on conflict (code) do update set country = excluded.country, level = excluded.level, parent_code = excluded.parent_code,
         names = excluded.names, urban_rural = excluded.urban_rural, name_status = excluded.name_status, iso_mark = excluded.iso_mark`,
      [JSON.stringify(rows)],
    );
  }
}
