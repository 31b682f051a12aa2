import type { ReactNode } from 'react';
import type { Conflict } from '#core/edit-conflict.ts';
import type { Visit } from '#core/page.ts';
import { Card } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { HiddenField } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { caseWords } from '../words.ts';

/**
 * What a form of the plan carries so that nobody writes over a colleague unseen: the fields as they were shown, and, after a
 * conflict, both values of each field with the choice between them.
 */
export const ConflictFields = ({ visit, seen, say }: { visit: Visit<View>; seen: Readonly<Record<string, unknown>>; say: (field: string, value: unknown) => string }): ReactNode => {
  const { view, values, errors, refusal } = visit;
  const words = caseWords(view);
  const conflicts = (refusal?.offer.conflicts as readonly Conflict[] | undefined) ?? [];
  return (
    <>
      <HiddenField name="seen" value={typeof values.seen === 'string' ? values.seen : JSON.stringify(seen)} />
      {conflicts.map(({ field, mine, theirs }) => (
        <Card key={field} title={words('conflict.title')}>
          <Radios
            view={view} values={values} errors={errors} required name={`keep.${field}`} label={words('conflict.choose')}
            choices={[{ value: 'mine', label: say(field, mine), named: true, help: words('conflict.mine') }, { value: 'theirs', label: say(field, theirs), named: true, help: words('conflict.theirs') }]}
          />
        </Card>
      ))}
    </>
  );
};
