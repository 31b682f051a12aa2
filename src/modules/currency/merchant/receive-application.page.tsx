import { definePage } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { nameIn } from '../show.tsx';
import { merchantWords } from './merchant-words.tsx';
import { receiveApplication } from './receive-application.ts';
import { ShopFields } from './shop-fields.tsx';

/** Where the desk writes down that a shop asks to take part. */
export const receiveApplicationPage = definePage<View>({
  path: '/aid/merchants/new',
  audience: 'staff',
  needs: 'currency.receive-application',
  show: async ({ view, values, errors, ask }) => {
    const words = merchantWords(view);
    const f = { view, values, errors };
    const bodies = (await ask(organizationList, {})).map(({ id, names }) => ({ value: id, label: nameIn(view, names) }));
    return {
      title: words('apply'),
      body: (
        <Stack>
          <PageTitle lede={words('apply.lede')} back={{ href: '/aid/merchants', label: words('shops') }}>{words('apply')}</PageTitle>
          <Card>
            <Form {...f}>
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
