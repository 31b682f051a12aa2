import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hubDoors } from '../hub/hub-doors.query.ts';
import { rowChoices } from '../shown.tsx';
import { placeChoices } from '../territory/place-choices.ts';
import { networkWords } from '../words.ts';
import { OrganizationFields } from './organization-fields.tsx';
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
            <OrganizationFields f={f} places={await placeChoices(visit)} hubs={rowChoices(view, await visit.ask(hubDoors, {}))} />
            {visit.may('network.begin-membership') ? (
              <Card title={words('organization.public')}>
                <Checkbox {...f} name="listed" label={words('organization.list_it')} help={words('registry.agreed_help')} required />
                <DateField {...f} name="agreed_on" label={words('registry.agreed_on')} />
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
