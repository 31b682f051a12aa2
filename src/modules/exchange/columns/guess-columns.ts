import { createHash } from 'node:crypto';
import { fold } from '#core/text/fold.ts';
import { fieldsOf, type TableField, type TableKind } from './fields.ts';

const plain = (heading: string): string => fold(heading).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Which column most likely gives which field: field → number of the column from 0. A column gives one field, a field takes one column. */
export function guessColumns(kind: TableKind, columns: readonly string[], fields: readonly TableField[] = fieldsOf(kind)): Readonly<Record<string, string>> {
  const headings = columns.map(plain);
  const taken = new Set<number>();
  const mapping: Record<string, string> = {};
  const claim = (fits: (heading: string, known: readonly string[]) => boolean): void => {
    for (const { name, headings: words } of fields) {
      if (mapping[name] !== undefined) continue;
      const known = words.split('|').map(plain);
      const at = headings.findIndex((heading, column) => heading && !taken.has(column) && fits(heading, known));
      if (at < 0) continue;
      taken.add(at);
      mapping[name] = String(at);
    }
  };
  // A field's own code first, then a heading that is exactly a known one, then one that begins or ends with it.
  for (const [at, column] of columns.entries()) {
    const own = fields.find(({ name }) => name === column.trim().toLowerCase());
    if (own && mapping[own.name] === undefined) { taken.add(at); mapping[own.name] = String(at); }
  }
  claim((heading, known) => known.includes(heading));
  claim((heading, known) => known.some((word) => word.length >= 3 && (heading.startsWith(`${word} `) || heading.endsWith(` ${word}`))));
  return mapping;
}

/** What tells one line of headings from another, whatever its capitals and spaces. 32 bytes. */
export const signatureOf = (columns: readonly string[]): Buffer => createHash('sha256').update(columns.map(plain).join('\u0000')).digest();
