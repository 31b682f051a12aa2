import { newId } from '#core/id.ts';
import { balanceOf, Lane, proveLedger, transferAll } from '#modules/ledger/public.ts';
import { Refusal } from '#core/refusal.ts';
import type { Kit } from './kit.ts';
import { openTill, type Till } from './ledger/open-till.ts';
import { withFault } from './ledger/planted.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const AT_ONCE = 24;

export const doublespendPromise: TrustPromise = {
  number: 16,
  name: 'doublespend',
  title: 'however many tills ask at once, a wallet gives what it holds and not one more; whoever reads meanwhile sees the whole sum in its place',
  run: async (kit) => {
    const attempts = kit.rounds(600, 10_000);
    const faults = await race(kit, attempts, attempts / 20);
    return noneOf('units spent twice, lost or seen missing', attempts * 2, faults, attempts, [`${attempts} attempts, each sent twice, through transactions of their own and through two lanes at once, with readers beside`]);
  },
  // The ledger no longer asks what is left: only the constraint of the table still says no, and that as a breakdown instead of an answer.
  plantedFault: (kit) => withFault(kit, 'balances[f] - helds[f] - amount < leasts[f] then', 'false then', async () => (await race(kit, 200, 10)).length > 0),
};

async function race(kit: Kit, attempts: number, balance: number): Promise<string[]> {
  await kit.hadina();
  const till = await openTill(balance);
  const lanes = [new Lane(till.house, till.network, till.book), new Lane(till.house, till.network, till.book)];
  const keys = Array.from({ length: attempts }, () => newId()).flatMap((key) => [key, key]);
  const paid = new Set<string>();
  const faults: string[] = [];
  let next = 0;
  const worker = async (n: number): Promise<void> => {
    while (next < keys.length) {
      const key = keys[next++]!;
      // Every eighth worker pays in a transaction of its own, as an action does; the others share lanes.
      const done = await (n % 8 === 0 ? payAlone(till, key) : payInLane(till, lanes[n % 2]!, key)).catch((error: unknown) => { faults.push(String(error)); return false; });
      if (done) paid.add(key);
    }
  };
  let open = true;
  const reader = async (): Promise<void> => {
    while (open) {
      const sum = await till.within(async ({ tx }) => tx.selectFrom('ledger.account').select(({ fn }) => [fn.sum<string>('balance_minor').as('sum'), fn.min<bigint>('balance_minor').as('least')]).where('network_id', '=', till.network).where('book_id', '=', till.book).executeTakeFirstOrThrow());
      if (Number(sum.sum) !== 0) faults.push(`a reader saw ${sum.sum} too much`);
    }
  };
  const reading = reader();
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => worker(n)));
  open = false;
  await reading;
  const after = await till.within(async (asking) => [await balanceOf(asking, till.book, till.wallet), await balanceOf(asking, till.book, till.shop)]);
  const proof = await till.within(({ tx }) => proveLedger(tx, till.network, till.book));
  const said = `${paid.size} paid, ${after.map((each) => each?.balance).join(' and ')} left`;
  if (said !== `${balance} paid, 0 and ${balance} left`) faults.push(said);
  return [...faults, ...proof.faults];
}

const payAlone = (till: Till, key: string): Promise<boolean> =>
  till.within((asking) => transferAll({ ...asking }, till.book, [{ kind: 'move', key, from: till.wallet, to: till.shop, amount: 1 }])).then(() => true, (error: unknown) => {
    if (error instanceof Refusal && error.code === 'ledger.not-enough') return false;
    throw error;
  });

const payInLane = async (till: Till, lane: Lane, key: string): Promise<boolean> => {
  const answer = await lane.ask(till.network, { kind: 'move', key, from: till.wallet, to: till.shop, amount: 1 });
  if ('refused' in answer && answer.refused !== 'not-enough') throw new Error(answer.refused);
  return !('refused' in answer);
};
