import { setTimeout as wait } from 'node:timers/promises';
import { transferAll } from '#modules/ledger/public.ts';
import { faultOf } from '../../fault.ts';
import type { Till } from '../ledger/open-till.ts';
import { type Notes, wish } from '../ledger/what-was-asked.ts';

/** What somebody heard who paid and read while the disk was full. */
export interface Heard {
  readonly paid: number;
  readonly refused: number;
  /** Answers that neither served nor said why not. */
  readonly faults: readonly string[];
}

/** Pays at a till until `until`, told how many were refused, says enough, whatever the house answers, and writes down what was asked and told. A no must say why: no room, or the files cannot be reached. */
export async function payAnyhow(till: Till, notes: Notes, until: (refused: number) => boolean): Promise<Heard> {
  let [paid, refused] = [0, 0];
  const faults = new Set<string>();
  while (!until(refused)) {
    const one = wish(notes, Array.from({ length: 20 }, (_, n) => 1 + n));
    try {
      const numbers = await till.within((asking) => transferAll(asking, till.book, one.map((each) => ({ kind: 'move', ...each, from: till.wallet, to: till.shop }))));
      for (const [n, { key }] of one.entries()) notes.told.set(key, numbers[n]!);
      paid += one.length;
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'refused' && [503, 507].includes(fault.status)) refused += one.length;
      else faults.add(`a payment breaks: ${String(error)}`);
      await wait(50);
    }
  }
  return { paid, refused, faults: [...faults] };
}

/** What is wrong with the answer to a page while the disk is full: it is served, or it says why not in a page of its own. */
export async function wrongPage(path: string, answer: Response): Promise<string | null> {
  if (answer.status === 200) return null;
  const text = await answer.text();
  return [503, 507].includes(answer.status) && text.includes('<html lang="ar') ? null : `${path} is answered ${answer.status} without a word`;
}
