import type { Conflict } from '#core/edit-conflict.ts';
import type { ShownConflict } from '#ui/edit-conflict.tsx';
import type { View } from '#ui/view.ts';
import { placeName } from '../person/place-name.ts';
import { peopleWords } from '../words.ts';

/** What two officers changed of one person, each field with both values in words. */
export function shownConflicts(conflicts: readonly Conflict[], view: View): ShownConflict[] {
  const words = peopleWords(view);
  const said = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    switch (field) {
      case 'sex': return words(`sex.${value as 'female'}`);
      case 'reading': return words(`reading.${value as 'well'}`);
      case 'territory': return placeName(String(value), view) ?? '';
      case 'languages': return (value as string[]).map((lang) => words(`lang.${lang as 'ar'}`)).join(' · ');
      case 'birth_year_about': return words(value ? 'correct.about_yes' : 'correct.about_no');
      default: return String(value);
    }
  };
  return conflicts.map(({ field, mine, theirs }) => ({ field, label: words(field as 'name'), mine: said(field, mine), theirs: said(field, theirs) }));
}
