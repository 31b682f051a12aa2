import type { Reader } from '#core/words/words.ts';
import { peopleWords } from '../words.ts';

const kindOf: Readonly<Record<string, 'contact' | 'life' | 'listening' | 'needs' | 'disclosure' | 'complaint' | 'all'>> = {
  'people.person_contact': 'contact', 'people.contact_rule': 'contact', 'people.person_life': 'life', 'desk.listening_note': 'listening', 'desk.needs_sealed_answer': 'needs',
  'desk.disclosure': 'disclosure', 'desk.referral': 'disclosure', 'desk.complaint': 'complaint', 'rights.request': 'all',
};

/** The sealed fields of a look (`schema.table.column`) in the reader's words, each said once. */
export function fieldNames(reader: Reader, fields: readonly string[]): string {
  const words = peopleWords(reader);
  const kinds = new Set(fields.map((field) => kindOf[field.split('.').slice(0, 2).join('.')] ?? ('other' as const)));
  return new Intl.ListFormat(reader.locale.tag, { type: 'conjunction' }).format([...kinds].map((kind) => words(`looks.field.${kind}`)));
}
