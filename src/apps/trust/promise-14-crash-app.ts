import type { Kit } from './kit.ts';
import { signalTill } from './ledger/killed-till.ts';
import { openTill } from './ledger/open-till.ts';
import { withFault } from './ledger/planted.ts';
import { holdAgainst } from './ledger/what-was-asked.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const LONGEST_END_MS = 10_000;

export const crashAppPromise: TrustPromise = {
  number: 14,
  name: 'crash-app',
  title: 'kill -9 of a process in the middle of its payments leaves none lost, doubled or half done; told to end (SIGTERM), it answers what it was asked',
  run: async (kit) => {
    const [kills, ends] = [kit.rounds(2, 200, 400), kit.rounds(1, 10, 20)];
    const { faults, acknowledged, unanswered } = await killAndLook(kit, kills, ends);
    return noneOf('payments lost, doubled, half done or left without an answer', acknowledged + unanswered, faults, kills * 10, [`${kills} times killed, ${ends} times told to end; ${acknowledged} payments acknowledged, ${unanswered} unanswered and asked again`]);
  },
  // A ledger that writes what comes back after a crash under another key, and so a second time.
  plantedFault: (kit) => withFault(kit, 'if old_numbers[i] is not null then', 'if old_numbers[i] is not null then keys[i] := gen_random_uuid(); end if;\n    if false then', async () => (await killAndLook(kit, 2, 0)).faults.length > 0),
};

async function killAndLook(kit: Kit, kills: number, ends: number): Promise<{ faults: string[]; acknowledged: number; unanswered: number }> {
  const { home } = await kit.hadina();
  const till = await openTill(500_000_000);
  const found = { faults: [] as string[], acknowledged: 0, unanswered: 0 };
  let has = 0;
  for (let n = 0; n < kills + ends; n++) {
    const signal = n < kills ? 'SIGKILL' : 'SIGTERM';
    const { notes, code, milliseconds, complained } = await signalTill(home, till, signal, 10 + kit.random.below(60), kit.random.below(25));
    const held = await holdAgainst(till, notes, has);
    has = held.has;
    const faults = [...held.faults];
    if (!notes.told.size) faults.push(`nobody was served: ${complained.slice(0, 300)}`);
    if (signal === 'SIGTERM' && (code !== 0 || held.unanswered || milliseconds > LONGEST_END_MS)) faults.push(`ended with ${code} after ${Math.round(milliseconds)} ms, ${held.unanswered} without an answer: ${complained.slice(0, 300)}`);
    found.faults.push(...faults.map((fault) => `${signal} ${n + 1}: ${fault}`));
    found.acknowledged += notes.told.size;
    found.unanswered += held.unanswered;
  }
  return found;
}
