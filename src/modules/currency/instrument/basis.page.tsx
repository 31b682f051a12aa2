import { definePage } from '#core/page.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { basisForm } from './basis-form.query.ts';
import { nameLegalBasis } from './name-legal-basis.ts';

/** Where the network says on what law each instrument may circulate; while that waits, nothing is loaded. */
export const basisPage = definePage<View>({
  path: '/aid/law',
  audience: 'staff',
  needs: 'currency.basis-form',
  menu: { label: (reader) => currencyWords(reader)('law'), order: 64, group: 'money', icon: 'scales' },
  show: async ({ view, values, errors, ask }) => {
    const words = currencyWords(view);
    const instruments = await ask(basisForm, {});
    return {
      title: words('law'),
      body: (
        <Stack>
          <PageTitle lede={words('law.lede')}>{words('law')}</PageTitle>
          {instruments.length === 0 ? <EmptyState title={words('instruments.none')}>{words('instruments.none_text')}</EmptyState> : null}
          {instruments.map(({ id, names, hub, country, currency, basis }) => {
            const f = values.instrument === id ? { view, values, errors } : { view, values: { basis: basis ?? '' }, errors: {} };
            return country === null ? null : (
              <Card key={id} title={<Names view={view} of={names} />}>
                <p className="soft"><Names view={view} of={hub} /> · <Ltr>{country}</Ltr> · <Ltr>{currency}</Ltr></p>
                <p>{basis ? <Bdi>{basis}</Bdi> : words('basis.pending')}</p>
                <Form {...f}>
                  <HiddenField name="instrument" value={id} />
                  <HiddenField name="country" value={country} />
                  <TextField {...f} name="basis" label={words('basis')} help={words('basis.help')} maxLength={500} />
                  <Buttons><Button kind="quiet" icon="check">{words('basis.button')}</Button></Buttons>
                </Form>
              </Card>
            );
          })}
        </Stack>
      ),
    };
  },
  post: { action: nameLegalBasis, leadsTo: () => '/aid/law' },
});
