import type { Command } from 'commander';
import { act } from '#core/pipeline.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { consoleActor, createToken } from '#modules/network/public.ts';
import { openHadina } from '../open-hadina.ts';
import { findHomeNetwork } from '../web/home-network.ts';

/** `hadina token create --role R --hub H`: a token for the API, never wider than the role; shown once. */
export function registerToken(program: Command): void {
  program
    .command('token')
    .description('tokens for the API')
    .command('create')
    .requiredOption('--role <role>', 'role code, e.g. desk_officer')
    .requiredOption('--hub <id>', 'the hub where it may act')
    .option('--name <name>', 'what it is for', 'command line')
    .option('--scope <names...>', 'only these actions and queries, e.g. desk.ticket-board; default: all that the role may')
    .option('--days <days>', 'how long it lives', '365')
    .action(async ({ role, hub, name, scope, days }: { role: string; hub: string; name: string; scope?: string[]; days: string }) => {
      const hadina = await openHadina({ as: 'client' });
      try {
        const home = await findHomeNetwork(hadina.house);
        if (!home) throw new StartRefusal('no-network', {});
        const made = (await act(hadina.house, consoleActor(home.network), createToken, { role, hub, name, days, scopes: scope })) as { token: string };
        process.stdout.write(program.opts().json ? `${JSON.stringify(made)}\n` : `${made.token}\n`);
      } finally {
        await hadina.close();
      }
    });
}
