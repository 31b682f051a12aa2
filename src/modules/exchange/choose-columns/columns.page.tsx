import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { NotFound } from '#core/refusal.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { answerField, fieldsOf, nameFields } from '../columns/fields.ts';
import { importSheet } from '../import-sheet.query.ts';
import { exchangeWords } from '../words.ts';
import { chooseColumns } from './choose-columns.ts';

/** Which column of the file gives which field; what could be guessed or was chosen before is filled in. */
export const columnsPage = definePage<View>({
  path: '/files/:import/columns',
  audience: 'staff',
  needs: 'exchange.choose-columns',
  show: async (visit) => {
    const { view, values, errors, params } = visit;
    const words = exchangeWords(view);
    const sheet = await visit.ask(importSheet, { import: params.import });
    if (sheet.kind === 'hsds') throw new NotFound();
    const { kind } = sheet;
    const f = { view, errors, values: values.mapping ? values : { mapping: sheet.mapping } };
    const choices = sheet.columns.map((heading, at) => ({ value: String(at), label: heading || String(at + 1), named: true as const }));
    return {
      title: words('columns'),
      body: (
        <Stack>
          <PageTitle lede={words('columns_lede')} back={{ href: `/files/${sheet.id}`, label: <Bdi>{sheet.file_name}</Bdi> }}>{words('columns')}</PageTitle>
          <Card>
            <Form {...f} native>
              <HiddenField name="check" value="yes" />
              {fieldsOf(kind, []).map(({ name }) => (
                <SelectField key={name} {...f} name={`mapping.${name}`} label={words(`field.${name}` as 'field.name')} required={nameFields[kind][0] === name} choices={choices} />
              ))}
              {sheet.questions.map(({ code, labels }) => (
                <SelectField key={code} {...f} name={`mapping.${answerField(code)}`} label={inLanguage(labels, view.locale.lang).text} choices={choices} />
              ))}
              <Button icon="check">{words('check')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: chooseColumns, input: ({ params }) => ({ import: params.import }), leadsTo: ({ import: of }: { import: string }) => `/files/${of}` },
});
