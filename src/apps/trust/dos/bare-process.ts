import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setPriority } from 'node:os';
import { boundSockets } from '../../web/bound-sockets.ts';

const LOWEST = 19;

/**
 * Serves on a free port of this machine and says it in a line. Without work it refuses whatever is asked, at once and unread, and claims no processor that the house wants: what an
 * attack costs there, it costs everywhere. With so many milliseconds of work for each question it answers everybody as they come: a house without turns.
 */
export function runBare(milliseconds: number): void {
  if (!milliseconds) setPriority(LOWEST);
  const server = createServer((_, response) => {
    if (!milliseconds) return void response.writeHead(429, { 'Retry-After': '60', Connection: 'close' }).end();
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    response.writeHead(200).end();
  });
  boundSockets(server);
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
  process.once('SIGTERM', () => process.exit(0));
}
