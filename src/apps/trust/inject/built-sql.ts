import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

/** A place where SQL is put together from text. */
export interface BuiltSql {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/**
 * Files that may put names (never values) into SQL, each with its reason: the two chains of events share their statements, and so do the two of keys; migrations and
 * roles take no parameters, the context is written by one function that lets nothing but UUIDs through, and a backup names the tables
 * that the catalog itself gave (core/keeping/same-layout.ts lets no other name through).
 */
const known: readonly RegExp[] = [
  /^core\/chain\//, /^core\/db\//, /^(core|apps)\/keeping\//, /^core\/(pipeline|event|audit)\.ts$/, /^core\/crypto\/(hub|rotate)-keys\.ts$/, /^apps\/trust\//, /^apps\/cli\/verify\.ts$/,
];

/** Values that cannot come from outside: SQL made by the same file, and constants. */
const harmless = /^\$\{(?:[A-Z][A-Z_]+|sql[.`(]|place|inNetwork)\b/;

/** Every place in the product where text is put into SQL instead of parameters. */
export function builtSql(source: string, file: string): BuiltSql[] {
  if (known.some((pattern) => pattern.test(file)) || /\.test\.tsx?$/.test(file)) return [];
  return source.split('\n').flatMap((text, i) => {
    const raw = /\bsql\.(raw|lit)\((?!['"`][^$]*['"`]\)|[A-Z][A-Z_]+\))/.test(text);
    const query = /\.query(?:<[^>]*>)?\(\s*`/.test(text) && [...text.matchAll(/\$\{[^}]*\}/g)].some(([part]) => !harmless.test(part));
    const joined = /\.query(?:<[^>]*>)?\([^)]*['"`]\s*\+/.test(text);
    return raw || query || joined ? [{ file, line: i + 1, text: text.trim().slice(0, 100) }] : [];
  });
}

/** The same for every file of the product. */
export function builtSqlOfHouse(): { files: number; places: BuiltSql[] } {
  const src = join(projectRoot(), 'src');
  const files = (readdirSync(src, { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file));
  return { files: files.length, places: files.flatMap((file) => builtSql(readFileSync(join(src, file), 'utf8'), file)) };
}
