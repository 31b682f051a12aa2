import { definePage } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { HiddenField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { nameIn } from '../show.tsx';
import { merchantWords } from './merchant-words.tsx';
import { receiveApplication } from './receive-application.ts';
import { ShopFields } from './shop-fields.tsx';
import { shopsAsking } from './shops-asking.query.ts';

/** Where the desk writes down that a shop asks to take part. */
export const receiveApplicationPage = definePage<View>({
  path: '/aid/merchants/new',
  audience: 'staff',
  needs: 'currency.receive-application',
  show: async ({ view, values: typed, errors, search, ask }) => {
    const words = merchantWords(view);
    const shops = search['application'] ? (await ask(shopsAsking, {})).shops : [];
    const from = shops.find(({ id }) => id === search['application']);
    const values = from ? { application: from.id, categories: from.categories, ...typed } : typed;
    const f = { view, values, errors };
    const bodies = (await ask(organizationList, {})).map(({ id, names }) => ({ value: id, label: nameIn(view, names) }));
    return {
      title: words('apply'),
      body: (
        <Stack>
          <PageTitle lede={words('apply.lede')} back={{ href: '/aid/merchants', label: words('shops') }}>{words('apply')}</PageTitle>
          <Card>
            {from ? <p><Bdi>{from.shop}</Bdi> · <Bdi>{from.place}</Bdi> · <Phone view={view} number={from.phone} /></p> : null}
            <Form {...f}>
              {from ? <HiddenField name="application" value={from.id} /> : null}
              <SelectField {...f} required name="organization" label={words('organization')} help={words('organization.help')} choices={bodies} />
              <ShopFields f={f} />
              <Buttons><Button icon="check">{words('apply.button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: receiveApplication, leadsTo: ({ merchant }) => `/aid/merchants/${merchant}` },
});
