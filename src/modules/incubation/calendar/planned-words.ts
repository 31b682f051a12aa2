import { inLanguage } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import type { Planned } from './calendar.query.ts';

/** What stands in the calendar, in the reader's words: the course by its name, a project by its receipt. */
export function plannedWords(reader: Reader, one: Planned): string {
  const words = togetherWords(reader);
  switch (one.kind) {
    case 'course': return inLanguage(one.names, reader.locale.lang).text;
    case 'milestone': return `${one.receipt} · ${ventureWords(reader)(`milestone.${one.code}`)}`;
    case 'follow_up': return `${one.receipt} · ${ventureWords(reader)('follow_up.month', { month: one.month })}`;
    case 'photo': case 'film': return one.receipt;
    case 'deliverable': case 'cohort_begins': case 'cohort_ends': return `${words(`planned.${one.kind}`)} · ${inLanguage(one.names, reader.locale.lang).text}`;
  }
}
