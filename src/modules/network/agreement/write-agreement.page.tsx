import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { organizationList } from '../organization/organization-list.query.ts';
import { Names, namedChoices, rowChoices } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { agreementKindNames, agreementKinds } from './agreement-kind.ts';
import { agreementSheet } from './agreement-list.query.ts';
import { amendAgreement, renewAgreement } from './amend-agreement.ts';
import { draftAgreement } from './draft-agreement.ts';
import { WordingFields } from './wording-fields.tsx';

const bodies = async (visit: Visit<View>) => rowChoices(visit.view, await visit.ask(organizationList, {}));

/** Where a first draft is written. */
export const draftAgreementPage = definePage<View>({
  path: '/agreements/new',
  audience: 'staff',
  needs: 'network.draft-agreement',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const f = { view, values: visit.values, errors: visit.errors };
    return {
      title: words('agreement.draft'),
      body: (
        <Stack>
          <PageTitle lede={words('agreement.draft_lede')} back={{ href: '/agreements', label: words('agreement.title') }}>{words('agreement.draft')}</PageTitle>
          <Card>
            <Form {...f}>
              <Radios {...f} name="kind" label={words('agreement.kind')} required choices={namedChoices(view, agreementKinds, agreementKindNames)} />
              <WordingFields f={f} bodies={await bodies(visit)} />
              <Buttons><Button icon="plus">{words('agreement.draft_button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: draftAgreement, leadsTo: ({ agreement }) => `/agreements/${agreement}` },
});

/** Where a signed agreement is amended: the present wording to start from. */
export const amendAgreementPage = definePage<View>({
  path: '/agreements/:agreement/amend',
  audience: 'staff',
  needs: 'network.amend-agreement',
  show: async (visit) => {
    const { view, params } = visit;
    const words = networkWords(view);
    const { newest } = await visit.ask(agreementSheet, { agreement: params.agreement! });
    const now = { titles: newest.titles, terms: newest.terms, parties: newest.parties, opens: newest.opens, valid_from: newest.validFrom, valid_until: newest.validUntil };
    const f = { view, values: Object.keys(visit.values).length ? visit.values : now, errors: visit.errors };
    return {
      title: words('agreement.amend'),
      body: (
        <Stack>
          <PageTitle lede={words('agreement.amend_lede')} back={{ href: `/agreements/${params.agreement}`, label: <Names view={view} of={newest.titles} /> }}>{words('agreement.amend')}</PageTitle>
          <Card>
            <Form {...f}>
              <WordingFields f={f} bodies={await bodies(visit)} />
              <Buttons><Button icon="edit">{words('agreement.amend_button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: amendAgreement, input: ({ params }) => ({ agreement: params.agreement }), leadsTo: ({ agreement }) => `/agreements/${agreement}` },
});

/** Where the agreement that follows is drafted. */
export const renewAgreementPage = definePage<View>({
  path: '/agreements/:agreement/renew',
  audience: 'staff',
  needs: 'network.renew-agreement',
  show: async (visit) => {
    const { view, params } = visit;
    const words = networkWords(view);
    const { newest } = await visit.ask(agreementSheet, { agreement: params.agreement! });
    const f = { view, values: { valid_from: dayAfter(newest.validUntil), ...visit.values }, errors: visit.errors };
    return {
      title: words('agreement.renew'),
      body: (
        <Stack>
          <PageTitle lede={words('agreement.renew_lede')} back={{ href: `/agreements/${params.agreement}`, label: <Names view={view} of={newest.titles} /> }}>{words('agreement.renew')}</PageTitle>
          <Card>
            <Form {...f}>
              <DateField {...f} name="valid_from" label={words('agreement.valid_from')} required />
              <DateField {...f} name="valid_until" label={words('agreement.valid_until')} help={words('agreement.until_help')} required />
              <Buttons><Button icon="cycle">{words('agreement.renew_button')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: renewAgreement, input: ({ params }) => ({ agreement: params.agreement }), leadsTo: ({ agreement }) => `/agreements/${agreement}` },
});

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
