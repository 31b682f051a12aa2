import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Sockets beyond this serve nobody of a network: they only cost memory. */
const MOST = 4_000;
/** Of the files that a process may hold open, so many stay for the database and for files. */
const FOR_THE_HOUSE = 400;

/**
 * Bounds how many sockets are open at once. When the house is full, the one goes that was of use longest ago: opened and nothing asked by it, or answered
 * long before. Whoever holds thousands open and says nothing loses them; whoever works has just been answered and keeps hers.
 */
export function boundSockets(server: Server, most = mostSockets()): void {
  const open = new Set<Socket>();
  const used = (socket: Socket): void => { open.delete(socket); open.add(socket); };
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    if (open.size <= most) return;
    const [longestUnused] = open;
    open.delete(longestUnused!);
    longestUnused!.destroy();
  });
  server.on('request', ({ socket }, response) => response.once('finish', () => { if (!socket.destroyed) used(socket); }));
}

function mostSockets(): number {
  const files = Number(/^Max open files\s+(\d+)/m.exec(limitsOfProcess())?.[1] ?? 1_024);
  return Math.max(64, Math.min(MOST, files - FOR_THE_HOUSE));
}

function limitsOfProcess(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    // Not a Linux: what every system gives a process.
    return '';
  }
}
