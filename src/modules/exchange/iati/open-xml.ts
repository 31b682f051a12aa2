import type { XmlDocument } from 'libxml2-wasm';
import type { Finding } from './finding.ts';

/** Larger files are not read; registries of the standard refuse them at 60 MB. */
export const mostBytes = 100 * 1_048_576;

/** The reader of XML: a WebAssembly build without files and network, loaded when it is first needed. */
export const xmlReader = () => import('libxml2-wasm');

/** What the reader says of a place that does not hold. */
interface Told { readonly message: string; readonly line: number }

/** The places an error of the reader tells of, each as a finding. */
export function findingsOf(error: unknown, rule: string): Finding[] {
  const told = (error as { details?: readonly Told[] }).details ?? [];
  if (!told.length) throw error;
  return told.map(({ line, message }) => ({ line, severity: 'error', rule, reason: message.trim() }));
}

const refused = (reason: string, line = 0): { findings: Finding[] } => ({ findings: [{ line, severity: 'error', rule: 'xml', reason }] });

/**
 * Reads XML of strangers. Nothing outside the bytes is ever opened; a file that declares a document type is refused, and with it every
 * entity; so is what is nested deeper than 256 elements or larger than `mostBytes`. The document must be disposed of by who asked.
 */
export async function openXml(bytes: Uint8Array): Promise<{ document: XmlDocument } | { findings: Finding[] }> {
  if (bytes.length > mostBytes) return refused(`The file is larger than ${mostBytes / 1_048_576} MB.`);
  const { ParseOption, XmlDocument: Reader } = await xmlReader();
  let document: XmlDocument;
  try {
    document = Reader.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG | ParseOption.XML_PARSE_BIG_LINES });
  } catch (error) {
    return { findings: findingsOf(error, 'xml') };
  }
  if (!document.dtd) return { document };
  document.dispose();
  return refused('The file declares a document type (DOCTYPE) and with it entities: no file of this standard needs one, and none is read.', 1);
}
