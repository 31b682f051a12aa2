import type { Command } from 'commander';
import { join } from 'node:path';
import { recoveryOf } from '#core/keeping/recovery-key.ts';
import { backUp } from '../keeping/back-up.ts';
import { openFolder } from '../keeping/open-folder.ts';
import { type Rehearsal, rehearse } from '../keeping/rehearse.ts';
import { openHadina } from '../open-hadina.ts';
import { printTo, sayTo } from './console.ts';

/** `hadina upgrade [--rehearse]`: a backup and then the migrations; or, rehearsed, all of it on a copy. */
export function registerUpgrade(program: Command): void {
  program
    .command('upgrade')
    .description('back up, then bring the data to this version')
    .option('--rehearse', 'on a copy of the data: says what it would do, how long it would take, and changes nothing')
    .action(async ({ rehearse: only }: { rehearse?: true }) => (only ? rehearseOnly(program) : upgrade(program)));
}

async function rehearseOnly(program: Command): Promise<void> {
  const folder = await openFolder();
  try {
    const rehearsal = await rehearse(folder, sayTo(program));
    printTo(program, rehearsal, linesOf(rehearsal));
  } finally {
    await folder.close();
  }
}

async function upgrade(program: Command): Promise<void> {
  const say = sayTo(program);
  const folder = await openFolder();
  const file = join(folder.home, 'backups', `before-upgrade-${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}.data.age`);
  const { recipients, recoveryKey, keep } = await recoveryOf(folder.home, folder.master);
  try {
    say(`Backing up into ${file} …`);
    await backUp(folder, { kind: 'data', file, say, recipients, masterElsewhere: Boolean(process.env.HADINA_KEY_FILE) });
    await keep();
  } finally {
    await folder.close();
  }
  const done: string[] = [];
  await (await openHadina({ as: 'supervisor', say: (line) => done.push(line) })).close();
  printTo(program, { done, backup: file, recoveryKey }, [
    ...(done.length ? done : ['Nothing to do: the data are of this version.']), `Backup of before: ${file}`,
    ...(recoveryKey ? [`Recovery key, shown once (write it on paper): ${recoveryKey}`] : []),
  ]);
}

function linesOf({ steps, longestLockSeconds, unchanged, changed, rows, copySeconds }: Rehearsal): string[] {
  if (!steps.length) return [`Nothing to do: the data are of this version. (${rows.toLocaleString('en')} rows, copied in ${copySeconds.toFixed(1)} s)`];
  return [
    `${rows.toLocaleString('en')} rows, copied in ${copySeconds.toFixed(1)} s. The upgrade would run:`,
    ...steps.map(({ name, seconds, locked }) => `  ${name.padEnd(44)} ${seconds.toFixed(2)} s${locked.length ? `, meanwhile closed: ${locked.join(', ')}` : ''}`),
    `${unchanged} tables keep every row as it is${changed.length ? '; changed:' : '.'}`,
    ...changed.map(({ table, before, after }) => `  ${table}: ${before} rows before, ${after} after`),
    `Longest time in which a table is closed: ${longestLockSeconds.toFixed(2)} s. Nothing was changed.`,
  ];
}
