import { expect, it } from 'vitest';
import { openPool } from '#core/db/pool.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';

it('a connection that dies while somebody holds it is told to who waits, and ends nothing else', async () => {
  const house = await testHouse();
  const pool = openPool(house.connectAs('hadina_app'));
  const held = await pool.connect();
  const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
  await ownerQuery(house, 'select pg_terminate_backend($1)', [rows[0]!.pid]);
  // Nobody asks anything when it dies: an error without a listener would end the process.
  await new Promise((go) => setTimeout(go, 100));
  await expect(held.query('select 1')).rejects.toThrow();
  held.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});
