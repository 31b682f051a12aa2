import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { HiddenField } from '#ui/field.tsx';
import { textAt } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hubDoors } from '../hub/hub-doors.query.ts';
import { nameIn, rowChoices } from '../shown.tsx';
import { placeChoices } from '../territory/place-choices.ts';
import { networkWords } from '../words.ts';
import { editOrganization } from './edit-organization.ts';
import { OrganizationFields } from './organization-fields.tsx';
import { organizationSheet } from './organization-list.query.ts';

/** Where what is written of a body is corrected, and where it enters the public registry. */
export const editOrganizationPage = definePage<View>({
  path: '/network/organizations/:organization/edit',
  audience: 'staff',
  needs: 'network.edit-organization',
  show: async (visit) => {
    const { view, params } = visit;
    const words = networkWords(view);
    const body = await visit.ask(organizationSheet, { organization: params.organization! });
    const values = Object.keys(visit.values).length ? visit.values : valuesOf(body);
    const f = { view, values, errors: visit.errors };
    return {
      title: words('organization.edit'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/network/organizations/${body.id}`, label: nameIn(view, body.names) }}>{words('organization.edit')}</PageTitle>
          <Form {...f}>
            <HiddenField name="version" value={textAt(values, 'version')} />
            <OrganizationFields f={f} places={await placeChoices(visit)} hubs={rowChoices(view, await visit.ask(hubDoors, {}))} />
            <Card title={words('organization.public')}>
              <Checkbox {...f} name="listed" label={words('organization.list_it')} help={words('registry.agreed_help')} required />
              <DateField {...f} name="agreed_on" label={words('registry.agreed_on')} />
              <Checkbox {...f} name="support_body" label={words('organization.support_body')} required />
            </Card>
            <Buttons><Button icon="check">{words('organization.save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: {
    action: editOrganization, input: (visit) => ({ organization: visit.params.organization }),
    leadsTo: ({ organization }) => `/network/organizations/${organization}?done=1`,
  },
});

type Sheet = Awaited<ReturnType<(typeof organizationSheet)['spec']['run']>>;

/** The body as the fields of the form name it. */
function valuesOf(body: Sheet): Readonly<Record<string, unknown>> {
  const texts = (name: string, of: Readonly<Record<string, string | undefined>>) => Object.fromEntries(Object.entries(of).map(([lang, text]) => [`${name}.${lang}`, text]));
  return {
    ...texts('names', body.names), ...texts('descriptions', body.descriptions), ...texts('address', body.address),
    version: body.version, sector: body.sector, kind: body.kind, territory: body.territoryCode, phone: body.phone, email: body.email, website: body.website,
    legal_status: body.legalStatus, founded_year: body.foundedYear, activities: body.activities, qualifiers: body.qualifiers, runs_hub: body.runsHub,
    agreed_on: body.agreedOn, ...(body.listed ? { listed: 'true' } : {}), ...(body.supportBody ? { support_body: 'true' } : {}),
  };
}
