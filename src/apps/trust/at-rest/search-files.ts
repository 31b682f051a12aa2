import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What is looked for: a mark in every encoding a file may hold it in, and numbers of eight digits. */
export interface Needles {
  readonly mark: string;
  readonly digits: readonly string[];
}

/** One place where something stands that must not. */
export interface Hit {
  readonly file: string;
  readonly how: string;
}

/** Looks through every file below a folder, or below those of its entries whose name fits; gives the places and how many bytes were read. */
export async function searchFiles(folder: string, needles: Needles, only?: RegExp): Promise<{ hits: Hit[]; bytes: number; files: number }> {
  const forms = formsOf(needles.mark);
  const numbers = new Set(needles.digits);
  const hits: Hit[] = [];
  let [bytes, files] = [0, 0];
  for (const file of await filesBelow(folder, only)) {
    const content = await readFile(file).catch(() => null);
    if (!content) continue;
    files++;
    bytes += content.length;
    hits.push(...hitsIn(content, forms, numbers).map((how) => ({ file: relative(folder, file), how })));
  }
  return { hits, bytes, files };
}

/** How a text may stand in a file: plain, in two kinds of UTF-16, as base64 at each of three places, as hexadecimal. */
export function formsOf(mark: string): ReadonlyMap<string, Buffer> {
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.from('x'.repeat(shift) + mark).toString('base64').replace(/=+$/, '');
    return text.slice(shift ? 4 : 0, text.length - 2);
  });
  const wide = Buffer.from(mark, 'utf16le');
  return new Map([
    ['UTF-8', Buffer.from(mark)], ['UTF-16LE', wide], ['UTF-16BE', Buffer.from(wide).swap16()],
    ...base64.map((text, i) => [`base64 at ${i}`, Buffer.from(text)] as const), ['hexadecimal', Buffer.from(Buffer.from(mark).toString('hex'))],
  ]);
}

/** How the needles stand in one content, by name. */
export function hitsIn(content: Buffer, forms: ReadonlyMap<string, Buffer>, numbers: ReadonlySet<string>): string[] {
  const found = [...forms].filter(([, form]) => content.includes(form)).map(([how]) => how);
  if (!numbers.size) return found;
  for (const encoding of ['latin1', 'utf16le'] as const) {
    // A run of digits may hold the number behind a country's code.
    for (const [run] of content.toString(encoding).matchAll(/\d{8,15}/g)) {
      const hit = [...Array(run.length - 7).keys()].map((at) => run.slice(at, at + 8)).find((number) => numbers.has(number));
      if (hit) found.push(`number ending in ${hit.slice(-3)} as ${encoding}`);
    }
  }
  return [...new Set(found)];
}

async function filesBelow(folder: string, only?: RegExp): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter(({ name }) => !only || only.test(name));
  const lists = await Promise.all(entries.map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : Promise.resolve(entry.isFile() ? [path] : []);
  }));
  return lists.flat();
}
