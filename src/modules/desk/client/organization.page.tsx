import { nameFor } from '#core/words/named.ts';
import { newId } from '#core/id.ts';
import { definePage } from '#core/page.ts';
import { organizationKindNames, registerOrganization, sectorNames } from '#modules/network/public.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { deskWords } from '../words.ts';

/** The kinds of body that come to a desk as clients. */
const clientKinds = [
  'cooperative', 'association', 'smsa', 'gda', 'production-cooperative-unit', 'mutual', 'community-company', 'informal-group', 'company',
] as const;
const clientSectors = ['sse', 'civil', 'private'] as const;

/** A body nobody has registered yet: a name in one language, what it is, and on to who came for it. It stays unlisted. */
export const organizationPage = definePage<View>({
  path: '/desk/tickets/:ticket/organization',
  audience: 'staff',
  needs: 'network.register-organization',
  show: ({ view, values, errors, search, params }) => {
    const words = deskWords(view);
    const lang = view.locale.lang === 'qps' ? 'en' : view.locale.lang;
    const f = { view, errors, values: { sector: 'sse', [`names.${lang}`]: search.name, ...values } };
    const kinds = clientKinds.map((value) => ({ value, label: nameFor(organizationKindNames[value], view.locale) }));
    const sectors = clientSectors.map((value) => ({ value, label: nameFor(sectorNames[value], view.locale) }));
    return {
      title: words('organization.title'),
      body: (
        <Stack>
          <PageTitle lede={words('organization.lede')} back={{ href: `/desk/tickets/${params.ticket}/client`, label: words('client.title') }}>
            {words('organization.title')}
          </PageTitle>
          <Form {...f}>
            <MultilingualField {...f} required name="names" label={words('organization.name')} />
            <SelectField {...f} required name="kind" label={words('organization.kind')} choices={kinds} />
            <Radios {...f} required name="sector" label={words('organization.sector')} choices={sectors} />
            <Button icon="check">{words('organization.save')}</Button>
          </Form>
        </Stack>
      ),
    };
  },
  post: {
    action: registerOrganization,
    // The identifier is the app's own: a form that names one never meets a body that is already there.
    input: () => ({ id: newId() }),
    leadsTo: ({ organization }, { params }) => `/desk/tickets/${params.ticket}/client?organization=${organization}`,
  },
});
