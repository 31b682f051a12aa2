import type { Command } from 'commander';
import { openHadina } from '../open-hadina.ts';

/** `hadina migrate`: brings the database to this version and stops. */
export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to this version')
    .action(async () => {
      const done: string[] = [];
      const hadina = await openHadina({ as: 'supervisor', say: (line) => done.push(line) });
      await hadina.close();
      process.stdout.write(program.opts().json ? `${JSON.stringify({ done })}\n` : `${done.length ? done.join('\n') : 'Nothing to do.'}\n`);
    });
}
