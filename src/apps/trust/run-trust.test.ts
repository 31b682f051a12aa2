import { expect, it } from 'vitest';
import { builtSql } from './inject/built-sql.ts';
import { inRange } from './advisories/in-range.ts';
import { formsOf, hitsIn } from './at-rest/search-files.ts';
import { faultOfReply } from './fuzz/check-reply.ts';
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

it('every promise is there, once, in order', () => {
  const numbers = promises.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expect(numbers).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 21, 25, 26, 28, 29, 31, 33, 35, 37, 38, 43, 44, 45, 46, 51, 52, 53, 54, 55, 56, 57, 58]));
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
  expect(builtSql('rows.limit(sql.lit(typed))', 'modules/desk/x.ts')).toHaveLength(1);
  expect(builtSql('rows.limit(sql.lit(PAGE))', 'modules/desk/x.ts')).toEqual([]);
});

it('a version is told from a range as people read it', () => {
  for (const [version, range, within] of [
    ['1.10.0', '<1.9.0', false], ['1.9.9', '<1.10.0', true], ['1.10.1', '>=1.3.0 <1.10.1', false], ['1.10.0', '>=1.3.0 <1.10.1', true], ['1.2.9', '>=1.3.0 <1.10.1', false],
    ['4.0.0-beta.2', '<4.0.0', false], ['8.3.2', '<11.1.1', true], ['2.0.0', '=2.0.0', true],
  ] as const) expect(inRange(version, range), `${version} ${range}`).toBe(within);
  expect(() => inRange('1.0.0', '^1.0.0')).toThrow();
});

it('what an answer of the API promises is told from what it is', () => {
  const good = { status: 200, type: 'application/json; charset=utf-8', text: '{}', milliseconds: 5 };
  expect(faultOfReply(good)).toBeNull();
  expect(faultOfReply({ ...good, status: 404, type: 'application/problem+json', text: '{"status":404,"title":"not-found"}' })).toBeNull();
  for (const bad of [{ status: 500 }, { milliseconds: 2_001 }, { text: '<p>' }, { status: 404 }, { type: 'text/html' }, { status: 422, type: 'application/problem+json', text: '{"status":400,"title":"x"}' }]) expect(faultOfReply({ ...good, ...bad }), JSON.stringify(bad)).not.toBeNull();
  expect(faultOfReply(good, () => [{ instancePath: '/ticket', message: 'is missing' } as never])).toContain('/ticket');
});
