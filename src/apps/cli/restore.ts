import type { Command } from 'commander';
import { restore, type Restored } from '../keeping/restore.ts';
import { printTo, sayTo } from './console.ts';

/** `hadina restore FILE`: a backup of data into an empty folder, or a backup of keys into its key store. */
export function registerRestore(program: Command): void {
  program
    .command('restore <file>')
    .description('restore a backup into an empty folder; every hash and every chain is checked')
    .option('--key <file>', 'a file with the recovery key; or set HADINA_RECOVERY_KEY')
    .action(async (file: string, { key }: { key?: string }) => {
      const restored = await restore(file, { keyFile: key, say: sayTo(program) });
      printTo(program, restored, linesOf(restored));
    });
}

function linesOf({ kind, takenAt, folder, rows, tables, events, keys, seconds }: Restored): string[] {
  if (kind === 'keys') return [`${keys!.persons} keys of persons and ${keys!.hubs} of hubs are back; ${keys!.destroyed} stay destroyed.`];
  return [
    `Restored as of ${takenAt} into ${folder}: ${rows.toLocaleString('en')} rows of ${tables} tables, ${events.toLocaleString('en')} events, every link holds · ${seconds.toFixed(1)} s`,
    'Sealed fields open once the keys are back: hadina restore KEYS-FILE. Then: hadina start',
  ];
}
