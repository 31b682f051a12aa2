import { Lane, transferAll } from '#modules/ledger/public.ts';
import type { Till } from './open-till.ts';
import { type Asked, type Notes, wish } from './what-was-asked.ts';

const IN_LANE = 12;

/** What hears of each step: before something is asked, and when it was answered. */
export interface Hears {
  asked?(asked: Asked): void;
  told?(asked: Asked, numbers: readonly number[]): void;
}

/** Pays without end, many through a lane and one in transactions of three payments each, until `until` says enough or a connection dies. */
export async function payWithoutEnd(till: Till, notes: Notes, { until, asked, told }: Hears & { until(): boolean }): Promise<void> {
  const lane = new Lane(till.house, till.network, till.book);
  const { wallet: from, shop: to } = till;
  const pay = async (amounts: readonly number[]): Promise<void> => {
    const one = wish(notes, amounts);
    asked?.(one);
    const numbers = one.length === 1 ? [await inLane(one[0]!)] : await till.within((asking) => transferAll(asking, till.book, one.map((each) => ({ kind: 'move', ...each, from, to }))));
    told?.(one, numbers);
    for (const [n, { key }] of one.entries()) notes.told.set(key, numbers[n]!);
  };
  const inLane = async ({ key, amount }: Asked[number]): Promise<number> => {
    const answer = await lane.ask(till.network, { kind: 'move', key, from, to, amount });
    if ('refused' in answer) throw new Error(`a payment was refused: ${answer.refused}`);
    return answer.number;
  };
  const caller = async (n: number): Promise<void> => {
    while (!until()) await pay(n === IN_LANE ? [1, 2, 3] : [1 + (n % 5)]);
  };
  await Promise.all(Array.from({ length: IN_LANE + 1 }, (_, n) => caller(n).catch((error: unknown) => { if (!connectionDied(error)) throw error; })));
}

/** Whether this is what a caller sees of a database that was killed; anything else is a fault of the house. */
function connectionDied(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(57P0[1-4]|08\w{3}|ECONNRESET|ECONNREFUSED|ENOENT|EPIPE)$/u.test(code) || /terminated|closed|not queryable|Connection|timeout/u.test(message);
}
