import type { Country } from '#core/words/locale.ts';
import type { Command } from 'commander';
import type { TrustLine } from './run-trust.ts';

interface Chosen { quick?: true; full?: true; seed?: string; diff?: true }

/** `hadina trust`: proves the product's promises on a scratch database of its own, never on the user's. */
export function registerTrust(program: Command): void {
  program
    .command('trust [promise]')
    .description('prove the promises on a scratch database: each prints its cases, seed and figure, and catches a planted fault')
    .option('--quick', 'about a minute; says which rounds it shortened and which promises it left out')
    .option('--full', 'as before a release')
    .option('--seed <number>', 'repeat a run')
    .option('--diff', 'only compare the access matrix with docs/access-matrix.md')
    .action(async (which: string | undefined, { quick, full, seed, diff }: Chosen) => {
      const { leftOut, runTrust } = await import('./run-trust.ts');
      const json = program.opts().json === true;
      const sized = quick ? 'quick' : full ? 'full' : 'usual';
      const lines = await runTrust({
        which: diff ? 'rights' : which,
        seed: seed === undefined ? Date.now() % 1_000_000 : Number(seed),
        size: sized,
        say: (line) => { if (!json) process.stdout.write(`${textOf(line)}\n`); },
      });
      const broken = lines.filter(({ kept }) => !kept);
      const left = which || diff ? [] : leftOut(sized);
      if (!json) for (const { number, name, tooLongForAMinute: why } of left) process.stdout.write(`left out ${number}  ${name}: ${why}\n`);
      process.stdout.write(json ? `${JSON.stringify({ promises: lines, left_out: left.map(({ number, name }) => ({ number, name })) })}\n` : `${lines.length - broken.length} of ${lines.length} promises kept\n`);
      if (broken.length) process.exitCode = 3;
    });
}

/** Processes that promises start and nobody else has a use for: a till that pays without end (14), a door that serves a scratch database (23, 49), somebody who attacks one and a server without a house (49). */
export function registerOwnProcesses(program: Command): void {
  program.command('trust-till <network> <book> <wallet> <shop>', { hidden: true }).action(async (network: string, book: string, wallet: string, shop: string) => {
    const { runTill } = await import('./ledger/till-process.ts');
    await runTill({ network, book, wallet, shop });
  });
  program.command('trust-door <network> <country>', { hidden: true }).action(async (network: string, country: Country) => {
    const { runDoor } = await import('./web/door-process.ts');
    await runDoor(network, country);
  });
  program.command('trust-attacker', { hidden: true }).action(async () => {
    const { runAttacker } = await import('./dos/attacker-process.ts');
    await runAttacker();
  });
  program.command('trust-bare [milliseconds]', { hidden: true }).action(async (milliseconds = '0') => {
    const { runBare } = await import('./dos/bare-process.ts');
    runBare(Number(milliseconds));
  });
}

function textOf({ number, title, cases, seed, figure, kept, faultCaught, seconds, notes }: TrustLine): string {
  const fault = faultCaught ? 'planted fault caught' : 'PLANTED FAULT NOT CAUGHT';
  const line = `${kept ? 'kept  ' : 'BROKEN'} ${String(number).padStart(2)}  ${title} · ${cases} cases · seed ${seed} · ${figure} · ${fault} · ${seconds} s`;
  return [line, ...notes.map((note) => `          ${note}`)].join('\n');
}
