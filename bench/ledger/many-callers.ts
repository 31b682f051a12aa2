import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { Lane } from '#modules/ledger/public.ts';
import { percentile } from '../time-statements.ts';
import { type BenchBook, told } from './bench-book.ts';

/** How fast it went, and how long one caller waited for her answer. */
export interface Pace { readonly rate: number; readonly p99: number }

/** Who pays whom in the nth payment. */
export type Pays = (book: BenchBook, n: number) => readonly [from: string, to: string];

/** Anybody to anybody. */
export const anybody = (random: () => number): Pays => ({ wallets }) => {
  const from = Math.floor(random() * wallets.length);
  return [wallets[from]!, wallets[(from + 1 + Math.floor(random() * (wallets.length - 1))) % wallets.length]!];
};

/** One account pays everybody in turn. */
export const oneIssuer: Pays = ({ source, wallets }, n) => [source, wallets[n % wallets.length]!];

/**
 * So many callers in each book, each asking again as soon as she is answered, for so many seconds after one of warming up. A payment counts
 * when its caller has been answered, which is after the commit.
 */
export async function manyCallers(house: House, books: readonly BenchBook[], callers: number, seconds: number, pays: Pays): Promise<Pace> {
  const waits: number[] = [];
  const begins = performance.now() + 1_000;
  const ends = begins + seconds * 1_000;
  let [asked, counted] = [0, 0];
  await Promise.all(books.flatMap((book) => {
    const lane = new Lane(house, book.network, book.book);
    return Array.from({ length: callers }, async () => {
      const caller = newId();
      for (let now = performance.now(); now < ends; now = performance.now()) {
        const [from, to] = pays(book, asked++);
        const answer = await lane.ask(caller, { kind: 'move', key: newId(), from, to, amount: 1 });
        if ('refused' in answer) throw new Error(`a payment of the measurement was refused: ${answer.refused}`);
        told(book, from, to, 1);
        book.entries += 1;
        const done = performance.now();
        if (now >= begins && done <= ends) {
          counted += 1;
          waits.push(done - now);
        }
      }
    });
  }));
  return { rate: counted / seconds, p99: waits.length ? percentile(waits, 99) : Number.POSITIVE_INFINITY };
}
