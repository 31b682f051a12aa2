import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { readUpload, UnreadableUpload } from './read-upload.ts';

let world: World;
let web: Web;
let manager: Actor;
const many = 40_000;
const big = `Nom;Organisme;Description\n${Array.from({ length: many }, (_, at) => `Atelier ${at};Association ${at % 9};${'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze '.repeat(3)}`).join('\n')}`;

beforeAll(async () => {
  world = await openHub();
  web = await openWeb(world);
  manager = await world.as('hub_manager');
});

async function door() {
  const { origin, stop } = await web.listen();
  onTestFinished(stop);
  const cookie = await web.cookies(manager);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await (await fetch(`${origin}/files/new`, { headers: { cookie } })).text())![1]!;
  return { origin, cookie, csrf };
}
const formOf = (csrf: string, file: string, kind = 'services') => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ _csrf: csrf, _key: '', kind, file_name: '' })) form.append(name, value);
  form.append('file', new Blob([file], { type: 'text/csv' }), 'les services é.csv');
  return form;
};
const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith('hadina-upload-'));

it('a table above what is held comes in row by row, and nothing of it stays beside the database', async () => {
  const { origin, cookie, csrf } = await door();
  expect(big.length).toBeGreaterThan(9 * 1024 * 1024);
  const answer = await fetch(`${origin}/files/new`, { method: 'POST', body: formOf(csrf, big), headers: { cookie, origin }, redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/files\/[0-9a-f-]{36}\/columns$/)]);
  const [row] = await ownerQuery(world.house, 'select kind, file_name, state, rows_read, columns from exchange.import where network_id = $1', [world.network]);
  expect(row).toEqual({ kind: 'services', file_name: 'les services é.csv', state: 'read', rows_read: many, columns: ['Nom', 'Organisme', 'Description'] });
  const again = await fetch(`${origin}/files/new`, { method: 'POST', body: formOf(csrf, big), headers: { cookie, origin }, redirect: 'manual' });
  expect(again.status).toBe(422);
  expect(await again.text()).toMatch(/href="\/files\/[0-9a-f-]{36}"/);
  const odd = await fetch(`${origin}/files/new`, { method: 'POST', body: formOf(csrf, `%PDF-1.7\n${'x'.repeat(10 * 1024 * 1024)}`), headers: { cookie, origin }, redirect: 'manual' });
  expect([odd.status, await odd.text()]).toEqual([422, expect.stringContaining('PDF')]);
  const forged = await fetch(`${origin}/files/new`, { method: 'POST', body: formOf(`${csrf.slice(1)}A`, big), headers: { cookie, origin }, redirect: 'manual' });
  expect(forged.status).toBe(403);
  expect(await ownerQuery(world.house, 'select from exchange.import where network_id = $1', [world.network])).toHaveLength(1);
  expect(leftBehind()).toEqual([]);
}, 60_000);

it('a gigabyte is answered before it is read', async () => {
  const { origin, cookie } = await door();
  const said = await new Promise<{ status: number; text: string; sent: number }>((done, fail) => {
    let sent = 0;
    const asked = request(`${origin}/files/new`, { method: 'POST', headers: { cookie, origin, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 1024 ** 3 } }, (answer) => {
      let text = '';
      answer.on('data', (piece) => { text += String(piece); });
      answer.on('end', () => { done({ status: answer.statusCode!, text, sent }); asked.destroy(); });
    });
    asked.on('error', fail);
    const piece = Buffer.alloc(64 * 1024, 120);
    asked.write(piece);
    sent += piece.length;
  });
  expect(said.status).toBe(413);
  expect(said.text).toContain('hadina import');
  expect(said.sent).toBeLessThan(1024 * 1024);
  expect(leftBehind()).toEqual([]);
});

it('reads a form cut in any place into pieces, and refuses one that is cut off', async () => {
  const content = `a;b\r\n--x\r\n--xy\r\n1;2\r\n`;
  const body = Buffer.from(`--xyz\r\nContent-Disposition: form-data; name="kind"\r\n\r\nservices\r\n--xyz\r\nContent-Disposition: form-data; name="file"; filename="t.csv"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--xyz\r\nContent-Disposition: form-data; name="consent"\r\n\r\n\r\n--xyz--\r\n`);
  const folder = await mkdtemp(join(tmpdir(), 'hadina-form-'));
  async function* inPieces(bytes: Buffer, size: number) { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size); }
  for (const size of [1, 2, 3, 5, 7, 11, 40, 1_000]) {
    const path = join(folder, String(size));
    expect(await readUpload(inPieces(body, size), 'multipart/form-data; boundary=xyz', path, 1_000)).toEqual({ fields: { kind: 'services', consent: '' }, fileName: 't.csv', bytes: content.length });
    expect(readFileSync(path, 'utf8')).toBe(content);
  }
  for (const cut of [10, 60, 120, 200, body.length - 10]) {
    await expect(readUpload(inPieces(body.subarray(0, cut), 9), 'multipart/form-data; boundary=xyz', join(folder, 'cut'), 1_000)).rejects.toThrow(UnreadableUpload);
  }
  await expect(readUpload(inPieces(body, 9), 'multipart/form-data; boundary=xyz', join(folder, 'big'), 5)).rejects.toThrow('too big');
});
