import { expect, it } from 'vitest';
import { builtSql } from './inject/built-sql.ts';
import { formsOf, hitsIn } from './at-rest/search-files.ts';
import { openKit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { promises } from './promises.ts';
import { randomOf } from './random.ts';
import { callsPerRow } from './rls-catalog/calls-per-row.ts';
import { testOne } from './run-trust.ts';

const told = (said: Partial<TrustPromise>): TrustPromise => ({
  number: 0, name: 'told', title: 'as told', run: async () => noneOf('faults', 10, []), plantedFault: async () => true, ...said,
});
const { kitFor } = openKit(7, 'quick');

it('a promise is kept only when its figure holds and its planted fault is caught', async () => {
  expect(await testOne(told({}), kitFor)).toMatchObject({ kept: true, cases: 10, seed: 7, figure: '0 faults' });
  expect(await testOne(told({ run: async () => noneOf('faults', 10, ['one']) }), kitFor)).toMatchObject({ kept: false, notes: ['one'] });
  expect(await testOne(told({ run: async () => noneOf('faults', 10, [], 11) }), kitFor)).toMatchObject({ kept: false });
  expect(await testOne(told({ plantedFault: async () => false }), kitFor)).toMatchObject({ kept: false, faultCaught: false });
  expect(await testOne(told({ run: () => Promise.reject(new Error('broke')) }), kitFor)).toMatchObject({ kept: false, figure: 'could not be tested' });
});

it('every promise of the first release is there, once, in order', () => {
  expect(promises.map(({ number }) => number)).toEqual([1, 2, 4, 5, 25, 28, 31, 35, 37, 38, 51, 52, 53, 55, 57]);
  expect(new Set(promises.map(({ name }) => name)).size).toBe(promises.length);
});

it('the same seed gives the same chance', () => {
  const [one, same, other] = [randomOf(3), randomOf(3), randomOf(4)];
  const draw = (random: typeof one) => Array.from({ length: 20 }, () => random.below(1_000));
  const drawn = draw(one);
  expect(draw(same)).toEqual(drawn);
  expect(draw(other)).not.toEqual(drawn);
});

it('a secret is found however a file holds it', () => {
  const secret = 'Qz0123456789ab';
  const wide = Buffer.from(secret, 'utf16le');
  for (const held of [secret, `xx${secret}yy`].map((text) => Buffer.from(text)).concat(wide, Buffer.from(Buffer.from(`a${secret}b`).toString('base64')), Buffer.from(Buffer.from(`ab${secret}`).toString('base64')))) {
    expect(hitsIn(held, formsOf(secret), new Set())).not.toEqual([]);
  }
  expect(hitsIn(Buffer.from('tel +21622345678.'), new Map(), new Set(['22345678']))).not.toEqual([]);
  expect(hitsIn(Buffer.from('nothing here'), formsOf(secret), new Set(['22345678']))).toEqual([]);
});

it('a function that a policy calls for every row is told from one called once', () => {
  expect(callsPerRow(`(hub_id = ANY (( SELECT (COALESCE(NULLIF(current_setting('app.hubs'::text, true), ''::text), '{}'::text))::uuid[])::uuid[]))`)).toEqual([]);
  expect(callsPerRow(`(hub_id = (current_setting('app.hub'::text))::uuid)`)).toEqual(['current_setting']);
  expect(callsPerRow(`(id IN ( SELECT g.id FROM g WHERE (may_see(g.id))))`)).toEqual(['may_see']);
});

it('text put into SQL is told from parameters', () => {
  expect(builtSql('client.query(`select ${name}`)', 'modules/desk/x.ts')).toHaveLength(1);
  expect(builtSql('sql`select ${name}`.execute(tx)', 'modules/desk/x.ts')).toEqual([]);
});
