import type { Command } from 'commander';
import type { Verdict } from '#core/chain/verdict.ts';
import { verifyAll } from '#core/chain/verify-all.ts';
import { openHadina } from '../open-hadina.ts';

/** `hadina verify`: walks every network's chain from its first event and names the first broken link. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('walk the chain of every network and name the first broken link')
    .action(async () => {
      const hadina = await openHadina({ as: 'client' });
      try {
        const verdicts = await verifyAll(hadina.house.worker, hadina.sealer, hadina.signing);
        const broken = verdicts.filter((verdict) => verdict.broken);
        process.stdout.write(program.opts().json
          ? `${JSON.stringify({ verdicts }, (_, value) => (typeof value === 'bigint' ? Number(value) : value))}\n`
          : `${verdicts.map(line).join('\n')}\n`);
        if (broken.length) process.exitCode = 3;
      } finally {
        await hadina.close();
      }
    });
}

const line = ({ network, events, broken }: Verdict): string =>
  broken
    ? `network ${network}: BROKEN at link ${broken.seq} (${broken.fault}), event ${broken.event ?? 'unknown'}`
    : `network ${network}: ${events} events, every link holds`;
