import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const program = '/usr/bin/soffice';
const mostMs = 180_000;

/** Is the program for tables here that files are opened with? */
export const officeIsHere = (): Promise<boolean> => access(program).then(() => true, () => false);

/** A file of tables as it comes, with every column said to be text, or a workbook. */
export type Reading = 'csv-as-it-comes' | 'csv-as-text' | 'xlsx';

/** Comma, quotes, UTF-8, from the first line; then the columns (2 is text), and formulas computed if there are any. */
const csvFilter = (columns: string): string => `--infilter=CSV:44,34,76,1,${columns},0,false,true,false,false,false,-1,true`;
const filters: Readonly<Record<Reading, readonly string[]>> = { 'csv-as-it-comes': [csvFilter('')], 'csv-as-text': [csvFilter('1/1/2/2/3/1')], xlsx: [] };

/**
 * Opens a file in LibreOffice as a reader would, without a screen, and gives what it saw as flat XML of its own format: every cell with its
 * type, its text and, where it was taken for one, its formula.
 */
export async function openInOffice(file: string, reading: Reading): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'hadina-office-'));
  try {
    await promisify(execFile)(program, [`-env:UserInstallation=file://${home}/profile`, '--headless', '--norestore', ...filters[reading], '--convert-to', 'fods', '--outdir', home, file], { timeout: mostMs });
    const made = (await readdir(home)).find((name) => name.endsWith('.fods'));
    if (!made) throw new Error(`LibreOffice opened nothing of ${basename(file)}`);
    return await readFile(join(home, made), 'utf8');
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
