import { expect, it } from 'vitest';
import { databaseAway } from './database-away.ts';
import { openPool } from './pool.ts';

it('tells a database that is away from everything else that goes wrong', async () => {
  for (const error of [
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }), Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
    Object.assign(new Error('connect ENOENT /run/.s.PGSQL.5432'), { code: 'ENOENT', syscall: 'connect' }), new Error('Connection terminated unexpectedly'), new Error('timeout exceeded when trying to connect'),
  ]) expect(databaseAway(error), error.message).toBe(true);
  for (const error of [
    Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }), Object.assign(new Error('canceling statement'), { code: '57014' }), Object.assign(new Error('unique'), { code: '23505' }), new Error('Connection of two families'), null,
  ]) expect(databaseAway(error), String(error)).toBe(false);
});

it('knows what the driver says of a place where nobody answers', async () => {
  const pool = openPool({ host: '127.0.0.1', port: 1, user: 'nobody', password: 'nothing' });
  const error = await pool.query('select 1').catch((failure: unknown) => failure);
  expect(databaseAway(error)).toBe(true);
  await pool.end();
});
