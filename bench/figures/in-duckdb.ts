import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';

/** A question that figures, plain SQL and DuckDB are all asked: how many different units these events have. */
export interface Question {
  readonly counting: string;
  readonly events: readonly string[];
  /** Months, "2026-10", both inside. */
  readonly from: string;
  readonly to: string;
  readonly hub: string | undefined;
}

/** The same events in DuckDB: what it answers and after how many milliseconds. */
export interface InDuckDb {
  readonly ask: (question: Question) => Promise<{ units: number; took: number }>;
  readonly close: () => void;
}

interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly runAndReadAll: (sql: string) => Promise<{ getRows: () => unknown[][] }>;
  readonly closeSync: () => void;
}
interface Library { readonly DuckDBInstance: { readonly create: (path: string) => Promise<{ connect: () => Promise<Connection> }> } }

const AT_ONCE = 50_000;

/**
 * Loads the events of a network into DuckDB, the yardstick of those who count for a living. Its package weighs seventy megabytes and is no
 * part of this house: HADINA_DUCKDB names a folder in which `npm install @duckdb/node-api` was run; without it there is nothing to load.
 */
export async function loadDuckDb(owner: pg.Client, network: string): Promise<InDuckDb | null> {
  const folder = process.env.HADINA_DUCKDB;
  if (!folder) return null;
  const { DuckDBInstance } = createRequire(join(folder, 'package.json'))('@duckdb/node-api') as Library;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const lines = await mkdtemp(join(tmpdir(), 'hadina-duckdb-'));
  try {
    await writeLines(owner, network, join(lines, 'events.csv'));
    await connection.run(`create table event as select * from read_csv('${join(lines, 'events.csv')}', header = false, columns = {'name': 'varchar', 'hub_id': 'uuid', 'subject_id': 'uuid', 'person_id': 'uuid', 'organization_id': 'uuid', 'happened': 'timestamp'})`);
  } finally {
    await rm(lines, { recursive: true, force: true });
  }
  return { ask: (question) => askIt(connection, question), close: () => connection.closeSync() };
}

/** By the hub's clock, as figures are counted. */
async function writeLines(owner: pg.Client, network: string, file: string): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows: [lot] } = await owner.query<{ lines: string | null; last: string }>(`select string_agg(concat(name, ',', hub_id, ',', subject_id, ',', person_id, ',', organization_id, ',', to_char(at at time zone 'Africa/Tunis', 'YYYY-MM-DD HH24:MI:SS')), E'\\n') as lines, (array_agg(id order by id desc))[1] as last
      from (select * from core.event where network_id = $1 and id > $2 and subject_id is not null order by id limit ${AT_ONCE}) as e`, [network, after]);
    if (!lot?.lines) return;
    await appendFile(file, `${lot.lines}\n`);
    after = lot.last;
  }
}

async function askIt(connection: Connection, { counting, events, from, to, hub }: Question): Promise<{ units: number; took: number }> {
  const unit = counting === 'persons' ? 'person_id' : counting === 'organizations' ? 'organization_id' : 'subject_id';
  const began = performance.now();
  const read = await connection.runAndReadAll(`select count(distinct ${unit}) from event where name in (${events.map((name) => `'${name}'`).join(', ')})
    and happened >= timestamp '${from}-01 00:00:00' and happened < timestamp '${to}-01 00:00:00' + interval 1 month ${hub ? `and hub_id = '${hub}'` : ''}`);
  return { units: Number(read.getRows()[0]![0]), took: performance.now() - began };
}
