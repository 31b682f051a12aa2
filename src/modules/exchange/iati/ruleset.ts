import { readFile } from 'node:fs/promises';
import type { XmlDocument, XmlNode, XmlXPath } from 'libxml2-wasm';
import type { Finding } from './finding.ts';
import { xmlReader } from './open-xml.ts';
import { judges, type Paths } from './rules.ts';

/** One case of a rule, as the ruleset writes it (IATI Ruleset Spec); which of these a rule reads is the rule's own. */
export interface RuleCase {
  readonly paths?: readonly string[];
  readonly condition?: string;
  readonly if?: string; readonly then?: string;
  readonly less?: string; readonly more?: string;
  readonly date?: string; readonly start?: string; readonly end?: string;
  readonly one?: string; readonly all?: string;
  readonly excluded?: readonly string[];
  readonly prefix?: readonly string[]; readonly separator?: string;
  readonly regex?: string;
  readonly sum?: number; readonly min?: number; readonly max?: number;
  readonly foreach?: string; readonly do?: Rules;
  readonly ruleInfo?: { readonly id: string; readonly severity: string; readonly message: string };
}
type Rules = Readonly<Record<string, { readonly cases: readonly RuleCase[] }>>;

/** Holds a document against the standard's ruleset. `prefixes`: the codes of agencies that identifiers of organisations begin with. */
export async function checkRules(document: XmlDocument, file: string, { now, prefixes }: { now: Date; prefixes: ReadonlySet<string> }): Promise<Finding[]> {
  const ruleset = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, Rules>>;
  const { XmlXPath: Compiler, XmlElement } = await xmlReader();
  const compiled = new Map<string, XmlXPath>();
  const pathOf = (text: string): XmlXPath => {
    const known = compiled.get(text) ?? Compiler.compile(text);
    compiled.set(text, known);
    return known;
  };
  const paths: Paths = { now, prefixes, nodes: (at, path) => at.find(pathOf(path)), holds: (at, path) => at.eval(pathOf(`boolean(${path})`)) === true, lineOf: (node) => (node instanceof XmlElement ? node : node.parent ?? node).line };
  try {
    return Object.entries(ruleset).flatMap(([context, rules]) => document.find(pathOf(context)).flatMap((at) => findingsAt(at, rules, paths)));
  } finally {
    for (const each of compiled.values()) each.dispose();
  }
}

function findingsAt(at: XmlNode, rules: Rules, paths: Paths): Finding[] {
  return Object.entries(rules).flatMap(([name, { cases }]) => cases.flatMap((one) => (name === 'loop' ? looped(at, one, paths) : judged(at, name, one, paths))));
}

/** The rules inside a loop, once for each different value of `foreach`, put in place of `$1`. */
function looped(at: XmlNode, { foreach, do: rules }: RuleCase, paths: Paths): Finding[] {
  // A value with a quotation mark would end the text it is put into; no code of a vocabulary has one, and the codelist says so.
  const values = new Set(paths.nodes(at, foreach!).map(({ content }) => content).filter((value) => !value.includes("'")));
  return [...values].flatMap((value) => findingsAt(at, JSON.parse(JSON.stringify(rules).replaceAll('$1', () => JSON.stringify(value).slice(1, -1))) as Rules, paths));
}

function judged(at: XmlNode, name: string, one: RuleCase, paths: Paths): Finding[] {
  const judge = judges[name];
  if (!judge) throw new Error(`The ruleset holds a rule that is not known here: ${name}`);
  if (one.condition && !paths.holds(at, one.condition)) return [];
  const wrong = judge(at, one, paths);
  const { id = name, severity = 'error', message = name } = one.ruleInfo ?? {};
  return wrong ? [{ line: paths.lineOf(wrong), severity: severity === 'error' || severity === 'critical' ? 'error' : 'warning', rule: id, reason: message }] : [];
}
