import type { Command } from 'commander';
import { openHadina } from '../open-hadina.ts';
import { openLog } from '../log.ts';
import { copyPlanOf, copyTools, keepCopies } from '../keeping/keep-copies.ts';
import { watchDisk } from '../keeping/watch-disk.ts';
import { serve } from '../serve.ts';
import { startWork } from '../worker/work.ts';
import { loadDemoWhenNew } from './demo.ts';

/** `hadina start`: the database, the demo network when the folder is new, the jobs and the web app, until Ctrl-C. */
export function registerStart(program: Command): void {
  program
    .command('start')
    .description('start everything and serve on PORT (default 3000)')
    .option('--small', 'load the small demo network only')
    .action(async ({ small }: { small?: boolean }) => {
      const began = Date.now();
      const port = Number(process.env.PORT ?? 3000);
      const say = (line: string) => process.stdout.write(`${line}\n`);
      const hadina = await openHadina({ as: 'supervisor' });
      const logins = await loadDemoWhenNew(hadina, { small: small === true, say });
      const log = openLog(process.stderr);
      const web = await serve(hadina, port, process.env.PUBLIC_URL ?? null, log);
      const work = await startWork(hadina.house, hadina.sealer, log);
      const disk = watchDisk(hadina.home, log);
      const plan = copyPlanOf(process.env);
      const copies = plan && keepCopies(plan, copyTools(hadina.home, hadina.house.connectAs('hadina_owner')), log);
      say(`\nHadina is open: ${process.env.PUBLIC_URL ?? `http://localhost:${port}`}  (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      if (logins) say(`${logins}\nFolder: ${hadina.home}\nCtrl-C closes the door; the files stay.`);
      await closingTime(hadina.lost);
      await web.stop();
      disk.stop();
      await copies?.stop();
      await work.stop();
      await hadina.close();
    });
}

/** Waits for Ctrl-C, an order to stop, or the loss of the database. */
function closingTime(lost: Promise<Error>): Promise<void> {
  return new Promise((resolve, reject) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    lost.then(reject);
  });
}
