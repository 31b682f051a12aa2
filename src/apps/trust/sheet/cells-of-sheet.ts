import type { XmlNode } from 'libxml2-wasm';

/** A cell as the program saw it. */
export interface SeenCell { readonly text: string; readonly type: string; readonly formula: string | null }

const names = {
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0', text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0', office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
};

/** The text of one paragraph: the format writes runs of spaces, tabs and breaks as elements. */
function textOf(node: XmlNode): string {
  return node.find('descendant::text() | descendant::text:s | descendant::text:tab | descendant::text:line-break', names).map((part) => {
    if (!('name' in part)) return part.content;
    if (part.name === 's') return ' '.repeat(Number(part.get('@text:c', names)?.content ?? 1));
    return part.name === 'tab' ? '\t' : part.name === 'line-break' ? '\n' : part.content;
  }).join('');
}

/** The cells of one column of a sheet in LibreOffice's flat XML, the heading left out, by the number that stands in the first column. */
export async function cellsOfSheet(flat: string, column: number): Promise<Map<number, SeenCell>> {
  const { XmlDocument } = await import('libxml2-wasm');
  const document = XmlDocument.fromString(flat);
  try {
    const seen = new Map<number, SeenCell>();
    for (const row of document.find('(//table:table)[1]/table:table-row', names).slice(1)) {
      const cells = row.find('table:table-cell', names);
      const [number, cell] = [cells[0]?.get('@office:value', names)?.content, cells[column]];
      if (number === undefined || !cell) continue;
      const said = (path: string) => cell.get(path, names)?.content ?? null;
      seen.set(Number(number), { text: cell.find('text:p', names).map(textOf).join('\n'), type: said('@office:value-type') ?? '', formula: said('@table:formula') });
    }
    return seen;
  } finally {
    document.dispose();
  }
}
