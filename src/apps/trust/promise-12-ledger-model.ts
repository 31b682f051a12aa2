import fc from 'fast-check';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { playSequence, sequence } from '#tests/oracle/ledger-sequences.ts';
import type { Kit } from './kit.ts';
import { withFault } from './ledger/planted.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const COMMANDS = 100;

export const ledgerModelPromise: TrustPromise = {
  number: 12,
  name: 'ledger-model',
  title: 'the ledger does what a book told in the plainest way does: nothing is lost or made, nobody gives what she has not, what is reserved ends, a refund never exceeds its sale, the same key moves once',
  run: async (kit) => {
    const sequences = kit.rounds(20, 1_000, 20_000);
    const { faults, done } = await play(kit, sequences, kit.seed);
    return noneOf('differences between the ledger and the model', done * COMMANDS, faults, sequences * COMMANDS, [`${done} sequences of ${COMMANDS} commands, each in a book of its own, then added up again`]);
  },
  // A ledger that looks at the balance and forgets what is reserved.
  plantedFault: (kit) => withFault(kit, 'balances[f] - helds[f] - amount < leasts[f]', 'balances[f] - amount < leasts[f] and balances[f] - helds[f] - amount < leasts[f] - 1', async () => (await play(kit, 40, kit.seed)).faults.length > 0),
};

/** Plays sequences of the seed until some differ; the first is made small before it is told. */
async function play(kit: Kit, sequences: number, seed: number): Promise<{ faults: string[]; done: number }> {
  await kit.hadina();
  const { house, network } = await openHub();
  const all = fc.sample(sequence(COMMANDS), { numRuns: sequences, seed });
  for (const [done, steps] of all.entries()) {
    // What the database itself forbids (a bound, a missing row) differs as much as a wrong answer.
    const faults = await playSequence(house, network, steps).catch((error: unknown) => [String(error)]);
    if (faults.length) return { faults: faults.map((fault) => `sequence ${done} of seed ${seed}: ${fault.slice(0, 600)}`), done: done + 1 };
  }
  return { faults: [], done: sequences };
}
