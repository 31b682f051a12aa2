import type { Multilingual } from '#core/input.ts';
import { inEachLanguage } from '../published/in-each-language.ts';
import type { PublishedNetwork, PublishedResult, PublishedWork } from '../published/published-work.ts';

const CONTEXT = 'https://ontology.commonapproach.org/contexts/cidsContext.jsonld';
type Node = Readonly<Record<string, unknown>>;

/** The standard takes one text of each name: French as most who read it do, else English, else Arabic. */
const one = (names: Multilingual): string => [names.fr, names.en, names.ar, ...Object.values(names)].find((text) => text?.trim())?.trim() ?? '';
const atStart = (day: string): string => `${day}T00:00:00Z`;
const atEnd = (day: string): string => `${day}T23:59:59Z`;
const measure = (id: string, value: number): Node => ({ '@id': `${id}/value`, '@type': 'i72:Measure', hasNumericalValue: String(value) });

/**
 * The published programmes of a network in the Common Impact Data Standard 3.2.1, its Basic tier: organisation, programmes, outputs,
 * indicators with their target and the report of what was reached, as one JSON-LD document. Names that the standard wants once stand in one language.
 */
export function cidsFile({ network, names, works }: PublishedNetwork): Node {
  const organization = `urn:uuid:${network}`;
  const nodes = works.flatMap((work) => nodesOf(work, organization));
  return {
    '@context': CONTEXT,
    '@graph': [
      { '@id': organization, '@type': 'cids:Organization', hasLegalName: one(names), hasName: one(names), hasDescription: one(names), hasProgram: works.map(({ id }) => programmeId(id)), hasIndicator: works.flatMap((work) => work.results.map((_, at) => indicatorId(work, at))) },
      ...nodes,
    ],
  };
}

const programmeId = (id: string): string => `urn:uuid:${id}`;
const indicatorId = ({ id }: Pick<PublishedWork, 'id'>, at: number): string => `${programmeId(id)}#indicator-${at + 1}`;

function nodesOf(work: PublishedWork, organization: string): Node[] {
  const outputs = work.results.map((_, at) => `${programmeId(work.id)}#output-${at + 1}`);
  return [
    { '@id': programmeId(work.id), '@type': 'cids:Program', hasIdentifier: work.code, hasName: one(work.names), hasDescription: one(work.about) || one(work.names), forOrganization: organization, hasOutput: outputs },
    ...work.results.flatMap((result, at) => resultNodes(result, { output: outputs[at]!, indicator: indicatorId(work, at), organization })),
  ];
}

/** Sexes are told in the name: the standard divides by stakeholders, and these are none. */
const named = ({ names, sex }: PublishedResult): string => (sex === 'all' ? one(names) : `${one(names)} (${sex})`);

function resultNodes(result: PublishedResult, { output, indicator, organization }: { output: string; indicator: string; organization: string }): Node[] {
  const { from, to, target, original, reached, atLeast, lookedUntil } = result;
  const [targetId, reportId, name] = [`${indicator}/target`, `${indicator}/report`, named(result)];
  const told = reached !== null && lookedUntil !== null;
  return [
    { '@id': output, '@type': 'cids:Output', hasName: name, hasDescription: name, hasIndicator: [indicator] },
    { '@id': indicator, '@type': 'cids:Indicator', hasName: name, hasDescription: name, definedBy: organization, 'cids:hasTarget': { '@id': targetId }, ...(told ? { hasIndicatorReport: [reportId] } : {}) },
    {
      '@id': targetId, '@type': 'cids:Target', hasName: inEachLanguage('promised', { name }).fr, hasComment: original === target ? name : inEachLanguage('first_target', { value: String(original) }).fr,
      startedAtTime: atStart(from), endedAtTime: atEnd(to), value: measure(targetId, target),
    },
    ...(told ? [{
      '@id': reportId, '@type': 'cids:IndicatorReport', hasName: inEachLanguage('reported', { name }).fr, forIndicator: indicator, forOrganization: organization, startedAtTime: atStart(from), endedAtTime: atEnd(lookedUntil),
      value: measure(reportId, reached), ...(atLeast ? { hasComment: inEachLanguage('at_least').fr } : {}),
    }] : []),
  ];
}
