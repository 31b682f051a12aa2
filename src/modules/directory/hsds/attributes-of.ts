import { modeNames, type ServiceMode } from '../service-mode.ts';
import { type ServiceStage, stageNames } from '../service-stage.ts';
import { findServiceType, serviceTaxonomy, serviceTypeCodes } from '../service-type.ts';
import type { ServiceEntry } from '../entry/entry.ts';
import { derivedId } from './derived-id.ts';
import { one } from './texts.ts';

/** Terms have the same id in every entry: it comes from the taxonomy's own name, not from the service. */
const root = '00000000-0000-5000-8000-000000000000';

interface Term { readonly code: string; readonly name: string; readonly description: string; readonly taxonomy: string }

/** Kinds, stages, modes and help on the way, as HSDS attributes; kinds also under the nearest Open Eligibility terms. */
export function attributesOf(entry: ServiceEntry, lang: string): readonly Record<string, unknown>[] {
  const terms: Term[] = [
    ...entry.types.flatMap((code) => typeTerms(code, lang)),
    ...entry.stages.map((code) => ({ code, name: one(stageNames[code as ServiceStage], lang)!, description: 'Stage of the project', taxonomy: 'hadina-stage' })),
    ...entry.modes.map((code) => ({ code, name: one(modeNames[code as ServiceMode], lang)!, description: 'How the service is given', taxonomy: 'hadina-mode' })),
    ...(entry.childcare ? [{ code: 'childcare', name: 'Childcare', description: 'Children are looked after meanwhile', taxonomy: 'hadina-help' }] : []),
    ...(entry.transportHelp ? [{ code: 'transport', name: 'Transport help', description: 'Help with the way there', taxonomy: 'hadina-help' }] : []),
  ];
  return terms.map((term) => {
    const key = `${term.taxonomy} ${term.code}`;
    return { id: derivedId(entry.id, key), link_id: entry.id, link_entity: 'service', taxonomy_term_id: derivedId(root, key), taxonomy_term: { id: derivedId(root, key), ...term } };
  });
}

function typeTerms(code: string, lang: string): Term[] {
  const type = findServiceType(code);
  if (!type || !serviceTypeCodes.includes(type.code)) return [];
  const own = { code, name: one(type.names, lang) ?? code, description: one(type.meaning, lang) ?? '', taxonomy: serviceTaxonomy.code };
  const open = type.openEligibility.map((term) => ({ code: term.code, name: term.name, description: term.name, taxonomy: 'open-eligibility' }));
  return [own, ...open];
}
