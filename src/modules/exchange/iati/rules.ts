import type { XmlNode } from 'libxml2-wasm';
import { sumIs } from './sum-is.ts';
import type { RuleCase } from './ruleset.ts';

/** How a rule looks at a document. */
export interface Paths {
  readonly now: Date;
  readonly prefixes: ReadonlySet<string>;
  nodes(at: XmlNode, path: string): XmlNode[];
  holds(at: XmlNode, path: string): boolean;
  /** Where a node stands; an attribute where its element does, as it keeps no line of its own. */
  lineOf(node: XmlNode): number;
}

/** Answers the node where the rule does not hold, or nothing. */
type Judge = (at: XmlNode, one: RuleCase, paths: Paths) => XmlNode | undefined;

const matched = (at: XmlNode, { paths: list = [] }: RuleCase, paths: Paths): XmlNode[] => list.flatMap((path) => paths.nodes(at, path));
const textOf = ({ content }: XmlNode): string => content;
const dayOf = (node: XmlNode): string => textOf(node).trim().slice(0, 10);

/** The days a path leads to; `NOW` is today. Empty or mistyped ones are the schema's matter. */
const days = (at: XmlNode, path: string, paths: Paths): { day: string; node: XmlNode }[] =>
  path === 'NOW' ? [{ day: paths.now.toISOString().slice(0, 10), node: at }] : paths.nodes(at, path).map((node) => ({ day: dayOf(node), node })).filter(({ day }) => /^\d{4}-\d\d-\d\d$/u.test(day));

const yearAfter = (day: string): string => {
  const end = new Date(`${day}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return end.toISOString().slice(0, 10);
};

/** What must be said everywhere when it is not said once: the language of every text, the currency of every value, the sector of every transaction. */
const everywhere: Readonly<Record<string, string>> = {
  lang: './/narrative[not(@xml:lang)]', currency: './/value[not(@currency)]', sector: 'transaction[not(sector)]',
};

/** The rules of the standard's ruleset by their names (IATI Ruleset Spec). Each names the place where it does not hold. */
export const judges: Readonly<Record<string, Judge>> = {
  atleast_one: (at, one, paths) => (matched(at, one, paths).length ? undefined : at),
  no_more_than_one: (at, one, paths) => matched(at, one, paths)[1],
  only_one_of: (at, { excluded = [], ...one }, paths) => {
    const [kept, found] = [excluded.some((path) => paths.nodes(at, path).length > 0), matched(at, one, paths)];
    return kept ? found[0] : found.length === 1 ? undefined : at;
  },
  one_or_all: (at, { one, all }, paths) => {
    if (paths.nodes(at, one!).length) return undefined;
    if (all === 'sector' && !paths.nodes(at, 'transaction').length) return at;
    return paths.nodes(at, everywhere[all!] ?? `self::*[not(${all})]`)[0];
  },
  dependent: (at, { paths: list = [] }, paths) => {
    const found = list.map((path) => paths.nodes(at, path).length > 0);
    return found.some(Boolean) && !found.every(Boolean) ? at : undefined;
  },
  unique: (at, one, paths) => {
    const seen = new Set<string>();
    return matched(at, one, paths).find((node) => seen.size === seen.add(textOf(node)).size);
  },
  startswith: (at, { prefix = [], separator = '', ...one }, paths) => {
    const beginnings = prefix.flatMap((path) => (path === 'ORG-ID-PREFIX' ? [...paths.prefixes] : paths.nodes(at, path).map(textOf)));
    return matched(at, one, paths).find((node) => !beginnings.some((begins) => textOf(node).startsWith(begins + separator)));
  },
  regex_matches: (at, { regex, ...one }, paths) => matched(at, one, paths).find((node) => !new RegExp(regex!).test(textOf(node))),
  regex_no_matches: (at, { regex, ...one }, paths) => matched(at, one, paths).find((node) => new RegExp(regex!).test(textOf(node))),
  no_spaces: (at, one, paths) => matched(at, one, paths).find((node) => textOf(node) !== textOf(node).trim()),
  range: (at, { min = -Infinity, max = Infinity, ...one }, paths) => matched(at, one, paths).find((node) => !(Number(textOf(node)) >= min && Number(textOf(node)) <= max)),
  sum: (at, { sum, ...one }, paths) => { const found = matched(at, one, paths); return found.length && !sumIs(found.map(textOf), sum!) ? found[0] : undefined; },
  strict_sum: (at, { sum, ...one }, paths) => { const found = matched(at, one, paths); return found.length && !sumIs(found.map(textOf), sum!) ? found[0] : undefined; },
  if_then: (at, one, paths) => (paths.holds(at, one.if!) && !paths.holds(at, one.then!) ? (matched(at, one, paths)[0] ?? at) : undefined),
  date_now: (at, { date }, paths) => paths.nodes(at, date!).find((node) => Date.parse(textOf(node)) > paths.now.getTime()),
  date_order: (at, { less, more }, paths) => {
    const last = days(at, more!, paths).map(({ day }) => day).sort()[0];
    return last === undefined ? undefined : days(at, less!, paths).find(({ day }) => day > last)?.node;
  },
  time_limit: (at, { start, end }, paths) => {
    const [begins, ends] = [days(at, start!, paths)[0], days(at, end!, paths)[0]];
    return begins && ends && ends.day > yearAfter(begins.day) ? ends.node : undefined;
  },
  between_dates: (at, { date, start, end }, paths) => {
    const [begins, ends] = [days(at, start!, paths)[0], days(at, end!, paths)[0]];
    return begins && ends ? days(at, date!, paths).find(({ day }) => day < begins.day || day > ends.day)?.node : undefined;
  },
};
