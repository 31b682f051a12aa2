import { connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import type { Server } from 'node:http';
import { openServer } from '../serve.ts';
import { openLog } from '../log.ts';
import { loadAssets } from './assets.ts';
import { sitemap } from './sitemap.ts';
import { SESSION } from './who-visits.ts';

let world: World;
let server: Server;
let port: number;
let cookie: string;
const LINE = '198.51.100.80';
const NOWHERE = '/people/00000000-0000-7000-8000-000000000000/documents';

beforeAll(async () => {
  world = await openHub();
  const { house, network, country } = world;
  server = openServer({ house, home: { network, country, demo: false }, pages: sitemap, assets: await loadAssets(), log: openLog(), publicUrl: null, csrfKey: house.keyFor('csrf'), secure: false });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  port = (server.address() as AddressInfo).port;
  cookie = `${SESSION}=${await newSession(house, await world.as('desk_officer'))}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });

/** Sends the head of a question and what there is of its body; gives the first line of what is answered within two seconds, or null. */
function send(lines: readonly string[], body: string): Promise<string | null> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(`${[...lines, 'Host: localhost', `X-Forwarded-For: ${LINE}`].join('\r\n')}\r\n\r\n${body}`);
  const heard = new Promise<string>((go) => socket.once('data', (data) => go(String(data).split('\r\n')[0]!)));
  return Promise.race([heard, wait(2_000).then(() => null)]);
}
const form = 'Content-Type: application/x-www-form-urlencoded';

it('what is too big by its own word is answered before it comes: for a stranger a tenth of a megabyte, for a colleague two', async () => {
  expect(await send(['POST /sign-in HTTP/1.1', form, 'Content-Length: 200000'], 'a')).toContain('413');
  expect(await send(['POST /sign-in HTTP/1.1', form, 'Content-Length: 200000', 'Cookie: __Host-session=made-up'], 'a')).toContain('413');
  expect(await send(['POST /api/v1/desk/open-ticket HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 200000'], '{')).toContain('413');
  expect(await send(['POST /account/password HTTP/1.1', form, 'Content-Length: 200000', `Cookie: ${cookie}`], 'a'.repeat(200_000))).toContain('403');
  expect(await send(['POST /account/password HTTP/1.1', form, 'Content-Length: 3000000', `Cookie: ${cookie}`], 'a')).toContain('413');
});

it('who is slow in sending keeps nobody’s turn and no room of those who send a file', async () => {
  for (let n = 0; n < 5; n++) void send(['POST /sign-in HTTP/1.1', form, 'Content-Length: 1000'], 'a');
  const multipart = 'Content-Type: multipart/form-data; boundary=x';
  for (let n = 0; n < 3; n++) void send([`POST ${NOWHERE} HTTP/1.1`, multipart, 'Content-Length: 9000000', `Cookie: ${cookie}`], '--x');
  await wait(50);
  expect(await send(['GET /sign-in HTTP/1.1'], '')).toContain('200');
  const body = '--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nold\r\n--x--\r\n';
  expect(await send([`POST ${NOWHERE} HTTP/1.1`, multipart, `Content-Length: ${body.length}`, `Cookie: ${cookie}`], body)).toMatch(/ 40[34]/);
});
