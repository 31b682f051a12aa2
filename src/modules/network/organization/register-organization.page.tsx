import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { namedChoices } from '../shown.tsx';
import { placeChoices } from '../territory/place-choices.ts';
import { networkWords } from '../words.ts';
import { organizationKindNames, organizationKinds, sectorNames, sectors } from './organization-kind.ts';
import { registerOrganization } from './register-organization.ts';

/** Where a body enters the registry. Listing and membership are offered to managers only. */
export const registerOrganizationPage = definePage<View>({
  path: '/network/organizations/new',
  audience: 'staff',
  needs: 'network.register-organization',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const f = { view, values: visit.values, errors: visit.errors };
    return {
      title: words('organization.register'),
      body: (
        <Stack>
          <PageTitle lede={words('organization.register_lede')} back={{ href: '/network/organizations', label: words('organization.list') }}>{words('organization.register')}</PageTitle>
          <Form {...f}>
            <Card>
              <MultilingualField {...f} name="names" label={words('organization.name')} help={words('one_language_enough')} required />
              <Radios {...f} name="sector" label={words('organization.sector')} required choices={namedChoices(view, sectors, sectorNames)} />
              <SelectField {...f} name="kind" label={words('organization.kind')} required choices={namedChoices(view, organizationKinds, organizationKindNames)} />
              <MultilingualField {...f} name="descriptions" label={words('organization.does')} rows={3} />
              <SelectField {...f} name="territory" label={words('hub.place')} choices={await placeChoices(visit)} />
              <MultilingualField {...f} name="address" label={words('hub.address')} />
              <TextField {...f} name="phone" type="tel" label={words('organization.phone')} />
              <TextField {...f} name="email" type="email" label={words('hub.email')} />
              <TextField {...f} name="website" type="url" label={words('hub.website')} />
              <TextField {...f} name="legal_status" label={words('organization.legal_status')} />
              <NumberField {...f} name="founded_year" label={words('organization.founded')} min={1800} max={2200} />
            </Card>
            {visit.may('network.begin-membership') ? (
              <Card title={words('organization.public')}>
                <Checkbox {...f} name="listed" label={words('organization.list_it')} required />
                <Checkbox {...f} name="support_body" label={words('organization.support_body')} required />
                {visit.actor.hub ? <DateField {...f} name="member_since" label={words('organization.member_since')} /> : null}
                {visit.actor.hub ? <DateField {...f} name="mandate_until" label={words('organization.mandate_until')} /> : null}
              </Card>
            ) : null}
            <Buttons><Button icon="plus">{words('organization.register_button')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: registerOrganization, leadsTo: ({ organization }) => `/network/organizations/${organization}?done=1` },
});
