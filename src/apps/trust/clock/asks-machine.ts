import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

/**
 * Who may ask the clock of the machine, each with its reason: the house's own clock before it was told the time; names and heads of backup files and of files that
 * are carried away; a lock and the seconds a start or a stop may take, which are told to nobody; the demo, whose past is invented; scripts that run in her browser.
 */
const known: readonly RegExp[] = [
  /^core\/time\/house-clock\.ts$/, /^core\/keeping\//, /^apps\/(?:keeping|cli)\//, /^core\/db\/embedded\//, /^apps\/web\/lists\//, /^apps\/web\/(?:health|metrics\/house-figures)\.ts$/, /^apps\/web\/islands\//,
  /^apps\/trust\//, /^modules\/messages\/queue\/send-message\.ts$/, /^modules\/exchange\/take-list\/write-xlsx\.ts$/,
];

/** A place that asks the machine what time it is. */
export interface AsksMachine { readonly file: string; readonly line: number; readonly text: string }

/** Every line of a file that asks the clock of the machine and is not known to. */
export const asksMachine = (source: string, file: string): AsksMachine[] =>
  known.some((pattern) => pattern.test(file)) || /\.test\.tsx?$/.test(file) ? [] : source.split('\n').flatMap((text, n) => (/\bnew Date\(\)|\bDate\.now\b/.test(text) ? [{ file, line: n + 1, text: text.trim().slice(0, 100) }] : []));

/** The same for every file of the product. */
export function asksMachineInHouse(): { files: number; places: AsksMachine[] } {
  const src = join(projectRoot(), 'src');
  const files = (readdirSync(src, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file));
  return { files: files.length, places: files.flatMap((file) => asksMachine(readFileSync(join(src, file), 'utf8'), file)) };
}
