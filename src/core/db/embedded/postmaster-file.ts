import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterFolder } from './make-cluster.ts';

/** What PostgreSQL writes about itself in postmaster.pid while it runs: its pid and whether it is ready. */
export interface PostmasterFile {
  readonly pid: number;
  readonly ready: boolean;
}

/** Where PostgreSQL writes its pid. */
export const postmasterPath = (home: string): string => join(clusterFolder(home), 'postmaster.pid');

/** Reads postmaster.pid; undefined when no PostgreSQL runs on the folder and none died there. */
export async function readPostmasterFile(home: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterPath(home), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}
