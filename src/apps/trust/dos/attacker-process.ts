import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { Target } from './ask.ts';
import { type Arms, attacks } from './attacks.ts';

/** What an attacker is told: which attack begins, on whom and with what; or that it ends. */
export type Order = { readonly attack: number; readonly target: Target; readonly arms: Arms } | { readonly end: true };

/** What an attacker says: that it began; in the end what it got, what was wrong with it, and the seconds of processor it took for itself. */
export type Report = { readonly begun: true } | { readonly got: readonly string[]; readonly faults: readonly string[]; readonly processor: number };

/** The lowest that a system knows: an attacker sits elsewhere and takes nothing of the processor that the house has. */
const LOWEST = 19;

/** Attacks a house from a process of its own, as it is told line by line, until nothing more is told. */
export async function runAttacker(): Promise<void> {
  setPriority(LOWEST);
  const say = (report: Report): void => void process.stdout.write(`${JSON.stringify(report)}\n`);
  let end: Awaited<ReturnType<ReturnType<typeof attacks>[number]['begin']>> | undefined;
  let began = process.cpuUsage();
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line) as Order;
    if ('attack' in order) {
      began = process.cpuUsage();
      end = await attacks(order.arms)[order.attack]!.begin(order.target);
      say({ begun: true });
    } else {
      const outcome = await end!();
      const { user, system } = process.cpuUsage(began);
      say({ ...outcome, processor: (user + system) / 1_000_000 });
    }
  }
}
