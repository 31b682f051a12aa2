import { currencies } from '#core/money.ts';
import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { instrumentKinds } from '../codes.ts';
import { currencyWords } from '../words.ts';
import { openInstrument } from './open-instrument.ts';

/** Where an instrument is opened with its one book. */
export const openInstrumentPage = definePage<View>({
  path: '/aid/instruments/new',
  audience: 'staff',
  needs: 'currency.open-instrument',
  show: ({ view, values, errors }) => {
    const words = currencyWords(view);
    const f = { view, values, errors };
    return {
      title: words('instrument.new'),
      body: (
        <Stack>
          <PageTitle lede={words('instrument.new_lede')} back={{ href: '/aid', label: words('aid') }}>{words('instrument.new')}</PageTitle>
          <Card>
            <Form {...f}>
              <Radios {...f} required name="kind" label={words('instrument.kind')} choices={instrumentKinds.map((value) => ({ value, label: words(`kind.${value}`), help: words(`kind.${value}_help`) }))} />
              <MultilingualField {...f} required name="names" label={words('names')} />
              <TextField {...f} ltr required name="code" label={words('code')} help={words('code_help')} maxLength={40} />
              <SelectField {...f} required name="currency" label={words('currency')} choices={currencies.map((value) => ({ value, label: value }))} />
              <Buttons><Button icon="check">{words('instrument.open')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: openInstrument, leadsTo: ({ instrument }) => `/aid/instruments/${instrument}` },
});
