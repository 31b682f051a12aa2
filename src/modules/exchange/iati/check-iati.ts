import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkCodes, Codelists, readMappings } from './codelists.ts';
import type { Finding, IatiVerdict } from './finding.ts';
import { openXml } from './open-xml.ts';
import { checkRules } from './ruleset.ts';
import { checkSchema, schemaFolder } from './schemas.ts';

/** Where the standard lies, what of it is asked, and the day it is asked on. */
export interface Against {
  /** A folder with the schema in it or in `xsd`; ruleset, codelists and mapping lie in it or beside the schema. */
  readonly folder: string;
  readonly schemaOnly?: boolean;
  readonly now: Date;
}

/** The folder lacks something that is asked for. */
export class StandardMissing extends Error {
  constructor(readonly missing: string) { super(`The folder holds no ${missing}`); this.name = 'StandardMissing'; }
}

const roots = ['iati-activities', 'iati-organisations'] as const;

/**
 * Judges a file of the IATI standard 2.03: first its XML, then the official schema, then, unless only the schema is asked for, the
 * standard's ruleset and codelists. What is not well-formed or not of the schema is not judged further. Findings in the order of lines.
 * Throws `StandardMissing` when the folder lacks what is asked for.
 */
export async function checkIati(bytes: Uint8Array, { folder, schemaOnly = false, now }: Against): Promise<IatiVerdict> {
  const schema = await schemaFolder(folder);
  if (!schema) throw new StandardMissing('iati-activities-schema.xsd');
  const rest = schemaOnly ? undefined : await restOf(folder, schema);
  const opened = await openXml(bytes);
  if ('findings' in opened) return verdictOf(null, 0, opened.findings);
  using document = opened.document;
  const kind = roots.find((root) => root === document.root.name);
  if (!kind) return verdictOf(null, 0, [{ line: document.root.line, severity: 'error', rule: 'schema', reason: `The file begins with “${document.root.name.slice(0, 80)}”; a file of this standard begins with iati-activities or iati-organisations.` }]);
  const many = document.find(`/${kind}/*`).length;
  const findings = await checkSchema(document, kind, schema);
  if (findings.length || !rest) return verdictOf(kind, many, findings);
  const lists = await Codelists.in(rest.codelists);
  const prefixes = (await lists.list('OrganisationRegistrationAgency'))?.codes ?? new Set<string>();
  return verdictOf(kind, many, [...await checkRules(document, rest.ruleset, { now, prefixes }), ...await checkCodes(document, await readMappings(rest.mapping), lists)]);
}

const verdictOf = (kind: IatiVerdict['kind'], many: number, findings: readonly Finding[]): IatiVerdict => ({
  kind, many, valid: !findings.some(({ severity }) => severity === 'error'), findings: [...findings].sort((a, b) => a.line - b.line),
});

/** Ruleset, codelists and mapping: in the folder that was named or in the one above the schema. */
async function restOf(folder: string, schema: string) {
  const find = async (name: string): Promise<string> => {
    for (const place of [folder, dirname(schema)]) if (await stat(join(place, name)).then(() => true, () => false)) return join(place, name);
    throw new StandardMissing(name);
  };
  return { ruleset: await find('rulesets/standard.json'), codelists: await find('codelists'), mapping: await find('mapping.xml') };
}
