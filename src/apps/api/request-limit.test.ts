import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { openRequestLimit } from './request-limit.ts';

function house() {
  const limit = openRequestLimit({ token: 40, connection: 20 });
  const app = new Hono();
  app.all('/:whose', async (c) => {
    const { within, headers } = await limit.count(c);
    if (within && c.req.param('whose') === 'real') limit.knows(c);
    return c.text(within ? 'in' : 'wait', within ? 200 : 429, { ...headers });
  });
  return (token: string | null, { whose = 'real', address = '198.51.100.7', bytes }: { whose?: string; address?: string; bytes?: number } = {}) =>
    app.request(`http://localhost/${whose}`, {
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(bytes === undefined ? {} : { 'content-length': String(bytes) }) }, ...(bytes === undefined ? {} : { method: 'POST', body: 'x' }),
    }, { incoming: { socket: { remoteAddress: address } } } as never);
}

it('made-up tokens gain nothing by being many; a real one beside them on the same line goes on', async () => {
  const ask = house();
  expect((await ask('hers')).status).toBe(200);
  const tried = [];
  for (let n = 0; n < 125; n++) tried.push((await ask(`made-up-${n}`, { whose: 'nobody' })).status);
  expect([tried.filter((status) => status === 200).length, tried.at(-1)]).toEqual([119, 429]);
  expect((await ask('hers')).status).toBe(200);
  expect((await ask('another', { address: '198.51.100.8' })).status).toBe(200);
});

it('a body counts by its weight', async () => {
  const ask = house();
  const first = await ask('hers', { bytes: 1_000_000 });
  expect([first.status, first.headers.get('ratelimit-remaining')]).toEqual([200, '9']);
  expect((await ask('hers', { bytes: 1_000_000 })).status).toBe(429);
  expect((await ask(null, { bytes: 200 })).headers.get('ratelimit-remaining')).toBe('19');
});
