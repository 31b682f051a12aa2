import pg from 'pg';
import { readPostmasterFile } from '#core/db/embedded/postmaster-file.ts';
import { sendSignal } from '#core/db/embedded/stop-postmaster.ts';
import type { OpenHadina } from '../../open-hadina.ts';

/** Kills the PostgreSQL of a folder and every one of its processes with signal 9: it can write nothing more. */
export async function killDatabase({ home, house }: OpenHadina): Promise<void> {
  const owner = new pg.Client(house.connectAs('hadina_owner', 'hadina'));
  owner.on('error', () => {});
  await owner.connect();
  const [{ rows }, postmaster] = [await owner.query<{ pid: number }>('select pid from pg_stat_activity'), await readPostmasterFile(home)];
  for (const pid of [postmaster!.pid, ...rows.map((row) => row.pid)]) sendSignal(pid, 'SIGKILL');
  await owner.end().catch(() => {});
}
