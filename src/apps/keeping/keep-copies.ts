import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Log } from '../log.ts';

/** Where copies go and how often; absent when nobody asked for them. */
export interface CopyPlan {
  /** A folder outside this machine: a second disk, a share. */
  readonly data: string;
  /** Another one for the keys, of which only the newest is kept; null: keys are backed up by hand. */
  readonly keys: string | null;
  readonly minutes: number;
}

const USUAL_MINUTES = 5;

/** The plan in the environment: HADINA_COPIES, HADINA_KEY_COPIES, HADINA_COPIES_MINUTES (1 to 1440). */
export function copyPlanOf(env: NodeJS.ProcessEnv): CopyPlan | null {
  if (!env.HADINA_COPIES) return null;
  const minutes = Math.min(1_440, Math.max(1, Number(env.HADINA_COPIES_MINUTES) || USUAL_MINUTES));
  return { data: env.HADINA_COPIES, keys: env.HADINA_KEY_COPIES || null, minutes };
}

/** How a copy is written, and what tells that something changed since the last one. */
export interface CopyTools {
  readonly write: (kind: 'data' | 'keys', file: string) => Promise<void>;
  readonly changes: () => Promise<string>;
  readonly now: () => Date;
}

/**
 * Keeps copies of everything while the house is open: every few minutes, when something changed, one whole encrypted backup to a place
 * outside this machine. Of older ones an hourly and a daily one stay. What is lost with the disk is at most what happened since.
 */
export function keepCopies(plan: CopyPlan, { write, changes, now }: CopyTools, log: Log): { round(): Promise<void>; stop(): Promise<void> } {
  let last: string | undefined;
  const round = async (): Promise<void> => {
    const state = await changes();
    if (state === last) return;
    await mkdir(plan.data, { recursive: true, mode: 0o700 });
    await write('data', join(plan.data, copyName(now())));
    if (plan.keys) await writeKeys(plan.keys, write);
    last = state;
    for (const name of copiesToDrop(await readdir(plan.data), now())) await rm(join(plan.data, name), { force: true });
  };
  const tell = (error: Error): void => log.error({ fault: error.name }, 'no copy was written, will try again');
  let working: Promise<void> = round().catch(tell);
  const timer = setInterval(() => { working = working.then(round).catch(tell); }, plan.minutes * 60_000).unref();
  return { round, stop: async () => { clearInterval(timer); await working; } };
}

/** An older copy of the keys would bring erased ones back: the new one takes its place as soon as it is whole. */
async function writeKeys(folder: string, write: CopyTools['write']): Promise<void> {
  const fresh = join(folder, 'hadina.keys.age.new');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rm(fresh, { force: true });
  await write('keys', fresh);
  await rename(fresh, join(folder, 'hadina.keys.age'));
}

const copyName = (at: Date): string => `copy-${at.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')}.data.age`;

const [HOUR, DAY] = [3_600_000, 86_400_000];
const NEWEST = 12;

/** Which copies are no longer needed: the newest twelve stay, the last of each hour of a day, the last of each day of a month. */
export function copiesToDrop(names: readonly string[], now: Date): readonly string[] {
  const copies = names.flatMap((name) => {
    const [, day, hour, minute, second] = /^copy-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)\.data\.age$/.exec(name) ?? [];
    return day ? [{ name, at: Date.parse(`${day}T${hour}:${minute}:${second}Z`) }] : [];
  }).sort((a, b) => b.at - a.at);
  const held = new Set<string>();
  return copies.filter(({ at }, place) => {
    const age = now.getTime() - at;
    const slot = age < DAY ? `hour ${Math.floor(at / HOUR)}` : age < 31 * DAY ? `day ${Math.floor(at / DAY)}` : null;
    const kept = place < NEWEST || (slot !== null && !held.has(slot));
    if (slot) held.add(slot);
    return !kept;
  }).map(({ name }) => name);
}

/** Copies written by the backup command in a process of its own, so that no page waits for them. */
export function copyTools(home: string, owner: pg.ClientConfig): CopyTools {
  return {
    now: () => new Date(),
    write: (kind, file) => new Promise((done, fail) => {
      // The first backup shows the recovery key; nobody would see it here.
      if (!existsSync(join(home, 'recovery.txt'))) return fail(new Error('make the first backup by hand: it shows the recovery key'));
      const words = [...process.execArgv, process.argv[1]!, 'backup', ...(kind === 'keys' ? ['keys'] : []), '--to', file];
      const child = spawn(process.execPath, words, { env: { ...process.env, HADINA_HOME: home }, stdio: 'ignore' });
      child.once('error', fail);
      child.once('close', (code) => (code === 0 ? done() : fail(new Error(`the backup ended with ${code}`))));
    }),
    changes: async () => {
      const client = new pg.Client(owner);
      await client.connect();
      try {
        const { rows } = await client.query<{ state: string }>(`select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::text as state from pg_stat_user_tables
          where schemaname <> 'graphile_worker' and not (schemaname = 'core' and relname = 'tries')`);
        return rows[0]!.state;
      } finally {
        await client.end();
      }
    },
  };
}
