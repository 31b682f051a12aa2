import type { Country } from '#core/words/locale.ts';
import { lawsOf } from '#core/words/protection-law.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';

export type WorkFault = 'hours' | 'rest' | 'papers' | 'wage_kept' | 'go_between';

/** Where work in a home departs from the law of the country, as far as it was told; nothing where no law was read for us. */
export function workFaults(country: Country, { week_hours: hours, rest, kept_back: kept = [], via, office }: EntryTold): readonly WorkFault[] {
  const law = lawsOf[country]?.work;
  if (!law) return [];
  return [
    ...(hours !== undefined && hours > law.mostWeekHours ? ['hours' as const] : []),
    ...(law.weeklyRest && rest !== undefined && rest !== 'weekly' ? ['rest' as const] : []),
    ...(kept.includes('papers') ? ['papers' as const] : []),
    ...(kept.includes('wage') ? ['wage_kept' as const] : []),
    ...(country === 'TN' && via === 'acquaintance' && !office ? ['go_between' as const] : []),
  ];
}
