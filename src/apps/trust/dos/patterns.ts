import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { projectRoot } from '#core/project-root.ts';
import { z } from 'zod';

/** One pattern of the house and where it stands. */
export interface HousePattern {
  readonly at: string;
  readonly pattern: RegExp;
}

/** A pattern as it is written: behind what a value may follow, up to its closing stroke and its flags. */
const WRITTEN = /(?<=[(,=:[!&|?{};>]\s*|return\s+)\/(?![*/\s])((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

/** Every pattern written in the product (tests and promises apart), and those by which inputs are checked for their format. */
export function patternsOfHouse(): HousePattern[] {
  const src = join(projectRoot(), 'src');
  const files = (readdirSync(src, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^apps\/trust\//.test(file));
  const written = files.flatMap((file) => [...readFileSync(join(src, file), 'utf8').matchAll(WRITTEN)].flatMap(([, source, flags]) => patternOf(source!, flags!).map((pattern) => ({ at: file, pattern }))));
  const formats = Object.entries(z.regexes).flatMap(([name, pattern]) => (pattern instanceof RegExp ? [{ at: `format ${name}`, pattern }] : []));
  return [...written, ...formats];
}

/** What looks like a pattern and is none (a path in a comment) is left. */
function patternOf(source: string, flags: string): RegExp[] {
  try {
    return [new RegExp(source, flags)];
  } catch {
    return [];
  }
}

/** Nearly every field takes fewer letters. A pattern that needs the square of them is quick enough here; one that needs more is not. */
const LENGTH = 16_000;
const MOST_MS = 60;
const MOST_LETTERS = 9;
const HANGS_MS = 4_000;

/** What is wrong with a pattern, when some text of two thousand letters holds it up: its milliseconds; null when none does. */
export function holdsUp({ at, pattern }: HousePattern): string | null {
  const everywhere = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  const work = (): string | null => {
    for (const text of hardTexts(pattern.source)) {
      const milliseconds = Math.min(timeOf(everywhere, text), timeOf(everywhere, text));
      if (milliseconds > MOST_MS) return `${at}: ${pattern} takes ${Math.round(milliseconds)} ms for ${JSON.stringify(text.slice(0, 4))}…`;
    }
    return null;
  };
  try {
    return runInNewContext('work()', { work }, { timeout: HANGS_MS }) as string | null;
  } catch {
    return `${at}: ${pattern} does not come to its end`;
  }
}

function timeOf(pattern: RegExp, text: string): number {
  const began = performance.now();
  text.replace(pattern, '');
  return performance.now() - began;
}

/** The letters that a pattern speaks of, one for each of its classes, repeated alone and in pairs, and an end that fits nothing. */
function* hardTexts(source: string): Generator<string> {
  const letters = lettersOf(source);
  for (const first of letters) {
    for (const end of ['\u0001', '']) yield first.repeat(LENGTH) + end;
    for (const second of letters) if (first !== second) yield (first + second).repeat(LENGTH / 2).concat('\u0001');
  }
}

const classes: readonly (readonly [RegExp, string])[] = [[/\\s/, ' '], [/\\n/, '\n'], [/\\d|0-9/, '1'], [/\\w|a-z/, 'a'], [/A-Z/, 'A'], [/\\p\{L|\\p\{Script=Arab/, 'ب'], [/\\p\{M/, '\u064b'], [/\[\^|\.[*+]/, 'x']];

function lettersOf(source: string): string[] {
  const spoken = classes.filter(([named]) => named.test(source)).map(([, letter]) => letter);
  const plain = source.replace(/\\[a-zA-Z](?:\{[^}]*\})?|\(\?<?[=!:a-z]*>?|[\\^$.*+?()[\]{}|]/g, '');
  return [...new Set([...spoken, ...plain])].slice(0, MOST_LETTERS);
}
