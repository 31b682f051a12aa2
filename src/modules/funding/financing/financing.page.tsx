import type { ReactNode } from 'react';
import { currencies } from '#core/money.ts';
import { definePage, type Visit } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { Money } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { FinancingState } from '../codes.ts';
import { Names, rowChoices } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { prepareFinancing } from './financing.ts';
import { financingList } from './financing.query.ts';

const tones: Readonly<Record<FinancingState, Tone>> = { prepared: 'saffron', submitted: 'door', granted: 'olive', refused: 'rose', withdrawn: 'rose' };

/** Where a file at a lender stands, in a word. */
export const FinancingBadge = ({ view, state }: { view: View; state: FinancingState }): ReactNode => <Badge tone={tones[state]}>{fundingWords(view)(`lstate.${state}`)}</Badge>;

/** The files that the hub carries to lenders, and the way to prepare one: first whom for, then the rest. */
export const financingPage = definePage<View>({
  path: '/intermediation',
  audience: 'staff',
  needs: 'funding.financing-list',
  namesPersons: true,
  menu: { label: (reader) => fundingWords(reader)('financing'), order: 63, group: 'money', icon: 'coins' },
  show: async (visit) => {
    const { view, search, ask, may } = visit;
    const words = fundingWords(view);
    const { files, found, chosen } = await ask(financingList, { q: search.q, person: search.person });
    return {
      title: words('financing'),
      body: (
        <Stack>
          <PageTitle lede={words('financing.lede')}>{words('financing')}</PageTitle>
          <Card>
            <Table view={view} caption={words('financing')} rows={files} rowKey={({ id }) => id} rowHref={({ id }) => `/intermediation/${id}`} empty={<EmptyState title={words('financing.none')} />} columns={[
              { key: 'for', label: words('financing.for'), cell: ({ person, body }) => (person ? <PersonName name={person.name} other={person.other} /> : body ? <Names view={view} of={body} /> : '–') },
              { key: 'lender', label: words('financing.lender'), cell: ({ lender }) => <Names view={view} of={lender} /> }, { key: 'purpose', label: words('grant.purpose'), cell: ({ purpose }) => <Bdi>{purpose}</Bdi> },
              { key: 'state', label: words('grant.state'), cell: ({ state }) => <FinancingBadge view={view} state={state} /> },
              { key: 'asked', label: words('financing.asked'), numeric: true, cell: ({ asked, currency }) => <Money view={view} value={asked} currency={currency} /> },
              { key: 'granted', label: words('financing.granted'), numeric: true, cell: ({ granted, currency }) => (granted === null ? '–' : <Money view={view} value={granted} currency={currency} />) },
            ]} />
          </Card>
          {may('funding.prepare-financing') ? (
            <Card title={words('financing.new')}>
              {chosen ? null : (
                <form method="get" action="/intermediation" role="search" className="form">
                  <TextField view={view} values={search} errors={{}} required name="q" type="search" label={words('financing.find')} autoComplete="off" />
                  <Button kind="quiet" icon="search">{words('financing.search')}</Button>
                </form>
              )}
              {search.q && found.length === 0 && !chosen ? <p className="soft">{words('financing.not_found')}</p> : null}
              {chosen ? null : <ul className="found">{found.map((card) => <li key={card.id}><PersonName name={card.name} other={card.other} /> <Ltr>{card.code}</Ltr> <LinkButton kind="quiet" href={`/intermediation?person=${card.id}`}>{words('financing.choose')}</LinkButton></li>)}</ul>}
              <Prepare visit={visit} person={chosen} bodies={await ask(organizationList, {})} />
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: prepareFinancing, leadsTo: ({ file }) => `/intermediation/${file}` },
});

interface Preparing {
  readonly visit: Visit<View>;
  readonly person: { readonly id: string; readonly name: string; readonly other: string | null } | null;
  readonly bodies: readonly (Parameters<typeof rowChoices>[1][number] & { readonly kind: string })[];
}

const Prepare = ({ visit: { view, values, errors }, person, bodies }: Preparing): ReactNode => {
  const words = fundingWords(view);
  const f = { view, values, errors };
  return (
    <Form {...f}>
      {person
        ? <><HiddenField name="person" value={person.id} /><p><PersonName name={person.name} other={person.other} /></p></>
        : <SelectField {...f} name="organization" label={words('financing.for_body')} choices={rowChoices(view, bodies)} />}
      <SelectField {...f} required name="lender" label={words('financing.lender')} choices={rowChoices(view, bodies.filter(({ kind }) => kind === 'bank' || kind === 'microfinance'))} />
      <TextField {...f} required name="purpose" label={words('grant.purpose')} maxLength={300} />
      <SelectField {...f} required name="currency" label={words('fund.currency')} choices={currencies.map((value) => ({ value, label: value }))} />
      <TextField {...f} ltr required name="asked" label={words('financing.asked')} />
      <Buttons><Button icon="check">{words('financing.prepare')}</Button></Buttons>
    </Form>
  );
};
