import type { Command } from 'commander';
import { chainPlaces } from '#core/chain/chain-place.ts';
import { readHeads } from '#core/chain/heads-file.ts';
import { sealEvents } from '#core/chain/seal-events.ts';
import { type Verdict, verifyChain } from '#core/chain/verify-chain.ts';
import { openHadina } from '../open-hadina.ts';

/** `hadina verify`: walks every network's chain from its first event and names the first broken link. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('walk the chain of every network and name the first broken link')
    .action(async () => {
      const hadina = await openHadina({ as: 'client' });
      try {
        const verdicts: Verdict[] = [];
        for (const place of chainPlaces) {
          while (await sealEvents(hadina.sealer, place, true));
          const published = await readHeads(hadina.sealer.headsFile!);
          const { rows } = await hadina.house.worker.query<{ network_id: string }>(
            `select network_id from ${place}.chain union select network_id from ${place}.head`,
          );
          const known = new Set([...rows.map((row) => row.network_id), ...published.filter((head) => head.place === place).map((head) => head.network)]);
          for (const network of known) verdicts.push(await verifyChain(hadina.house.worker, hadina.signing, network, published, place));
        }
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
