import type { Actor } from '#core/actor.ts';
import type { Query, Action } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { type Rule, ruleOf } from '#core/policy/rule.ts';
import type { Random } from '../random.ts';
import { sample, shapeOf } from '../town/sample.ts';
import type { Town } from '../town/town.ts';
import { addressOf, apiAddress, apiNames, shownPages } from '../web/routes.ts';
import type { PersonValues } from './person-values.ts';

/** One question to the house: an address, and what is posted to it if anything. */
export interface Question {
  readonly what: string;
  readonly address: string;
  readonly body?: string;
  /** Asked as a program asks, with a token. */
  readonly program: boolean;
}

/** Actions that end one's own screen: whoever asked them would ask nothing more. */
const never = /sign-out|session|password|lost-device|passkey|code|close-account|prove/;

/** Whether somebody with one of these roles comes past the door of an action, query or page. */
const opens = (rule: Rule | undefined, roles: readonly string[]): boolean => !rule || rule.reach === 'public' || rule.reach === 'signed-in' || rule.roles.some((role) => roles.includes(role));

/** Makes questions as somebody would who looks for persons: mostly where her role comes in, with every kind of value in every place. */
export function questioner(town: Town, { told, ids }: PersonValues, { roles }: Actor, random: Random): () => Question {
  const mine = roles.map(({ role }) => role as string);
  const pages = shownPages();
  const { queries, actions } = apiNames();
  const openPages = pages.filter(({ needs }) => opens(ruleOf(needs), mine));
  const openQueries = queries.filter(({ fullName }) => opens(ruleOf(fullName), mine));
  const fields = [...new Set([...openQueries.flatMap(({ spec }) => Object.keys(shapeOf(spec.input).properties ?? {})), 'list', 'page', 'q', 'sort', 'lang', 'month', 'over', 'by', 'key', 'hub', 'region', 'person', 'format'])];
  const [words, persons] = [[...told], [...ids]];
  const value = (field: string): string => random.pick([
    () => (field === 'lang' ? random.pick(['ar', 'fr', 'en']) : random.pick(['hub', 'region', 'network', 'sex', 'age_band', 'territory', 'month', 'persons-received', 'persons', 'csv', 'json', 'xlsx', 'pdf', 'docx'])),
    () => `20${24 + random.below(4)}-${String(1 + random.below(12)).padStart(2, '0')}`,
    () => `20${24 + random.below(4)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    () => random.pick(persons), () => town.known.id(field), () => random.pick(words), () => newId(), () => String(random.below(1_000) - 3), () => '', () => random.pick(['*', '%', '\'', '../..', '1 or 1=1', '[]', 'null', '١٢', '﷽', 'a'.repeat(300)]),
  ])();
  const search = () => {
    const some = new URLSearchParams();
    for (let n = random.below(4); n > 0; n--) { const field = random.pick(fields); some.append(field, value(field)); }
    return some.size ? `?${some}` : '';
  };
  const known = () => (random.once(6) ? null : town.known);
  const address = (path: string) => (random.once(3) ? path.replace(/:([a-z_]+)/gi, (_, part: string) => encodeURIComponent(value(part))) : addressOf(path, known()));
  const input = ({ spec }: Query | Action): Record<string, unknown> => ({
    ...(sample(shapeOf(spec.input), { random, text: (field) => value(field), id: (field) => (random.once(2) ? town.known.id(field) : random.pick(persons)) }) as Record<string, unknown>),
    ...(random.once(4) ? { [random.pick(fields)]: value('') } : {}),
  });
  const ofPage = (): Question => {
    const { path } = random.pick(random.once(4) ? pages : openPages);
    return { what: path, address: `${address(path)}${search()}`, program: false };
  };
  const ofList = (): Question => {
    const { path } = random.pick(random.once(3) ? pages : openPages);
    const format = random.pick(['csv', 'xlsx']);
    return random.once(5)
      ? { what: 'take', address: `/take/${random.pick(['persons', 'services', 'organizations', 'hsds', value('')])}.${random.pick(['csv', 'xlsx', 'zip'])}`, program: false }
      : { what: `${format} of ${path}`, address: `/lists/${format}${address(path)}${search() || `?list=${random.pick(['any', 'of-step', ''])}`}`, program: false };
  };
  const ofQuery = (): Question => {
    const query = random.pick(random.once(4) ? queries : openQueries);
    const given = Object.entries(input(query)).flatMap(([name, one]): [string, string][] => (one === undefined || typeof one === 'object' ? [] : [[name, String(one)]]));
    return { what: query.fullName, address: `${apiAddress(query.fullName)}?${new URLSearchParams(given)}`, program: true };
  };
  const ofAction = (): Question => {
    const action = random.pick(actions.filter(({ fullName }) => !never.test(fullName)));
    return { what: action.fullName, address: apiAddress(action.fullName), body: JSON.stringify(input(action)), program: true };
  };
  return () => random.pick([ofPage, ofPage, ofQuery, ofQuery, ofList, ofAction])();
}
