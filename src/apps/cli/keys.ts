import type { Command } from 'commander';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { rotateKeys } from '#core/crypto/rotate-keys.ts';
import { openHadina } from '../open-hadina.ts';

/** `hadina keys rotate`: every hub gets a new key and what hung on the old one is wrapped anew, while people go on working. */
export function registerKeys(program: Command): void {
  program
    .command('keys')
    .description('the keys under which everything sealed lies')
    .command('rotate')
    .description('give every hub a new key, while people work; sealed values and backups stay as they are')
    .option('--hub <id>', 'this hub only')
    .action(async ({ hub }: { hub?: string }) => {
      const hadina = await openHadina({ as: 'client' });
      try {
        const done = await rotateKeys(hadina.house.connectAs('hadina_owner', 'hadina_keys'), await loadMasterKey(hadina.home), hub);
        process.stdout.write(
          program.opts().json
            ? `${JSON.stringify(done)}\n`
            : `${done.hubs} hubs have a new key; wrapped anew: ${done.persons} keys of persons, ${done.files} of protected files, ${done.boxes} letter boxes.\n`,
        );
        if (hub && done.hubs === 0) process.exitCode = 3;
      } finally {
        await hadina.close();
      }
    });
}
