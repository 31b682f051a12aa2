import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { sqlMutantsOf } from './sql-mutants.ts';
import { collected } from './collected-tests.ts';
import '#modules/ledger/ledger.test.ts';
import '#modules/ledger/one-batch.test.ts';
import '#modules/ledger/functions.test.ts';

/** A test that takes longer waits for something that never comes; in milliseconds. */
const LONGEST = 20_000;
/** Where the result is written; asks only about mistakes that contain these words. */
const { HADINA_MUTATE_RESULT: result = '', HADINA_MUTATE_ONLY: only = '' } = process.env;

it('the tests of the ledger notice mistakes in the functions that move value', async () => {
  const house = await testHouse();
  const told: { file: string; status: string; line: number; change: string }[] = [];
  expect(await noticed(), 'without any mistake').toBe(null);
  const functions = await ownerQuery<{ name: string; whole: string }>(house, `select proname as name, pg_get_functiondef(oid) as whole from pg_proc where pronamespace = 'ledger'::regnamespace and prokind = 'f' order by proname`);
  const planted = functions.flatMap(({ name, whole }) => sqlMutantsOf(whole).map((mutant) => ({ name, whole, ...mutant }))).filter(({ name, change }) => `${name}: ${change}`.includes(only));
  for (const [n, { name, whole, text, change, line }] of planted.entries()) {
    // What PostgreSQL does not take as a function is no mistake that anybody could make.
    const taken = await ownerQuery(house, text).then(() => true, () => false);
    const by = taken ? await noticed() : null;
    await ownerQuery(house, whole);
    const status = !taken ? 'CompileError' : by === null ? 'Survived' : 'Killed';
    told.push({ file: `ledger.${name}`, status, line, change });
    process.stdout.write(`${n + 1} of ${planted.length} ${status} ledger.${name}:${line}: ${change}${by ? ` (${by.slice(0, 40)})` : ''}\n`);
    if (result) writeFileSync(result, JSON.stringify(told));
  }

  /** The test that notices, or nothing. Whoever waits for ever has noticed. */
  async function noticed(): Promise<string | null> {
    for (const { name, run } of collected) {
      const work = Promise.resolve().then(run);
      work.catch(() => {});
      const well = await Promise.race([work.then(() => true, () => false), pause(LONGEST, false)]);
      if (!well) {
        await ownerQuery(house, `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'hadina' and pid <> pg_backend_pid() and (state = 'active' or state like 'idle in transaction%') and now() - query_start > interval '2 seconds'`);
        return name;
      }
    }
    return null;
  }
});
