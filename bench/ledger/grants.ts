import { newId } from '#core/id.ts';
import { transferAll } from '#modules/ledger/public.ts';
import { type BenchBook, told } from './bench-book.ts';

/** Grants the same to so many wallets in one transaction, all or none; gives the seconds it took until it was committed. */
export async function grant(book: BenchBook, many: number, amount: number): Promise<number> {
  const to = book.wallets.slice(0, many);
  const began = performance.now();
  await book.within((asking) => transferAll(asking, book.book, to.map((wallet) => ({ kind: 'move', key: newId(), from: book.source, to: wallet, amount, reason: 'grant' }))));
  const seconds = (performance.now() - began) / 1_000;
  for (const wallet of to) told(book, book.source, wallet, amount);
  book.entries += many;
  return seconds;
}

/** Fills a book with transfers between its wallets, lot after lot. */
export async function fill(book: BenchBook, transfers: number, random: () => number): Promise<void> {
  const { wallets } = book;
  for (let done = 0; done < transfers; done += 10_000) {
    const lot = Array.from({ length: Math.min(10_000, transfers - done) }, () => {
      const from = Math.floor(random() * wallets.length);
      return { from: wallets[from]!, to: wallets[(from + 1 + Math.floor(random() * (wallets.length - 1))) % wallets.length]!, amount: 1 };
    });
    await book.within((asking) => transferAll(asking, book.book, lot.map((each) => ({ kind: 'move', key: newId(), ...each }))));
    for (const { from, to, amount } of lot) told(book, from, to, amount);
    book.entries += lot.length;
  }
}
