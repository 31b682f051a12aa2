import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { XmlDocument } from 'libxml2-wasm';
import type { Finding, IatiVerdict } from './finding.ts';
import { findingsOf, xmlReader } from './open-xml.ts';

const schemaFile = { 'iati-activities': 'iati-activities-schema.xsd', 'iati-organisations': 'iati-organisations-schema.xsd' } as const;
/** Files of a schema call each other by names in this folder, which is none on any disk. */
const BASE = 'iati-xsd/';

/** Where a folder of the standard keeps its schema: in itself or in `xsd`; nothing when it holds none. */
export async function schemaFolder(folder: string): Promise<string | undefined> {
  for (const place of [folder, join(folder, 'xsd')]) if (await stat(join(place, schemaFile['iati-activities'])).then((found) => found.isFile(), () => false)) return place;
  return undefined;
}

/** Holds a document against the official schema of its root (XSD 1.0). */
export async function checkSchema(document: XmlDocument, kind: NonNullable<IatiVerdict['kind']>, folder: string): Promise<Finding[]> {
  const { XmlBufferInputProvider, xmlCleanupInputProvider, XmlDocument: Reader, xmlRegisterInputProvider, XsdValidator } = await xmlReader();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xsd'));
  const files = await Promise.all(names.map(async (name): Promise<[string, Uint8Array]> => [BASE + name, await readFile(join(folder, name))]));
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
  try {
    using schema = Reader.fromBuffer(files.find(([name]) => name === BASE + schemaFile[kind])![1], { url: BASE + schemaFile[kind] });
    using validator = XsdValidator.fromDoc(schema);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      return findingsOf(error, 'schema');
    }
  } finally {
    xmlCleanupInputProvider();
  }
}
