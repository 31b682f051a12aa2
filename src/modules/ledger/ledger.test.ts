import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { playSequence, sequence } from '#tests/oracle/ledger-sequences.ts';

it('does what a book told in the plainest way does, whatever is asked, in any order and under any key', async () => {
  const { house, network } = await openHub();
  const runs = Number(process.env.HADINA_LEDGER_SEQUENCES ?? 25);
  await fc.assert(fc.asyncProperty(sequence(), async (steps) => {
    expect(await playSequence(house, network, steps)).toEqual([]);
  }), { numRuns: runs, endOnFailure: true });
});
