import type { ReactNode } from 'react';
import type { Action } from '#core/action.ts';
import { definePage, type Page } from '#core/page.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { indicatorSheet } from './indicator-list.query.ts';
import { keptName } from './kept-shown.tsx';
import { keptWords } from './kept-words.ts';
import { stateValue, withdrawValue } from './state-value.ts';

// biome-ignore lint/suspicious/noExplicitAny: the two actions differ in their input.
const formOf = (path: string, action: Action<any, any>, title: 'state' | 'withdraw', fields: (f: FormState) => ReactNode): Page => definePage<View>({
  path, audience: 'staff', needs: action.fullName,
  show: async (visit) => {
    const { view, values, errors, params } = visit;
    const words = keptWords(view);
    const sheet = await visit.ask(indicatorSheet, { indicator: params.indicator });
    return {
      title: words(title),
      body: (
        <Stack>
          <PageTitle lede={<Bdi>{keptName(view, sheet.now.names)}</Bdi>} back={{ href: `/indicators/${params.indicator}`, label: words('back') }}>{words(title)}</PageTitle>
          <Card>
            <Form view={view} values={values} errors={errors}>
              {fields({ view, values, errors })}
              <Buttons><Button icon={title === 'state' ? 'plus' : 'cross'} kind={title === 'state' ? 'primary' : 'danger'}>{words(title)}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action, input: ({ params: { indicator, stated } }) => (stated ? { stated } : { indicator }), leadsTo: (_result, { params }) => `/indicators/${params.indicator}` },
});

/** A number stated for an indicator, with its proof. */
export const stateValuePage = formOf('/indicators/:indicator/value', stateValue, 'state', (f) => {
  const words = keptWords(f.view);
  return (
    <>
      <TextField {...f} name="value" label={words('value')} required ltr />
      <DateField {...f} name="from" label={words('from')} required />
      <DateField {...f} name="to" label={words('to')} required />
      <TextField {...f} name="said_by" label={words('said_by')} help={words('said_by.help')} required />
      <TextField {...f} name="proof" label={words('proof')} help={words('proof.help')} />
    </>
  );
});

/** Taking back a number that was stated wrongly. */
export const withdrawValuePage = formOf('/indicators/:indicator/values/:stated/withdraw', withdrawValue, 'withdraw', (f) => <TextArea {...f} name="why" label={keptWords(f.view)('why')} required rows={2} />);
