import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { XmlDocument, XmlNode } from 'libxml2-wasm';
import type { Finding } from './finding.ts';
import { xmlReader } from './open-xml.ts';

interface Codelist { readonly codes: ReadonlySet<string>; readonly complete: boolean }

/** The codelists of a folder of the standard, each read when it is first asked for. */
export class Codelists {
  readonly #files: ReadonlyMap<string, string>;
  readonly #read = new Map<string, Promise<Codelist | undefined>>();

  private constructor(files: ReadonlyMap<string, string>) { this.#files = files; }

  static async in(folder: string): Promise<Codelists> {
    const names = await readdir(folder, { recursive: true });
    return new Codelists(new Map(names.filter((name) => name.endsWith('.xml')).map((name) => [basename(name, '.xml'), join(folder, name)])));
  }

  /** One list by its name; nothing when the folder has none of it. */
  list(name: string): Promise<Codelist | undefined> {
    const known = this.#read.get(name) ?? this.#open(name);
    this.#read.set(name, known);
    return known;
  }

  async #open(name: string): Promise<Codelist | undefined> {
    const file = this.#files.get(name);
    if (!file) return undefined;
    const { XmlDocument: Reader } = await xmlReader();
    using list = Reader.fromBuffer(await readFile(file));
    return { codes: new Set(list.find('//codelist-item/code').map(({ content }) => content.trim())), complete: list.root.attr('complete')?.value !== '0' };
  }
}

interface Mapping { readonly path: string; readonly list: string }

/** Which element or attribute takes its codes from which list (`mapping.xml`), as one path each. */
export async function readMappings(file: string): Promise<Mapping[]> {
  const { XmlDocument: Reader } = await xmlReader();
  using mappings = Reader.fromBuffer(await readFile(file));
  const textOf = (node: XmlNode, path: string): string => node.get(path)?.content ?? '';
  return mappings.find('/mappings/mapping').map((one) => {
    const [path, condition, list] = [textOf(one, 'path'), textOf(one, 'condition'), textOf(one, 'codelist/@ref')];
    const at = path.lastIndexOf('/');
    return { path: condition ? `${path.slice(0, at)}[${condition}]${path.slice(at)}` : path, list };
  });
}

/** Codes that their list does not know: an error where the list is complete, a warning where it may be added to. */
export async function checkCodes(document: XmlDocument, mappings: readonly Mapping[], lists: Codelists): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { path, list } of mappings) {
    const known = await lists.list(list);
    if (!known) continue;
    for (const node of document.find(path)) {
      const code = node.content.trim();
      if (known.codes.has(code)) continue;
      const line = (node.parent ?? node).line;
      found.push({ line, severity: known.complete ? 'error' : 'warning', rule: `codelist:${list}`, reason: `${JSON.stringify(code)} is no code of the list ${list} (${path}).` });
    }
  }
  return found;
}
