import type { Before } from '#core/action.ts';
import { Refusal } from '#core/refusal.ts';
import { readWords } from '../spoken-words/spoken-words.ts';

const SLOW_MINUTES = 15;
const SLOW_TRIES = 4;
const WAIT_MINUTES = 7 * 24 * 60;
const ALL_TRIES = 12;

/**
 * Counts one try of her words before anything is looked at, for all processes together: four in a quarter of an hour, twelve in the life
 * of a parcel. What is no word of the lists is said at once and counts for nothing, since the lists are known to everybody. A try that
 * was right, or that met a parcel already answered, is given back.
 */
export async function countingWords<X>({ actor, blind, tries, input }: Before<{ parcel: string; words: string }>, run: (words?: readonly string[]) => Promise<X>): Promise<X> {
  const read = readWords(input.words);
  if ('count' in read) throw new Refusal('transfer.six-words', { count: read.count }, 'words');
  if ('unknown' in read) throw new Refusal('transfer.word-not-known', { place: read.unknown }, 'words');
  const whose = blind('transfer-words', input.parcel);
  const slow = { network: actor.network, kind: 'words of a parcel', whose };
  const all = { network: actor.network, kind: 'words of a parcel, ever', whose };
  const [now, ever] = [await tries.count(slow, SLOW_MINUTES), await tries.count(all, WAIT_MINUTES)];
  const giveBack = () => Promise.all([tries.giveBack(slow), tries.giveBack(all)]);
  if (ever.points > ALL_TRIES) throw new Refusal('transfer.words-used-up', {}, 'words', { status: 429 });
  if (now.points > SLOW_TRIES) {
    await tries.giveBack(all);
    throw new Refusal('transfer.wait-a-little', { minutes: Math.ceil(now.seconds / 60) }, 'words', { status: 429 });
  }
  return run(read.words).then(
    async (result) => { await giveBack(); return result; },
    async (error: unknown) => { if (!(error instanceof Refusal && error.code === 'transfer.words-do-not-open')) await giveBack(); throw error; },
  );
}
