import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { receiveMessage } from '#modules/currency/public.ts';
import { openHadina } from '../open-hadina.ts';
import { findHomeNetwork } from '../web/home-network.ts';

/** `hadina text FROM TEXT`: a text message as a telephone would send it, and the answer it would read. In a demo network only; elsewhere a gateway brings them, signed. */
export function registerText(program: Command): void {
  program
    .command('text')
    .description('send a text message to the demo network as a telephone would, and read the answer')
    .argument('<from>', 'the number of the telephone, e.g. +21620000001')
    .argument('<text...>', 'what it says, e.g. B 2580')
    .action(async (from: string, text: readonly string[]) => {
      const hadina = await openHadina({ as: 'client' });
      try {
        const home = await findHomeNetwork(hadina.house);
        if (!home) throw new StartRefusal('no-network', {});
        if (!home.demo) throw new StartRefusal('not-a-demo', {});
        const { text: reply, lang } = await receiveMessage(hadina.house, home, { id: randomUUID(), from, text: text.join(' ') });
        process.stdout.write(program.opts().json ? `${JSON.stringify({ reply, lang })}\n` : `${reply}\n`);
      } finally {
        await hadina.close();
      }
    });
}
