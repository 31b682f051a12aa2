import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type pg from 'pg';
import { openPool } from '#core/db/pool.ts';

// The bare peer: node:http and pg, the same statements under the same policies, the same pool and compression, and the
// least markup that shows the same fifty names. No framework, no sessions, no words, no access table.
const { pool: config, statements } = JSON.parse(process.env.PEER!) as {
  pool: pg.PoolConfig;
  statements: { text: string; values: unknown[]; name?: string }[];
};
const pool = openPool({ ...config, max: 12 });
const compress = promisify(brotliCompress);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const escaped = (text: unknown): string => String(text ?? '').replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

createServer(async (_request, response) => {
  const client = await pool.connect();
  const answers: pg.QueryResult[] = [];
  for (const { text, values, name } of statements) {
    answers.push(name ? await client.query({ name, text, values }) : await client.query(text));
  }
  client.release();
  const rows = answers.reduce<Record<string, unknown>[]>((widest, { rows = [] }) => (rows.length >= widest.length ? rows : widest), []);
  const lines = rows.map((row) => `<tr>${Object.values(row).map((value) => `<td>${escaped(value)}</td>`).join('')}</tr>`).join('');
  const html = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>list</title><table>${lines}</table></html>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' });
  response.end(await compress(html, quality));
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
