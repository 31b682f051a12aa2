import { newId } from '#core/id.ts';
import { applyBatch, balanceOf, type CalledCommand, proveLedger } from '#modules/ledger/public.ts';
import type { Till } from './open-till.ts';

/** Payments that were asked as one: all or none of them. */
export type Asked = readonly { readonly key: string; readonly amount: number }[];

/** What a caller wrote down outside the house: what she asked, and the number she was told for each key that was acknowledged. */
export interface Notes {
  readonly asked: Asked[];
  readonly told: Map<string, number>;
}

export const emptyNotes = (): Notes => ({ asked: [], told: new Map() });

/** One new wish of so many payments, written down before it is asked. */
export function wish({ asked }: Notes, amounts: readonly number[]): Asked {
  const one = amounts.map((amount) => ({ key: newId(), amount }));
  asked.push(one);
  return one;
}

export const asCommands = ({ network, wallet, shop }: Till, asked: Asked): CalledCommand[] =>
  asked.map(({ key, amount }) => ({ caller: network, command: { kind: 'move', key, from: wallet, to: shop, amount } }));

/**
 * Holds what stands in the book against what a caller wrote down before a crash. What was acknowledged stands under its number; what was asked as one
 * stands whole or not at all; asking again what nobody answered moves it exactly once. `before` is what the shop had; gives what differs and what it has.
 */
export async function holdAgainst(till: Till, { asked, told }: Notes, before: number): Promise<{ faults: string[]; unanswered: number; has: number }> {
  const keys = asked.flat().map(({ key }) => key);
  const stands = await till.within(async ({ tx }) => new Map((await tx.selectFrom('ledger.transfer').select(['key', 'number']).where('network_id', '=', till.network).where('book_id', '=', till.book).where('key', 'in', keys).execute())
    .map(({ key, number }) => [key as string, Number(number)])));
  const faults = [...told].filter(([key, number]) => stands.get(key) !== number).map(([key, number]) => `payment ${number} was acknowledged and stands as ${stands.get(key) ?? 'nothing'}`);
  let unanswered = 0;
  for (const whole of asked) {
    const found = whole.filter(({ key }) => stands.has(key)).length;
    if (found !== 0 && found !== whole.length) faults.push(`${found} of ${whole.length} payments asked as one stand`);
    if (whole.every(({ key }) => told.has(key))) continue;
    unanswered += 1;
    const [first, second] = [await again(till, whole), await again(till, whole)];
    if (first.some((number) => number === null) || String(first) !== String(second)) faults.push(`asked again, a payment was answered ${first} and then ${second}`);
  }
  const has = await shopHas(till);
  const should = before + asked.flat().reduce((sum, { amount }) => sum + amount, 0);
  if (has !== should) faults.push(`the shop has ${has}, was paid ${should}`);
  return { faults: [...faults, ...(await till.within(({ tx }) => proveLedger(tx, till.network, till.book))).faults], unanswered, has };
}

const again = (till: Till, asked: Asked): Promise<(number | null)[]> =>
  till.within(async ({ tx }) => (await applyBatch(tx, { network: till.network, book: till.book, whole: true }, asCommands(till, asked))).map((answer) => ('number' in answer ? answer.number : null)));

export const shopHas = (till: Till): Promise<number> => till.within(async (asking) => (await balanceOf(asking, till.book, till.shop))!.balance);
