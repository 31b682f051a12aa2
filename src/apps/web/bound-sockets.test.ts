import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boundSockets } from './bound-sockets.ts';

let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer((_, response) => response.end('here'));
  boundSockets(server, 10);
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => { server.closeAllConnections(); server.close(); });

const open = (): Promise<Socket> => new Promise((go) => { const socket = connect(port, '127.0.0.1', () => go(socket)); socket.on('error', () => {}); });
const asked = (socket: Socket): Promise<string> => new Promise((go) => {
  const told = (text: Buffer): void => go(String(text));
  socket.once('data', told);
  socket.once('close', () => go('closed'));
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
});

it('when the house is full, who was of use longest ago goes; who works keeps her line and new ones are let in', async () => {
  const works = await open();
  const silent: Socket[] = [];
  for (let n = 0; n < 30; n++) {
    silent.push(await open());
    if (n % 5 === 0) expect(await asked(works)).toContain('here');
  }
  await new Promise((go) => setTimeout(go, 50));
  expect(silent.map(({ destroyed, readyState }) => destroyed || readyState !== 'open')).toEqual([...Array.from({ length: 21 }, () => true), ...Array.from({ length: 9 }, () => false)]);
  expect(await asked(works)).toContain('here');
  const late = await open();
  expect(await asked(late)).toContain('here');
  for (const each of [...silent, works, late]) each.destroy();
});
