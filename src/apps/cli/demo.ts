import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { RoleCode } from '#core/actor.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { localeOf } from '#core/words/locale.ts';
import { roleName } from '#modules/network/public.ts';
import { type DemoLogin, type DemoMeans, loadDemo } from '../../../demo/load-demo.ts';
import { openHadina, type OpenHadina } from '../open-hadina.ts';
import { findHomeNetwork } from '../web/home-network.ts';

interface DemoChoice {
  readonly small: boolean;
  readonly say: (line: string) => void;
}

/** Loads the demo network into a folder that holds none, and gives the lines with its logins; null in a real network. */
export async function loadDemoWhenNew(hadina: OpenHadina, choice: DemoChoice): Promise<string | null> {
  const file = join(hadina.home, 'demo-logins.txt');
  const known = await findHomeNetwork(hadina.house);
  if (!known) {
    choice.say('Loading the demo network (every person in it is invented) …');
    const means: DemoMeans[] = [];
    const logins = await loadDemo(hadina.house, { ...choice, shows: (each) => means.push(each) });
    await writeFile(file, [linesOf(logins), ...meansOf(means)].join('\n'), { mode: 0o600 });
  } else if (!known.demo) {
    return null;
  } else if (!existsSync(file)) {
    throw new StartRefusal('demo-half', { folder: hadina.home });
  }
  return readFile(file, 'utf8');
}

/** `hadina demo`: loads the demo network into a new folder and prints its logins. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('load the demo network into a new folder')
    .option('--small', 'a few persons only')
    .action(async ({ small }: { small?: boolean }) => {
      const hadina = await openHadina({ as: 'client' });
      try {
        if (await findHomeNetwork(hadina.house)) throw new StartRefusal('network-there', { folder: hadina.home });
        const say = (line: string) => process.stderr.write(`${line}\n`);
        process.stdout.write(`${await loadDemoWhenNew(hadina, { small: small === true, say })}\n`);
      } finally {
        await hadina.close();
      }
    });
}

/** One line per login with its role in French and Arabic, the widest column first, so that it can be read over a shoulder. */
function linesOf(logins: readonly DemoLogin[]): string {
  const widest = Math.max(...logins.map(({ login }) => login.length));
  return ['Demo logins (invented persons; these passwords exist in this folder only):',
    ...logins.map(({ login, password, role, hub }) => `  ${login.padEnd(widest)}  ${password}  ${role}${hub ? ` · ${hub}` : ''} · ${inWords(role)}`)].join('\n');
}

const inWords = (role: string): string =>
  (['fr', 'ar'] as const).map((lang) => roleName({ locale: localeOf(lang, 'TN'), terms: {} }, role as RoleCode)).join(' · ');

/** What households of the demo pay with at its tills. */
const meansOf = (means: readonly DemoMeans[]): readonly string[] => (means.length === 0 ? [] : ['What households of Sidi Bouzid pay with (invented, numbers too):',
  ...means.map((each) => ('paper' in each ? `  paper voucher ${each.paper}` : `  card ${each.card}  digits ${each.digits}${each.phone ? `  telephone ${each.phone}` : ''}`))]);
