import type { ReactNode } from 'react';
import { Radios } from './choice.tsx';
import { HiddenField } from './field.tsx';
import type { FormState } from './field-values.ts';
import { Notice } from './notice.tsx';
import { uiWords } from './words.ts';

/** One field that somebody else changed meanwhile, both values in words. */
export interface ShownConflict {
  readonly field: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What the form was opened on, carried along unseen, so that nobody writes over somebody else unknowingly (`core/edit-conflict.ts`). */
export const SeenFields = ({ seen, shown }: { seen: unknown; shown?: unknown }): ReactNode => (
  <>
    <HiddenField name="seen" value={typeof seen === 'string' ? seen : JSON.stringify(seen)} />
    {shown === undefined ? null : <HiddenField name="shown" value={JSON.stringify(shown)} />}
  </>
);

/** Two people changed the same fields: both values of each, and which one is to stand. Nothing was saved yet. Nothing to see without a conflict. */
export const EditConflicts = ({ conflicts, ...f }: FormState & { conflicts: readonly ShownConflict[] }): ReactNode => {
  const words = uiWords(f.view);
  if (conflicts.length === 0) return null;
  return (
    <Notice view={f.view} kind="warning" title={words('conflict_title')}>
      <p>{words('conflict_text')}</p>
      {conflicts.map(({ field, label, mine, theirs }) => (
        <Radios
          key={field} {...f} required name={`keep.${field}`} label={label}
          choices={[
            { value: 'mine', label: words('conflict_mine', { value: mine || words('unknown') }) },
            { value: 'theirs', label: words('conflict_theirs', { value: theirs || words('unknown') }) },
          ]}
        />
      ))}
    </Notice>
  );
};
