import type { Command } from 'commander';
import { type Certificate, drill } from '../keeping/drill.ts';
import { openFolder } from '../keeping/open-folder.ts';
import { megabytes, printTo, sayTo } from './console.ts';

/** `hadina drill`: backup, restore into a scratch database, compare, walk, ask the copy for its front page; prints a certificate. */
export function registerDrill(program: Command): void {
  program
    .command('drill')
    .description('prove that a backup of these data can be restored; nothing is changed, nothing is left behind')
    .action(async () => {
      const folder = await openFolder();
      try {
        const certificate = await drill(folder, sayTo(program));
        printTo(program, certificate, linesOf(certificate));
      } finally {
        await folder.close();
      }
    });
}

const linesOf = ({ at, folder, hadina, postgres, rows, tables, equalTables, events, chains, bytes, backupSeconds, restoreSeconds, answered }: Certificate): string[] => [
  '',
  'CERTIFICATE OF RESTORE',
  `Date               ${at}`,
  `Folder             ${folder}`,
  `Versions           Hadina ${hadina}, PostgreSQL ${postgres}`,
  `Backup             ${rows.toLocaleString('en')} rows, ${megabytes(bytes)} encrypted, in ${backupSeconds.toFixed(1)} s`,
  `Restore            in ${restoreSeconds.toFixed(1)} s`,
  `Tables             ${equalTables} of ${tables} came back identical`,
  `Register           ${events.toLocaleString('en')} events in ${chains} chains, every link holds`,
  `Front page         ${answered === null ? 'no network yet' : 'answered by the restored copy'}`,
  'The scratch database and its backup were removed.',
];
