import type { Page } from '#core/page.ts';
import { ruleOf } from '#core/policy/rule.ts';

/** May the lists of a page go out as open files? What is sealed or protected never does, whoever asks, nor what tells of persons. */
export const givesLists = (page: Page): boolean => ruleOf(page.needs)?.compartment === 'C0' && page.namesPersons !== true;
