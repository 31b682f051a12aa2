import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { inLanguage } from '#core/input.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Facts } from '#ui/facts.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { hrefWith } from '#ui/href.ts';
import type { View } from '#ui/view.ts';
import { ConsentFields } from '../consent/consent-fields.tsx';
import { type ConsentPurpose, sharedFields } from '../consent/consent-table.ts';
import { askDays } from '../ask-consent/ask-link.ts';
import { consentWords } from '../consent-words.ts';
import type { personConsents } from '../person-consents/person-consents.query.ts';
import { PartnerName } from '../person-consents/partner-name.tsx';
import type { PersonFormChoices } from '../person/person-form-choices.ts';
import { peopleWords } from '../words.ts';

type Sheet = Awaited<ReturnType<(typeof personConsents)['spec']['run']>>;
interface Props {
  readonly visit: Visit<View>;
  readonly sheet: Sheet;
  readonly purpose: ConsentPurpose;
  readonly witnesses: PersonFormChoices['witnesses'];
}

/** One purpose asked about: the notice to read, for sharing the partner and the fields, the answer, and until when. */
export const AskForm = ({ visit, sheet, purpose, witnesses }: Props): ReactNode => {
  const { view, search } = visit;
  const words = consentWords(view);
  const title = peopleWords(view)(`purpose.${purpose}`);
  if (purpose === 'sharing' && !sheet.partner && search.all !== '1') return <Card title={title}><ChoosePartner visit={visit} sheet={sheet} /></Card>;
  const first = { fields: (search.fields ?? 'need').split(','), ...(search.all === '1' ? { answer: 'refused' } : {}) };
  const f: FormState = { view, values: { ...first, ...visit.values }, errors: visit.errors };
  return (
    <Card title={title}>
      {purpose === 'sharing' ? <Facts view={view} facts={[{ label: words('page.partner'), value: <strong><PartnerName view={view} names={sheet.names} recipient={sheet.partner} /></strong> }]} /> : null}
      <Form {...f}>
        <HiddenField name="purpose" value={purpose} />
        {sheet.partner ? <Shared f={f} partner={sheet.partner} /> : null}
        <ConsentFields {...f} prefix="" purpose={purpose} notice={sheet.notice!} witnesses={witnesses} />
        <DateField {...f} name="until" label={words('page.until_field')} help={words('page.until_help', { days: sheet.days })} />
        <Buttons>
          <Button icon="check">{peopleWords(view)('consent.record')}</Button>
          <LinkButton kind="quiet" icon="back" href={hrefWith(view, { purpose: null, recipient: null, fields: null, all: null, q: null, visit: null })}>{words('page.back')}</LinkButton>
        </Buttons>
      </Form>
      {sheet.minor || search.all === '1' ? null : <LeaveLink f={f} person={sheet.card.id} purpose={purpose} partner={sheet.partner} />}
    </Card>
  );
};

/** The same question left as a link, for who would rather answer alone. */
const LeaveLink = ({ f, person, purpose, partner }: { f: FormState; person: string; purpose: ConsentPurpose; partner: string | null }): ReactNode => {
  const words = consentWords(f.view);
  const action = `/people/${person}/consent/ask`;
  const own: FormState = { ...f, errors: f.view.path === action ? f.errors : {} };
  return (
    <details open={f.view.path === action}>
      <summary>{words('page.shared_by_link')}</summary>
      <p className="soft">{words('page.link_help', { days: askDays })}</p>
      <Form {...own} action={`${action}${f.view.search}`}>
        <HiddenField name="purpose" value={purpose} />
        <HiddenField name="language" value={f.view.locale.lang === 'fr' ? 'fr' : 'ar'} />
        {partner ? <HiddenField name="recipient" value={partner} /> : null}
        {partner ? listAt(f.values, 'fields').map((field) => <HiddenField key={field} name="fields" value={field} />) : null}
        <Buttons><Button kind="quiet" icon="message">{words('page.shared_by_link')}</Button></Buttons>
      </Form>
    </details>
  );
};

const listAt = (values: FormState['values'], name: string): readonly string[] => [values[name] ?? []].flat().map(String);

const Shared = ({ f, partner }: { f: FormState; partner: string }): ReactNode => {
  const words = consentWords(f.view);
  return (
    <>
      <HiddenField name="recipient" value={partner} />
      <Checkboxes {...f} required name="fields" label={words('page.fields')} help={words('page.fields_help')} choices={sharedFields.map((value) => ({ value, label: words(`shared.${value}`) }))} />
    </>
  );
};

/** Each partner is asked about apart: its name is searched, then chosen. */
const ChoosePartner = ({ visit, sheet }: Pick<Props, 'visit' | 'sheet'>): ReactNode => {
  const { view, search } = visit;
  const words = consentWords(view);
  return (
    <>
      <p>{words('page.choose_partner')}</p>
      <form method="get" action={view.path} className="form">
        <HiddenField name="purpose" value="sharing" />
        {search.visit ? <HiddenField name="visit" value={search.visit} /> : null}
        <TextField view={view} values={{ q: search.q ?? '' }} errors={{}} required type="search" name="q" label={words('page.find_partner')} autoComplete="off" maxLength={100} />
        <Buttons><Button kind="quiet" icon="search">{words('page.find')}</Button></Buttons>
      </form>
      {sheet.partners?.length === 0 ? <p className="soft">{words('page.no_partner')}</p> : null}
      <ul className="plain stack">
        {(sheet.partners ?? []).map(({ id, names }) => {
          const { text, lang } = inLanguage(names, view.locale.lang);
          return <li key={id}><a href={hrefWith(view, { recipient: id, q: null })}><Bdi lang={lang}>{text}</Bdi></a></li>;
        })}
      </ul>
      <p><a href={hrefWith(view, { all: '1', q: null })}>{words('page.refuse_all')}</a></p>
    </>
  );
};
