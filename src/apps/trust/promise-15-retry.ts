import { newId } from '#core/id.ts';
import { beginFor } from '#core/db/context.ts';
import { visitor } from '#core/actor.ts';
import { applyBatch, balanceOf, type CalledCommand, proveLedger } from '#modules/ledger/public.ts';
import type { Kit } from './kit.ts';
import { openTill, type Till } from './ledger/open-till.ts';
import { withFault } from './ledger/planted.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { kyselyOver } from '#core/db/one-client-dialect.ts';

export const retryPromise: TrustPromise = {
  number: 15,
  name: 'retry',
  title: 'when a connection dies in the middle of a payment, sending it again with its key moves the money exactly once; the same key with other contents is refused',
  run: async (kit) => {
    const rounds = kit.rounds(25, 500, 2_000);
    const faults = await cutAndRetry(kit, rounds);
    return noneOf('payments lost, done twice or changed under their key', rounds * 5, faults, rounds, [`${rounds} payments whose connection was cut before, during or after the commit`]);
  },
  // A ledger that does not look whether the key has moved something before, and writes under a new one.
  plantedFault: (kit) => withFault(kit, 'if old_numbers[i] is not null then', 'if old_numbers[i] is not null then keys[i] := gen_random_uuid(); end if;\n    if false then', async () => (await cutAndRetry(kit, 6)).length > 0),
};

async function cutAndRetry(kit: Kit, rounds: number): Promise<string[]> {
  await kit.hadina();
  const till = await openTill(rounds * 10);
  const faults: string[] = [];
  for (let n = 0; n < rounds; n++) {
    const asked: CalledCommand = { caller: till.network, command: { kind: 'move', key: newId(), from: till.wallet, to: till.shop, amount: 1 + kit.random.below(9) } };
    const spent = n === 0 ? 0 : (await shopHas(till));
    await cut(till, asked, kit.random.below(3));
    const first = await again(till, asked);
    const second = await again(till, asked);
    const amount = 'amount' in asked.command ? asked.command.amount! : 0;
    if ('refused' in first || 'refused' in second || first.number !== second.number || !second.before) faults.push(`payment ${n} was answered ${JSON.stringify([first, second])}`);
    if ((await shopHas(till)) !== spent + amount) faults.push(`payment ${n} of ${amount} moved ${(await shopHas(till)) - spent}`);
    const other = await again(till, { ...asked, command: { ...asked.command, amount: amount + 1 } as CalledCommand['command'] });
    if (!('refused' in other) || other.refused !== 'key-reused') faults.push(`payment ${n} with another amount under its key: ${JSON.stringify(other)}`);
    const stranger = await again(till, { ...asked, caller: newId() });
    if ('refused' in stranger || stranger.before) faults.push(`the same key of somebody else: ${JSON.stringify(stranger)}`);
    else await giveBack(till, stranger.number);
  }
  return [...faults, ...(await till.within(({ tx }) => proveLedger(tx, till.network, till.book))).faults];
}

/** Sends a payment on a connection that is cut: before the commit, together with it, or after it. Nobody hears the answer. */
async function cut({ house, network, book }: Till, asked: CalledCommand, when: number): Promise<void> {
  const client = await house.app.connect();
  client.on('error', () => {});
  try {
    await client.query(beginFor(visitor(network)));
    await applyBatch(kyselyOver(client), { network, book }, [asked]);
    const commit = when > 0 ? client.query('commit') : null;
    if (when === 2) await commit;
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    await commit;
  } catch {
    // The connection is gone; what became of the payment is what the next ones ask.
  } finally {
    client.release(true);
  }
}

const again = (till: Till, asked: CalledCommand) => till.within(async ({ tx }) => (await applyBatch(tx, { network: till.network, book: till.book }, [asked]))[0]!);
const giveBack = (till: Till, of: number) => again(till, { caller: till.network, command: { kind: 'reverse', key: newId(), of } });
const shopHas = (till: Till): Promise<number> => till.within(async (asking) => (await balanceOf(asking, till.book, till.shop))!.balance);
