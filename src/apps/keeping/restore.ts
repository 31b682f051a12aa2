import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import pg from 'pg';
import { verifyAll } from '#core/chain/verify-all.ts';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import type { Database } from '#core/db/database.ts';
import { loginPassword } from '#core/db/logins.ts';
import { keyMigrations, runMigrations } from '#core/db/migrate.ts';
import { prepareLogins } from '#core/db/prepare-logins.ts';
import { startDatabase } from '#core/db/start-database.ts';
import { openHome } from '#core/home.ts';
import { type CheckedArchive, checkArchive } from '#core/keeping/check-archive.ts';
import { awaitKnownKeys } from '#core/keeping/known-keys.ts';
import { fingerprintOf } from '#core/keeping/recovery-key.ts';
import { type RestoredKeys, restoreKeys } from '#core/keeping/restore-keys.ts';
import { moveTransactionBase } from '#core/keeping/transaction-base.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { openHadina } from '../open-hadina.ts';
import { masterFile } from './back-up.ts';
import { buildDatabase } from './build-database.ts';
import { openersFor } from './openers.ts';
import { eraseAgain, takeCertificates } from './erase-again.ts';
import { marker } from './unfinished.ts';

/** What was restored and how it was checked. */
export interface Restored {
  readonly kind: 'data' | 'keys';
  readonly takenAt: string;
  readonly folder: string;
  readonly rows: number;
  readonly tables: number;
  readonly events: number;
  readonly keys: RestoredKeys | null;
  /** People who were erased after this backup was taken, and were erased again. */
  readonly erasedAgain: number;
  readonly seconds: number;
}

interface Wish {
  readonly keyFile?: string | undefined;
  /** Certificates of erasures that this folder may not know of any more. */
  readonly erased?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

/**
 * Restores a backup into an empty folder (or the empty database of DATABASE_URL): read to its last byte first, then loaded in one
 * transaction, every table read back, every chain walked. Cut off anywhere, it begins again when it is run once more.
 */
export async function restore(file: string, { keyFile, erased = [], env = process.env, say }: Wish): Promise<Restored> {
  const began = performance.now();
  const home = await openHome({ env });
  say(`Reading ${basename(file)} to its end …`);
  const archive = await checkArchive(resolve(file), await openersFor(home, keyFile, env));
  const { kind, takenAt, tables } = archive.manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  say(`  ${kind} of ${takenAt}: ${rows.toLocaleString('en')} rows in ${tables.length} tables, every hash holds`);
  const done = kind === 'data' ? await restoreData(home, archive, env, say, erased) : await restoreKeyStore(home, archive, env, erased);
  return { kind, takenAt, folder: home, rows, tables: tables.length, ...done, seconds: (performance.now() - began) / 1_000 };
}

async function restoreData(home: string, archive: CheckedArchive, env: NodeJS.ProcessEnv, say: Wish['say'], erased: readonly string[]) {
  const mark = marker(home);
  const again = (await mark.read()) !== undefined;
  if (!again && existsSync(join(home, 'postgres')) && !env.DATABASE_URL) await refuseData(home, archive, env);
  await placeMaster(home, archive, env);
  const master = await loadMasterKey(home, { HADINA_KEY_FILE: env.HADINA_KEY_FILE ?? join(home, masterFile) });
  const database = await startDatabase({ home, keys: master, databaseUrl: env.DATABASE_URL });
  try {
    if (!again && (await holdsNetwork(database))) throw new StartRefusal('restore-over-data', { folder: home });
    await mark.write(archive.file);
    await prepareLogins((login, name) => database.connection(login, name), (login) => loginPassword(master, login));
    await runMigrations(database.connection('hadina_owner', 'hadina_keys'), keyMigrations(), () => {});
    await buildDatabase(database, 'hadina', archive, say);
    if (archive.manifest.known) await awaitKnownKeys(database.connection('hadina_owner', 'hadina_keys'), archive);
    for (const { name, bytes } of archive.files) if (name !== masterFile) await writeFile(join(home, name), bytes, { mode: 0o600 });
  } finally {
    await database.stop();
  }
  const { events, erasedAgain } = await openOnce(home, archive, env, erased);
  say(`  ${events.toLocaleString('en')} events, every link of every chain holds`);
  await mark.remove();
  return { events, keys: null, erasedAgain };
}

/** Opens the house as a start would, with the migrations that came since, and walks its chains. */
async function openOnce(home: string, archive: CheckedArchive, env: NodeJS.ProcessEnv, erased: readonly string[]): Promise<{ events: number; erasedAgain: number }> {
  const hadina = await openHadina({ as: 'supervisor', env: { ...env, HADINA_HOME: home }, afterRestore: true });
  try {
    await moveTransactionBase(hadina.house.connectAs('hadina_owner', 'hadina'), archive.manifest);
    const verdicts = await verifyAll(hadina.house.worker, hadina.sealer, hadina.signing);
    const broken = verdicts.find((verdict) => verdict.broken);
    if (broken) throw new StartRefusal('restored-chain-broken', { file: archive.file, network: broken.network, link: String(broken.broken!.seq), fault: broken.broken!.fault });
    await takeCertificates(hadina, erased);
    return { events: Number(verdicts.reduce((sum, { events }) => sum + events, 0n)), erasedAgain: await eraseAgain(hadina.house) };
  } finally {
    await hadina.close();
  }
}

async function restoreKeyStore(home: string, archive: CheckedArchive, env: NodeJS.ProcessEnv, erased: readonly string[]) {
  if (!existsSync(join(home, 'postgres')) && !env.DATABASE_URL) throw new StartRefusal('keys-before-data', { file: archive.file, folder: home });
  const master = await loadMasterKey(home, env);
  if (fingerprintOf(master) !== archive.manifest.master) throw new StartRefusal('master-differs', { file: archive.file, folder: home });
  const hadina = await openHadina({ as: 'client', env: { ...env, HADINA_HOME: home } });
  try {
    await takeCertificates(hadina, erased);
    const keys = await restoreKeys(hadina.house.connectAs('hadina_owner', 'hadina_keys'), archive, master);
    return { events: 0, keys, erasedAgain: await eraseAgain(hadina.house) };
  } finally {
    await hadina.close();
  }
}

/** The master key of the backup, in its place: brought by the backup, or already there and the same. */
async function placeMaster(home: string, { file, files, manifest }: CheckedArchive, env: NodeJS.ProcessEnv): Promise<void> {
  const place = join(home, masterFile);
  if (env.HADINA_KEY_FILE || existsSync(place)) {
    if (fingerprintOf(await loadMasterKey(home, env)) !== manifest.master) throw new StartRefusal('master-differs', { file, folder: home });
    return;
  }
  const carried = files.find(({ name }) => name === masterFile);
  if (!carried) throw new StartRefusal('master-absent', { file });
  await writeFile(place, carried.bytes, { mode: 0o600, flag: 'wx', flush: true });
}

/** A folder with a database of another key holds data for certain; with the same key its rows are asked. */
async function refuseData(home: string, { manifest }: CheckedArchive, env: NodeJS.ProcessEnv): Promise<void> {
  const master = await loadMasterKey(home, env).catch(() => undefined);
  if (!master || fingerprintOf(master) !== manifest.master) throw new StartRefusal('restore-over-data', { folder: home });
}

async function holdsNetwork(server: Database): Promise<boolean> {
  const ask = async (database: string, text: string) => {
    const owner = new pg.Client(server.connection('hadina_owner', database));
    await owner.connect();
    return owner.query<{ there: boolean }>(text).then(({ rows }) => rows[0]!.there).finally(() => owner.end());
  };
  if (!(await ask('postgres', `select exists (select from pg_database where datname = 'hadina') as there`))) return false;
  if (!(await ask('hadina', `select to_regclass('network.network') is not null as there`))) return false;
  return ask('hadina', 'select exists (select from network.network) or exists (select from core.event) as there');
}
