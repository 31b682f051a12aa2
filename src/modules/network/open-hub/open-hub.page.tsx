import { definePage } from '#core/page.ts';
import { countryFacts } from '#core/words/countries.ts';
import type { Country } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { networkSheet } from '../coverage/coverage.query.ts';
import { PlateFields } from '../hub/plate-fields.tsx';
import { hubKindNames, hubKinds } from '../hub-kind.ts';
import { namedChoices } from '../shown.tsx';
import { placeChoices } from '../territory/place-choices.ts';
import { networkWords } from '../words.ts';
import { openHub } from './open-hub.ts';

/** Where an administrator opens a hub. */
export const openHubPage = definePage<View>({
  path: '/network/hubs/new',
  audience: 'staff',
  needs: 'network.open-hub',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const { countries } = await visit.ask(networkSheet, {});
    const f = { view, values: { country: countries[0], ...visit.values }, errors: visit.errors };
    return {
      title: words('hub.open'),
      body: (
        <Stack>
          <PageTitle lede={words('hub.open_lede')} back={{ href: '/network', label: words('menu.network') }}>{words('hub.open')}</PageTitle>
          <Card>
            <Form {...f}>
              <Radios {...f} name="kind" label={words('hub.kind')} required choices={namedChoices(view, hubKinds, hubKindNames)} />
              <SelectField {...f} name="country" label={words('hub.country')} required choices={countries.map((code) => ({ value: code, label: nameFor(countryFacts[code as Country].name, view.locale) }))} />
              <PlateFields f={f} places={await placeChoices(visit)} />
              <DateField {...f} name="opened_on" label={words('hub.opened_on')} />
              <Buttons><Button icon="door">{words('hub.open')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: openHub, leadsTo: ({ hub }) => `/settings?hub=${hub}&done=1` },
});
