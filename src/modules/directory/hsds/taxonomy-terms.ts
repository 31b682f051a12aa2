import type { ServiceEntry } from '../entry/entry.ts';
import { modeNames, type ServiceMode, serviceModes } from '../service-mode.ts';
import { serviceStages, type ServiceStage, stageNames } from '../service-stage.ts';
import { findServiceType, serviceTaxonomy, serviceTypeCodes } from '../service-type.ts';
import { derivedId } from './derived-id.ts';
import { one } from './texts.ts';

/** A term of a taxonomy, in the language asked for. */
export interface Term {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
}

/** Terms have the same id in every entry: it comes from the taxonomy's own name, not from the service. */
const root = '00000000-0000-5000-8000-000000000000';
export const termId = ({ taxonomy, code }: Pick<Term, 'taxonomy' | 'code'>): string => derivedId(root, `${taxonomy} ${code}`);
export const taxonomyId = (taxonomy: string): string => derivedId(root, `taxonomy ${taxonomy}`);

/** The taxonomies under which entries are published: what is ours, and the one we cite. */
export const taxonomies: readonly { readonly name: string; readonly description: string; readonly version?: string; readonly uri?: string }[] = [
  { name: serviceTaxonomy.code, description: 'Kinds of service of social and solidarity economy hubs', version: serviceTaxonomy.version },
  { name: 'hadina-stage', description: 'Stages of a project that a service helps' },
  { name: 'hadina-mode', description: 'Ways in which a service is given' },
  { name: 'hadina-help', description: 'Help that goes with a service' },
  { name: 'open-eligibility', description: 'Terms of Open Eligibility that kinds of service are close to (CC BY-SA 3.0), cited by code and name', uri: 'https://github.com/openreferral/openeligibility' },
];

const helps: Readonly<Record<string, Omit<Term, 'code' | 'taxonomy'>>> = {
  childcare: { name: 'Childcare', description: 'Children are looked after meanwhile' },
  transport: { name: 'Transport help', description: 'Help with the way there' },
};

const stageTerm = (code: string, lang: string): Term => ({ code, name: one(stageNames[code as ServiceStage], lang)!, description: 'Stage of the project', taxonomy: 'hadina-stage' });
const modeTerm = (code: string, lang: string): Term => ({ code, name: one(modeNames[code as ServiceMode], lang)!, description: 'How the service is given', taxonomy: 'hadina-mode' });
const helpTerm = (code: string): Term => ({ code, ...helps[code]!, taxonomy: 'hadina-help' });

function typeTerms(code: string, lang: string): Term[] {
  const type = findServiceType(code);
  if (!type) return [];
  const own = { code, name: one(type.names, lang) ?? code, description: one(type.meaning, lang) ?? '', taxonomy: serviceTaxonomy.code };
  return [own, ...type.openEligibility.map((term) => ({ code: term.code, name: term.name, description: term.name, taxonomy: 'open-eligibility' }))];
}

/** The terms of one entry: kinds, also under the nearest Open Eligibility terms, stages, modes, help on the way. */
export const termsOf = (entry: ServiceEntry, lang: string): Term[] => [
  ...entry.types.flatMap((code) => typeTerms(code, lang)),
  ...entry.stages.map((code) => stageTerm(code, lang)),
  ...entry.modes.map((code) => modeTerm(code, lang)),
  ...(entry.childcare ? [helpTerm('childcare')] : []),
  ...(entry.transportHelp ? [helpTerm('transport')] : []),
];

/** Every term there is, each once. */
export function allTerms(lang: string): readonly Term[] {
  const terms = [
    ...serviceTypeCodes.flatMap((code) => typeTerms(code, lang)), ...serviceStages.map((code) => stageTerm(code, lang)),
    ...serviceModes.map((code) => modeTerm(code, lang)), ...Object.keys(helps).map(helpTerm),
  ];
  return [...new Map(terms.map((term) => [termId(term), term])).values()].sort((a, b) => (`${a.taxonomy} ${a.code}` < `${b.taxonomy} ${b.code}` ? -1 : 1));
}

/** A term as HSDS, with the taxonomy it belongs to. */
export const termRecord = (term: Term, lang: string): Record<string, unknown> => ({
  id: termId(term), ...term, taxonomy_id: taxonomyId(term.taxonomy), language: term.taxonomy === 'open-eligibility' ? 'en' : lang,
  ...(taxonomies.some(({ name }) => name === term.taxonomy) ? { taxonomy_detail: taxonomyRecord(term.taxonomy) } : {}),
});

/** A taxonomy as HSDS. */
export const taxonomyRecord = (wanted: string): Record<string, unknown> => ({ id: taxonomyId(wanted), ...taxonomies.find(({ name }) => name === wanted)! });
