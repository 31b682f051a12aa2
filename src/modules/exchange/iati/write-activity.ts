import type { Multilingual } from '#core/input.ts';
import { findTerritory } from '#modules/network/public.ts';
import type { PublishedNetwork, PublishedResult, PublishedWork } from '../published/published-work.ts';
import { hierarchyCodes, roleCodes, sectorCode, severalCountries, statusCode, typeCode } from './iati-codes.ts';
import { inEachLanguage } from '../published/in-each-language.ts';
import { element, xmlText } from './xml-text.ts';

/** Who publishes: the identifier the registry gave, and the code of its type (OrganisationType). */
export interface Publisher { readonly ref: string; readonly type: string; readonly names: Multilingual }

/** A text in each of its languages. Words for one country (`ar-MA`) stay at home: the standard knows languages only. */
const narratives = (names: Multilingual): string[] => Object.entries(names).filter(([lang, text]) => lang.length === 2 && text?.trim())
  .map(([lang, text]) => element('narrative', { 'xml:lang': lang }, xmlText(text!)));

/** The identifier of an activity: the publisher's own, then the code of the programme without signs that identifiers may not hold. */
const identifierOf = ({ ref }: Publisher, { code }: Pick<PublishedWork, 'code'>): string => `${ref}-${code.trim().replace(/[\s/&|?]+/gu, '-')}`;

const decimal = (minor: number, scale: number): string => (scale ? `${Math.trunc(minor / 10 ** scale)}.${String(minor % 10 ** scale).padStart(scale, '0')}` : String(minor));

/** One programme as an activity of IATI 2.03, its elements in the order of the schema. */
export function activityXml(work: PublishedWork, { publisher, from, near }: { publisher: Publisher; from: Pick<PublishedNetwork, 'countries' | 'day'>; near: ReadonlyMap<string, readonly PublishedWork[]> }): string {
  const parts = near.get(work.id) ?? [];
  const above = work.parent ? near.get(`above ${work.parent}`)?.[0] : undefined;
  return element('iati-activity', { 'xml:lang': 'fr', 'default-currency': work.cost?.currency, hierarchy: hierarchyCodes[work.level] }, [
    element('iati-identifier', {}, xmlText(identifierOf(publisher, work))),
    element('reporting-org', { ref: publisher.ref, type: publisher.type }, narratives(publisher.names)),
    element('title', {}, narratives(work.names)),
    element('description', { type: 1 }, narratives(Object.values(work.about).some((text) => text?.trim()) ? work.about : work.names)),
    ...participants(work, publisher),
    element('activity-status', { code: statusCode(work, from.day) }),
    ...dates(work, from.day),
    ...countries(work, from.countries),
    ...place(work.territory),
    element('sector', { vocabulary: 1, code: sectorCode }),
    ...commitments(work, from.day),
    ...(above ? [element('related-activity', { ref: identifierOf(publisher, above), type: 1 })] : []),
    ...parts.map((part) => element('related-activity', { ref: identifierOf(publisher, part), type: 2 })),
    ...work.results.map(resultXml),
  ]);
}

function participants({ lead, partners, cost }: PublishedWork, publisher: Publisher): string[] {
  const one = (role: number, { names, kind }: Pick<PublishedWork['partners'][number], 'names' | 'kind'>) => (narratives(names).length ? [element('participating-org', { role, type: typeCode(kind) }, narratives(names))] : []);
  const found = new Set([
    ...(cost?.funders ?? []).flatMap((funder) => one(roleCodes.funding, funder)), ...(lead ? one(roleCodes.accountable, lead) : []),
    ...partners.flatMap((partner) => one(partner.role === 'lead' ? roleCodes.accountable : roleCodes.implementing, partner)),
  ]);
  return found.size ? [...found] : [element('participating-org', { ref: publisher.ref, role: roleCodes.accountable, type: publisher.type }, narratives(publisher.names))];
}

/** Planned and true days (ActivityDateType). A plan that began after its own end was mistyped: the present beginning stands for it. */
function dates({ plannedFrom, startsOn, endsOn, closedOn }: PublishedWork, day: string): string[] {
  const planned = endsOn && plannedFrom > endsOn ? startsOn : plannedFrom;
  const all: [number, string | null][] = [[1, planned], [2, startsOn <= day ? startsOn : null], [3, endsOn], [4, closedOn]];
  return all.flatMap(([type, date]) => (date ? [element('activity-date', { type, 'iso-date': date })] : []));
}

function countries({ territory, partners }: PublishedWork, ofNetwork: readonly string[]): string[] {
  const said = territory ? [territory.slice(0, 2)] : [...new Set(partners.flatMap(({ country }) => country ?? []))];
  const list = said.length ? said : ofNetwork;
  if (list.length === 1) return [element('recipient-country', { code: list[0] })];
  return [element('recipient-region', { vocabulary: 1, code: severalCountries }, element('narrative', { 'xml:lang': 'en' }, xmlText([...list].sort().join(', '))))];
}

function place(territory: string | null): string[] {
  const found = territory ? findTerritory(territory) : undefined;
  return found ? [element('location', {}, element('name', {}, narratives(found.names)))] : [];
}

/** What funders said they pay, as incoming commitments; without a single amount of a funder, what the whole is said to cost. A commitment of a day to come is none yet. */
function commitments({ cost, startsOn }: PublishedWork, day: string): string[] {
  if (!cost) return [];
  const on = [cost.saidOn ?? startsOn, day].sort()[0]!;
  const one = (type: number, amount: number, provider: string) => element('transaction', {}, [
    element('transaction-type', { code: type }), element('transaction-date', { 'iso-date': on }), element('value', { currency: cost.currency, 'value-date': on }, decimal(amount, cost.scale)), provider,
  ]);
  const paid = cost.funders.filter(({ amount, names }) => amount !== null && narratives(names).length);
  return paid.length ? paid.map(({ amount, names, kind }) => one(11, amount!, element('provider-org', { type: typeCode(kind) }, narratives(names)))) : [one(2, cost.amount, '')];
}

/** One promise and what was reached, as an output with one number (IndicatorMeasure 1). */
function resultXml({ names, sex, from, to, target, original, reached, atLeast, lookedUntil }: PublishedResult): string {
  const dimension = sex === 'all' ? '' : element('dimension', { name: 'sex', value: sex });
  const comment = (words: Multilingual | null) => (words ? element('comment', {}, narratives(words)) : '');
  const title = element('title', {}, narratives(names));
  return element('result', { type: 1, 'aggregation-status': 0 }, [title, element('indicator', { measure: 1, ascending: 1, 'aggregation-status': 0 }, [title, element('period', {}, [
    element('period-start', { 'iso-date': from }), element('period-end', { 'iso-date': to }),
    element('target', { value: target }, [dimension, comment(original === target ? null : inEachLanguage('first_target', { value: String(original) }))]),
    reached === null || lookedUntil === null ? '' : element('actual', { value: reached }, [dimension, comment(atLeast ? inEachLanguage('at_least') : null)]),
  ])])]);
}
