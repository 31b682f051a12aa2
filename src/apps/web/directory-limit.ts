import { connectionOf, type Whence } from './whence.ts';

/** Pages of the directory a minute for one connection: a hub and everybody in it share one, a program that copies it all does not stop there. */
const PAGES_A_MINUTE = 600;
/** Connections remembered; beyond it the count of everybody begins anew, so that nothing fills the memory. */
const MOST_CONNECTIONS = 20_000;

/** Counts one page; answers the seconds to wait, 0 when it may be read. */
export type DirectoryLimit = (from: Whence) => number;

/** Which addresses are the public directory: its pages, its registry, its HSDS. */
export const isDirectory = (path: string): boolean => /^\/(?:directory|registry|hsds)(?:[/?]|$)/.test(path);

/**
 * Opens the counters of one process. Only the directory is counted: whoever shares the connection of a copying program still signs
 * in, draws tickets and asks for help. What comes from this machine itself, through no proxy, is not counted. Nothing is written;
 * the address is kept in memory for a minute at most.
 */
export function openDirectoryLimit({ pages = PAGES_A_MINUTE, clock = () => performance.now() } = {}): DirectoryLimit {
  let counted = new Map<string, number>();
  let minute = 0;
  return (from) => {
    const line = connectionOf(from);
    if (line === null) return 0;
    const now = clock();
    const current = Math.floor(now / 60_000);
    if (current !== minute || counted.size > MOST_CONNECTIONS) counted = new Map();
    minute = current;
    const many = (counted.get(line) ?? 0) + 1;
    counted.set(line, many);
    return many > pages ? Math.max(1, Math.ceil(((current + 1) * 60_000 - now) / 1_000)) : 0;
  };
}
