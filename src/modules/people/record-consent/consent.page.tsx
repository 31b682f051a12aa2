import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form } from '#ui/form.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { ConsentFields } from '../consent/consent-fields.tsx';
import { consentPurposes } from '../consent/consent-table.ts';
import type { ConsentCard } from '../consent/consents-of.ts';
import { visitThatLedHere } from '../person/back-to-visit.ts';
import { personFormChoices } from '../person/person-form-choices.ts';
import { PersonHead } from '../person-sheet/person-head.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { withdrawConsent } from '../withdraw-consent/withdraw-consent.ts';
import { peopleWords } from '../words.ts';
import { recordConsent } from './record-consent.ts';

/** What a person answered, purpose by purpose, with the way to ask again and to take a yes back. */
export const consentPage = definePage<View>({
  path: '/people/:person/consent',
  audience: 'staff',
  needs: 'people.record-consent',
  show: async (visit) => {
    const { view, errors } = visit;
    const words = peopleWords(view);
    const { card, consents } = await visit.ask(personSheet, { person: visit.params.person! });
    const f = { view, values: { purpose: consentPurposes.find((each) => each === visit.search.purpose) ?? 'service', ...visit.values }, errors };
    return {
      title: words('consent.title'),
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="consent" />
          <p className="soft">{words('consent.lede')}</p>
          <Table<ConsentCard>
            view={view} caption={words('consent.title')} columns={columnsOf(view, card.id)} rows={consents}
            rowKey={({ id }) => id} empty={<EmptyState title={words('consent.none')} />}
          />
          <Card title={words('consent.record')}>
            <Form {...f}>
              <SelectField {...f} required name="purpose" label={words('consent.purpose')} choices={consentPurposes.map((value) => ({ value, label: words(`purpose.${value}`) }))} />
              <ConsentFields {...f} prefix="" witnesses={(await visit.ask(personFormChoices, {})).witnesses} />
              <Buttons><Button icon="check">{words('consent.record')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: recordConsent, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => wayOn(visit) },
});

/** Back to the visit that led here, else this page with its new line. */
function wayOn({ search, params }: Visit<View>): string {
  const visit = visitThatLedHere(search);
  return visit ? `/desk/tickets/${visit}` : `/people/${params.person}/consent`;
}

function columnsOf(view: View, person: string): readonly Column<ConsentCard>[] {
  const words = peopleWords(view);
  const state = ({ answer, withdrawnAt }: ConsentCard) =>
    withdrawnAt ? <Badge tone="rose" icon="cross">{words('consent.withdrawn')}</Badge>
      : <Badge tone={answer === 'given' ? 'olive' : 'clay'}>{words(`answer.${answer}`)}</Badge>;
  return [
    { key: 'purpose', label: words('consent.purpose'), cell: ({ purpose }) => words(`purpose.${purpose}`) },
    { key: 'answer', label: words('consent.state'), cell: state },
    { key: 'channel', label: words('consent.channel'), cell: ({ channel }) => words(`channel.${channel}`) },
    { key: 'when', label: words('consent.when'), cell: ({ answeredAt }) => <OnDate view={view} value={answeredAt} /> },
    {
      key: 'withdraw', label: words('consent.withdraw'),
      cell: ({ id, answer, withdrawnAt }) => answer === 'given' && !withdrawnAt
        ? <PostButton view={view} kind="danger" action={`/people/${person}/consent/${id}/withdraw`}>{words('consent.withdraw')}</PostButton> : null,
    },
  ];
}

/** Takes a yes back. */
export const withdrawConsentPage = definePage<View>({
  path: '/people/:person/consent/:consent/withdraw',
  audience: 'staff',
  needs: 'people.withdraw-consent',
  post: {
    action: withdrawConsent, input: (visit) => ({ consent: visit.params.consent }),
    leadsTo: (_, visit) => `/people/${visit.params.person}/consent`, again: consentPage,
  },
});
