import type { Command } from 'commander';
import { join, resolve } from 'node:path';
import { recoveryOf } from '#core/keeping/recovery-key.ts';
import { InvalidInput } from '#core/refusal.ts';
import { backUp, type Written } from '../keeping/back-up.ts';
import { openFolder } from '../keeping/open-folder.ts';
import { megabytes, printTo, sayTo } from './console.ts';

interface Chosen { to?: string; recipient?: string[]; newRecoveryKey?: true }

/** `hadina backup [keys] [--to FILE]`: one encrypted file with every row as of one moment; the key store apart. */
export function registerBackup(program: Command): void {
  program
    .command('backup [what]')
    .description('write one encrypted file: the data, or with “keys” the key store, which is never in a backup of the data')
    .option('--to <file>', 'where to; without it into the folder, under backups/')
    .option('--recipient <key...>', 'another key of age (age1…) that may open it')
    .option('--new-recovery-key', 'make a new recovery key, because the paper was lost')
    .action(async (what: string | undefined, { to, recipient = [], newRecoveryKey }: Chosen) => {
      const bad = [...(what === undefined || what === 'keys' ? [] : ['what']), ...(recipient.every((key) => /^age1[0-9a-z]{50,}$/.test(key)) ? [] : ['recipient'])];
      if (bad.length) throw new InvalidInput(bad.map((field) => ({ field, code: 'not-understood', values: {} })));
      const kind = what === 'keys' ? 'keys' : 'data';
      const say = sayTo(program);
      const folder = await openFolder();
      try {
        const { recipients, recoveryKey, keep } = await recoveryOf(folder.home, folder.master, newRecoveryKey);
        const file = to ? resolve(to) : join(folder.home, 'backups', nameNow(kind));
        say(`Writing ${file} …`);
        const written = await backUp(folder, { kind, file, say, recipients: [...recipients, ...recipient], masterElsewhere: Boolean(process.env.HADINA_KEY_FILE) });
        await keep();
        printTo(program, { ...summary(written), recoveryKey }, linesOf(written, recoveryKey));
      } finally {
        await folder.close();
      }
    });
}

const nameNow = (kind: string): string => `hadina-${new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.${kind}.age`;

const summary = ({ file, bytes, seconds, manifest }: Written) => ({
  file, kind: manifest.kind, takenAt: manifest.takenAt, bytes, seconds, rows: rowsOf(manifest),
  tables: manifest.tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })), heads: manifest.heads,
});

const rowsOf = ({ tables }: Written['manifest']): number => tables.reduce((sum, { rows }) => sum + rows, 0);

function linesOf({ file, bytes, seconds, manifest }: Written, recoveryKey: string | null): string[] {
  const paper = recoveryKey
    ? ['', 'Write this recovery key on paper and lock it away. It is shown once and kept nowhere; on another machine nothing else opens the backups:', '', `  ${recoveryKey}`, '']
    : [];
  const next = manifest.kind === 'data'
    ? 'Take it to another place than this machine. Keys are not in it: hadina backup keys'
    : 'Keep it apart from the backups of the data, and only the newest: an older one would bring erased keys back.';
  return [`${rowsOf(manifest).toLocaleString('en')} rows of ${manifest.tables.length} tables · ${megabytes(bytes)} · ${seconds.toFixed(1)} s`, file, ...paper, next];
}
