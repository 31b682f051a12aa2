import type { ReactNode } from 'react';
import { mostFileBytes, mostPictureBytes } from '#core/files/check-file.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field, HiddenField, inputAttributes } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { trainingWords } from '../words.ts';
import { addSheet, type sheetList, withdrawSheet } from './signed-sheets.ts';

type Kept = Awaited<ReturnType<typeof sheetList.spec.run>>;
const megabytes = (bytes: number): number => bytes / 1_048_576;

/** The signed sheets of one half-day that are kept, and the form that adds a photograph from a telephone. */
export const KeptSheets = ({ visit, kept, half, adds }: { visit: Visit<View>; kept: Kept; half: string; adds: boolean }): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = trainingWords(view);
  const mine = 'file_name' in values;
  const f = { view, values: mine ? values : {}, errors: mine ? errors : {} };
  const file = { ...f, values: {}, name: 'file', label: words('sheets.file'), help: words('sheets.file_help', { pictures: megabytes(mostPictureBytes), others: megabytes(mostFileBytes) }), required: true };
  const sheets = kept.sheets.filter((sheet) => sheet.half === half);
  return (
    <Card title={words('sheets.title')}>
      <p className="soft">{words('sheets.text')}</p>
      {sheets.length === 0 ? <p>{words('sheets.none')}</p> : (
        <ul className="found">
          {sheets.map((sheet, at) => (
            <li key={sheet.id}>
              <span>{words('sheets.page', { n: at + 1 })} · <AtTime view={view} value={sheet.addedAt} /></span>
              <Buttons>
                <LinkButton kind="quiet" icon="download" href={`/trainings/sheets/${sheet.id}/file`}>{words('sheets.open')}</LinkButton>
                {may('training.withdraw-sheet') ? <PostButton view={view} kind="quiet" icon="cross" action={`/trainings/${kept.session}/sheets/${sheet.id}/withdrawn`} values={{ why: 'mistaken' }}>{words('sheets.withdraw')}</PostButton> : null}
              </Buttons>
            </li>
          ))}
        </ul>
      )}
      {adds && may('training.add-sheet') ? (
        <Form {...f} withFile native action={`/trainings/${kept.session}/sheets?half=${half}`}>
          <HiddenField name="half_day" value={half} /><HiddenField name="file_name" value="" />
          <Field {...file}><input {...inputAttributes(file)} type="file" accept="image/jpeg,image/png,image/webp,application/pdf" /></Field>
          <Button icon="camera">{words('sheets.add')}</Button>
        </Form>
      ) : null}
    </Card>
  );
};

/** The presses of a signed sheet; each leads back to the attendance of its half-day. */
export const sheetButtons = (attendance: Page<View>): readonly Page[] => [
  definePage<View>({ path: '/trainings/:session/sheets', audience: 'staff', needs: addSheet.fullName, post: { action: addSheet, leadsTo: ({ session, half_day }) => `/trainings/${session}/attendance?half=${half_day}&done=sheet`, again: attendance } }),
  definePage<View>({ path: '/trainings/:session/sheets/:sheet/withdrawn', audience: 'staff', needs: withdrawSheet.fullName, post: { action: withdrawSheet, input: ({ params }) => ({ sheet: params.sheet }), leadsTo: ({ session, half_day }) => `/trainings/${session}/attendance?half=${half_day}`, again: attendance } }),
];
