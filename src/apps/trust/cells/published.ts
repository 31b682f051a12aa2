import { allActions, allQueries } from '#core/action.ts';
import { ruleOf } from '#core/policy/rule.ts';

/** How numbers leave the hub. */
type PublishedBy =
  /** One closed month of hub, region or network and one cut of it; below 5 kept back, and what would tell it. */
  | 'closed-month'
  /** Persons of several months as “at least N”, in tens, never more than the printed months add up to; agreements and entries as they are. */
  | 'at-least'
  /** Sums and lists that are of no person: agreements, funds, programmes, definitions. */
  | 'of-nobody'
  /** What somebody published of herself, or reads of herself with her own words or number. */
  | 'her-own'
  /** Results of a call by the number of a receipt, as the call promised. */
  | 'by-receipt'
  /** Rows without names for one purpose and time, by leave (decision 0055). */
  | 'by-leave'
  /** No count of persons at all. */
  | 'no-count';

/**
 * Every question by which somebody outside the hub may read something that touches persons, with the rule by which it answers. A new one that is
 * not written down here breaks promise 40, so that nothing is published before somebody asked what it tells beside the rest (decision 0051).
 */
export const published: Readonly<Record<string, PublishedBy>> = {
  'evidence.public-figures': 'closed-month', 'evidence.public-figure': 'closed-month', 'evidence.number-receipt': 'closed-month', 'evidence.desk-figures': 'closed-month', 'evidence.figure': 'closed-month',
  'evidence.kept-figure': 'closed-month', 'evidence.network-board': 'closed-month', 'evidence.region-board': 'closed-month', 'evidence.networks-together': 'closed-month', 'desk.unmet-need-figures': 'closed-month',
  'evidence.call-funnel': 'at-least', 'evidence.region-calls': 'at-least', 'evidence.programme-board': 'at-least', 'evidence.funder-board': 'at-least', 'evidence.target-list': 'at-least', 'evidence.target-sheet': 'at-least',
  'evidence.frozen-months': 'no-count', 'evidence.frozen-sheet': 'closed-month', 'evidence.frozen-figure': 'closed-month', 'exchange.take-published': 'at-least',
  'evidence.attribution-sheet': 'at-least', 'evidence.outcome-costs': 'at-least', 'reports.delivered-report': 'at-least', 'reports.delivered-number': 'at-least',
  'evidence.released-figure': 'of-nobody', 'evidence.hub-revenue': 'of-nobody', 'evidence.indicator-list': 'of-nobody', 'evidence.indicator-sheet': 'of-nobody', 'evidence.board-list': 'of-nobody',
  'currency.aid-figures': 'of-nobody', 'currency.circulation': 'of-nobody', 'currency.aid-places': 'closed-month',
  'evidence.figure-places': 'no-count', 'evidence.chain-heads': 'of-nobody', 'evidence.house-key': 'no-count', 'reports.delivered-list': 'no-count', 'reports.deliveries-waiting': 'no-count', 'funding.fund-list': 'of-nobody', 'funding.fund-sheet': 'of-nobody', 'currency.rulebook': 'no-count', 'currency.budget': 'of-nobody',
  'incubation.public-results': 'by-receipt', 'incubation.ranking-by-number': 'by-receipt', 'incubation.open-call': 'no-count', 'incubation.open-calls': 'no-count',
  'incubation.application-status': 'her-own', 'incubation.made-here': 'her-own', 'incubation.spotlight': 'her-own', 'incubation.spotlight-picture': 'her-own', 'confidential.her-page': 'her-own', 'desk.slip-status': 'her-own',
  'training.certificate-check': 'her-own', 'training.open-training': 'no-count', 'training.open-trainings': 'no-count', 'training.room-door': 'her-own', 'people.consent-notices': 'no-count',
  'research.extract-list': 'by-leave', 'research.extract-sheet': 'by-leave',
};

const outside = ['donor_viewer', 'ministry_viewer', 'regional_coordinator', 'researcher'];
const ofPersons = ['accompaniment', 'confidential', 'currency', 'desk', 'documents', 'evidence', 'funding', 'incubation', 'people', 'registers', 'reports', 'research', 'training'];

/** Files of the field’s standards (IATI, CIDS) leave by an action, because that they were taken is an event. */
const filesThatLeave = ['exchange.take-published'];

/** Questions and files that are open outside the hub, touch persons and have no rule yet, and rules of what is there no more. */
export const withoutRule = (): string[] => {
  const open = [...allQueries().values()].filter(({ fullName, module }) => {
    const rule = ruleOf(fullName);
    return rule && ofPersons.includes(module) && (rule.reach === 'public' || rule.roles.some((role) => outside.includes(role)));
  }).map(({ fullName }) => fullName);
  const there = [...open, ...filesThatLeave.filter((name) => allActions().has(name))];
  return [...there.filter((name) => !(name in published)).map((name) => `${name} publishes and has no rule`), ...Object.keys(published).filter((name) => !there.includes(name)).map((name) => `${name} has a rule and publishes nothing`)];
};
