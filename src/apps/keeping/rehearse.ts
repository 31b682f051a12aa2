import pg from 'pg';
import { closedTables } from '#core/db/closed-tables.ts';
import { dataMigrations, runMigrations } from '#core/db/migrate.ts';
import { keptTables, plainSettings, readTable } from '#core/keeping/kept-tables.ts';
import type { CountedTable } from '#core/keeping/manifest.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import type { OpenFolder } from './open-folder.ts';
import { replacedTables } from './replaced-tables.ts';
import { type ScratchCopy, withScratchCopy } from './scratch-copy.ts';

/** One migration as it went on the copy. */
export interface RehearsedStep {
  readonly name: string;
  readonly seconds: number;
  /** Tables with rows that nobody could use until it was done. */
  readonly locked: readonly string[];
}

/** What an upgrade would do to these data. */
export interface Rehearsal {
  readonly steps: readonly RehearsedStep[];
  /** The longest time in which some table could not be used. */
  readonly longestLockSeconds: number;
  readonly unchanged: number;
  readonly changed: readonly { readonly table: string; readonly before: number; readonly after: number }[];
  readonly rows: number;
  readonly copySeconds: number;
}

/** Runs the migrations that are pending on a copy of the data and says what they would do; refuses where one fails (`upgrade-would-fail`). */
export const rehearse = (folder: OpenFolder, say: (line: string) => void): Promise<Rehearsal> =>
  withScratchCopy(folder, say, async (copy) => {
    const steps = await runPending(copy, say);
    const after = await tablesAfter(copy);
    const staying = copy.tables.filter(({ name }) => after.has(name) || !replacedTables.has(name));
    const changed = staying.filter(({ name, sha256 }) => after.get(name)?.sha256 !== sha256)
      .map(({ name, rows }) => ({ table: name, before: rows, after: after.get(name)?.rows ?? 0 }));
    const lost = changed.find((table) => table.after < table.before);
    if (lost) throw new StartRefusal('upgrade-would-fail', { reason: `${lost.table} would lose rows: ${lost.before} before, ${lost.after} after` });
    return {
      steps, changed, unchanged: staying.length - changed.length, rows: copy.tables.reduce((sum, { rows }) => sum + rows, 0),
      longestLockSeconds: Math.max(0, ...steps.filter(({ locked }) => locked.length).map(({ seconds }) => seconds)),
      copySeconds: copy.written.seconds + copy.restoreSeconds,
    };
  });

async function runPending({ server, archive, tables }: ScratchCopy, say: (line: string) => void): Promise<RehearsedStep[]> {
  const steps: RehearsedStep[] = [];
  const filled = tables.filter(({ rows }) => rows > 0).map(({ name }) => name);
  let began = performance.now();
  const watch = async (client: pg.Client, { name }: { name: string }) => {
    steps.push({ name, seconds: (performance.now() - began) / 1_000, locked: await closedTables(client, filled) });
    began = performance.now();
  };
  const pending = dataMigrations().filter(({ number }) => !archive.manifest.migrations.some((done) => done.number === number));
  if (pending.length) say(`Running ${pending.length} steps on the copy …`);
  await runMigrations(server.connection('hadina_owner'), dataMigrations(), (line) => say(`  ${line}`), watch).catch((error: Error) => {
    throw error instanceof StartRefusal ? error : new StartRefusal('upgrade-would-fail', { reason: error.message });
  });
  return steps;
}

/** The tables of before, read again after the upgrade: the same columns in the same order. */
async function tablesAfter({ server, tables }: ScratchCopy): Promise<Map<string, CountedTable>> {
  const client = new pg.Client(server.connection('hadina_owner'));
  await client.connect();
  try {
    await client.query(`begin; ${plainSettings}`);
    const now = new Map((await keptTables(client)).map((table) => [table.name, table.columns]));
    const found = new Map<string, CountedTable>();
    for (const { name, columns, order } of tables) {
      const left = now.get(name);
      if (!left) continue;
      const same = columns.every((column) => left.includes(column));
      found.set(name, await readTable(client, same ? { name, columns, order } : { name, columns: left, order: left }, async () => {}));
    }
    return found;
  } finally {
    await client.end();
  }
}
