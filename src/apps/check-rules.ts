import { allActions, allQueries } from '#core/action.ts';
import type { Page } from '#core/page.ts';
import { allRules, ruleOf } from '#core/policy/rule.ts';

/** Stops the start when an action, query or page has no rule, a rule has nothing to rule, or two pages share a path. */
export function checkRules(pages: readonly Page[]): void {
  const names = new Set([...allActions().keys(), ...allQueries().keys()]);
  const without = [...names].filter((name) => !ruleOf(name));
  const idle = allRules().filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const closed = pages.filter(({ needs }) => !ruleOf(needs)).map(({ path }) => path);
  const twice = pages.map(({ path }) => path).filter((path, i, all) => all.indexOf(path) !== i);
  const faults = [
    ...without.map((name) => `${name} has no access rule`), ...idle.map((name) => `the rule ${name} rules nothing`),
    ...closed.map((path) => `the page ${path} needs a rule that does not exist`), ...twice.map((path) => `two pages at ${path}`),
  ];
  if (faults.length) throw new Error(`The house is not in order:\n${faults.join('\n')}`);
}
