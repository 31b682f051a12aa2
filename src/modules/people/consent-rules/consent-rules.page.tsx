import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { countryFacts } from '#core/words/countries.ts';
import { nameFor } from '#core/words/named.ts';
import { OnDate } from '#ui/amounts.tsx';
import { FreeText } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { HiddenField, NumberField, TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { decideDutyToAlert, dutyDecisions } from '../alert-duty/decide-duty-to-alert.ts';
import { mostDays } from '../consent/consent-length.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { consentWords } from '../consent-words.ts';
import { peopleWords } from '../words.ts';
import { consentRules } from './consent-rules.query.ts';
import { setConsentLengths } from './set-consent-lengths.ts';

type Rules = Awaited<ReturnType<(typeof consentRules)['spec']['run']>>;
const HERE = '/network/consent';

/** Where whoever leads the network sets how long consents last and writes down what was decided about alerts, country by country. */
export const consentRulesPage = definePage<View>({
  path: HERE,
  audience: 'staff',
  needs: 'people.consent-rules',
  show: async (visit) => {
    const { view } = visit;
    const words = consentWords(view);
    const { days, countries } = await visit.ask(consentRules, {});
    const setting = view.path === HERE;
    const f = { view, values: setting ? { ...flat(days), ...visit.values } : flat(days), errors: setting ? visit.errors : {} };
    return {
      title: words('rules.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/network', label: words('rules.network') }}>{words('rules.title')}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('rules.saved')}</Notice> : null}
          <Card title={words('rules.lengths')}>
            <p className="soft">{words('rules.lengths_help')}</p>
            <Form {...f} action={HERE}>
              {consentPurposes.map((purpose) => <NumberField key={purpose} {...f} required name={`days.${purpose}`} label={peopleWords(view)(`purpose.${purpose}`)} unit={words('rules.days')} min={1} max={mostDays} />)}
              <Buttons><Button icon="check">{words('rules.save')}</Button></Buttons>
            </Form>
          </Card>
          <Card title={words('rules.minors')}><Minors view={view} countries={countries} /></Card>
          <Card title={words('rules.duty')}>
            <p className="soft">{words('rules.duty_help')}</p>
            {countries.map((each) => <Duty key={each.country} visit={visit} of={each} />)}
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setConsentLengths, leadsTo: () => `${HERE}?done=1` },
});

const flat = (days: Rules['days']) => Object.fromEntries(Object.entries(days).map(([purpose, length]) => [`days.${purpose}`, String(length)]));

const Minors = ({ view, countries }: { view: View; countries: Rules['countries'] }): ReactNode => {
  const words = consentWords(view);
  return (
    <Table
      view={view} caption={words('rules.minors')} rows={countries} rowKey={({ country }) => country}
      columns={[
        { key: 'country', label: words('rules.country'), cell: ({ country }) => nameFor(countryFacts[country].name, view.locale) },
        { key: 'path', label: words('rules.path'), cell: ({ law }) => law.path?.map((who) => peopleWords(view)(`guardian.${who}`)).join(' · ') ?? words('rules.closed') },
        { key: 'source', label: words('rules.source'), cell: ({ law }) => nameFor(law.source, view.locale) },
        { key: 'checked', label: words('rules.checked'), cell: ({ law }) => (law.checkedByLawyer ? '✓' : words('rules.no')) },
      ]}
    />
  );
};

const Duty = ({ visit, of: { country, duty } }: { visit: Visit<View>; of: Rules['countries'][number] }): ReactNode => {
  const { view } = visit;
  const words = consentWords(view);
  const action = `${HERE}/duty`;
  const mine = view.path === action && visit.values['country'] === country;
  const f = { view, values: mine ? visit.values : { decision: duty?.decision ?? '' }, errors: mine ? visit.errors : {} };
  return (
    <section className="stack">
      <h3>{nameFor(countryFacts[country].name, view.locale)}</h3>
      {duty ? <><p><strong>{words(`duty.${duty.decision}`)}</strong> · <OnDate view={view} value={duty.decidedAt} /></p><FreeText text={duty.reason} /></> : <p className="soft">{words('rules.none')}</p>}
      <details open={mine}>
        <summary>{words('rules.decision')}</summary>
        <Form {...f} action={action}>
          <HiddenField name="country" value={country} />
          <Radios {...f} required name="decision" label={words('rules.decision')} choices={dutyDecisions.map((value) => ({ value, label: words(`duty.${value}`) }))} />
          <TextArea {...f} required name="reason" label={words('rules.reason')} maxLength={2_000} />
          <Buttons><Button icon="check">{words('rules.decide')}</Button></Buttons>
        </Form>
      </details>
    </section>
  );
};

/** Keeps a decision about the duty to alert. */
export const decideDutyPage = definePage<View>({
  path: `${HERE}/duty`,
  audience: 'staff',
  needs: 'people.decide-duty-to-alert',
  post: { action: decideDutyToAlert, leadsTo: () => `${HERE}?done=1`, again: consentRulesPage },
});
