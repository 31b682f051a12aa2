import type { Command } from 'commander';
import { restore, type Restored } from '../keeping/restore.ts';
import { printTo, sayTo } from './console.ts';

/** `hadina restore FILE`: a backup of data into an empty folder, or a backup of keys into its key store. */
export function registerRestore(program: Command): void {
  program
    .command('restore <file>')
    .description('restore a backup into an empty folder; every hash and every chain is checked')
    .option('--key <file>', 'a file with the recovery key; or set HADINA_RECOVERY_KEY')
    .option('--erased <file...>', 'certificates of erasures made after this backup, when the key store that knew of them is lost')
    .action(async (file: string, { key, erased = [] }: { key?: string; erased?: string[] }) => {
      const restored = await restore(file, { keyFile: key, erased, say: sayTo(program) });
      printTo(program, restored, linesOf(restored));
    });
}

function linesOf({ kind, takenAt, folder, rows, tables, events, keys, seconds, erasedAgain }: Restored): string[] {
  const again = erasedAgain > 0 ? [`${erasedAgain} people who were erased later were erased again.`] : [];
  if (kind === 'keys') return [`${keys!.persons} keys of persons and ${keys!.hubs} of hubs are back; ${keys!.destroyed} stay destroyed.`, ...again];
  return [
    `Restored as of ${takenAt} into ${folder}: ${rows.toLocaleString('en')} rows of ${tables} tables, ${events.toLocaleString('en')} events, every link holds · ${seconds.toFixed(1)} s`,
    ...again,
    'Sealed fields open once the keys are back: hadina restore KEYS-FILE. Then: hadina start',
  ];
}
