import type { CountedSex, IndicatorCode } from '#modules/programme/public.ts';
import type { Definition } from '../kept/definition.ts';

const persons = (event: string, conditions: Definition['conditions'] = {}): Definition => ({ unit: 'person', counted: 'once', events: [event], conditions, proofs: [] });
const entries = (event: string): Definition => ({ unit: 'entry', counted: 'once', events: [event], conditions: {}, proofs: ['paper-stands'] });
const women = { sex: ['female'] } as const;

/**
 * What counts towards a target of a programme. Only events that say for which programme or call they happened are here: what is done for
 * everybody is nobody’s progress, or one act would be reported by two programmes.
 */
const reached: Partial<Readonly<Record<IndicatorCode, Definition>>> = {
  'women-trained': persons('incubation.applicant-trained', women),
  'women-accompanied': persons('incubation.applicant-accompanied', women),
  'persons-selected': persons('incubation.applicant-selected'),
  'persons-trained': persons('incubation.applicant-trained'),
  'persons-accompanied': persons('incubation.applicant-accompanied'),
  'study-visits': entries('registers.study-visit-reported'),
  recommendations: entries('registers.recommendation-validated'),
  studies: entries('registers.study-published'),
  pilots: entries('registers.pilot-contracted'),
  'social-workers-trained': { unit: 'professional', counted: 'once', events: ['registers.professional-trained'], conditions: { occupation: ['social_worker', 'front_line'] }, proofs: [] },
};

/** What counts towards a target, women or men alone where it says so; nothing where it cannot be told whose progress it is. */
export function reachedBy(indicator: string, sex: CountedSex): Definition | undefined {
  const found = reached[indicator as IndicatorCode];
  if (!found || sex === 'all') return found;
  if (found.unit === 'entry' || (found.conditions.sex && found.conditions.sex[0] !== sex)) return undefined;
  return { ...found, conditions: { ...found.conditions, sex: [sex] } };
}
