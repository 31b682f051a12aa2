import { definePage, type Visit } from '#core/page.ts';
import { isNoPaper } from '#core/text/id-number.ts';
import { longCalendarDate } from '#core/words/format.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Checkbox, Radios } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Phone } from '#ui/phone.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { ContactFields } from '../contact/contact-fields.tsx';
import { personFormChoices } from '../person/person-form-choices.ts';
import { PersonHead } from '../person-sheet/person-head.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { endContact } from '../set-contact/end-contact.ts';
import { setContact } from '../set-contact/set-contact.ts';
import { phoneOwners } from '../person/person.input.ts';
import { type ReachCard, safeContact } from '../safe-contact/safe-contact.query.ts';
import { safeWords } from '../safe-contact/safe-words.ts';
import { peopleWords } from '../words.ts';
import { personContact } from './person-contact.ts';

type Contact = Extract<Awaited<ReturnType<typeof personContact.spec.run>>, { open: true }>['contacts'][number];

const here = (visit: Visit<View>) => `/people/${visit.params.person}/contact`;

/** How a person may be reached, while something is open for her here; opening this page is noted. */
export const personContactPage = definePage<View>({
  path: '/people/:person/contact',
  audience: 'staff',
  needs: 'people.person-contact',
  namesPersons: true,
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = peopleWords(view);
    const { card } = await visit.ask(personSheet, { person: visit.params.person! });
    const contact = await visit.ask(personContact, { person: card.id });
    const reach = new Map((await visit.ask(safeContact, { person: card.id })).map((each) => [each.id, each]));
    const f = { view, values, errors };
    return {
      title: words('tab.contact'),
      quiet: true,
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="contact" />
          {contact.open ? (
            <>
              <Notice view={view}>{words('contact.open', { basis: contact.basis })}</Notice>
              <Table<Contact>
                view={view} caption={words('tab.contact')} columns={columnsOf(visit, reach)} rows={contact.contacts}
                rowKey={({ id }) => id} empty={<EmptyState title={words('contact.none')} />}
              />
            </>
          ) : <Notice view={view} kind="warning" title={words('contact.closed')}>{words('contact.closed_text')}</Notice>}
          <Card title={words('contact.add')}>
            <Form {...f}>
              <ContactFields {...f} idKinds={(await visit.ask(personFormChoices, {})).idKinds} />
              <EmailFields {...f} />
              <DateField {...f} name="birth_date" label={words('birth_date')} help={words('birth_date_help')} />
              <Buttons><Button icon="lock">{words('contact.save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setContact, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => here(visit) },
});

const EmailFields = (f: FormState) => {
  const [words, people] = [safeWords(f.view), peopleWords(f.view)];
  return (
    <>
      <TextField {...f} type="email" name="email" label={words('safe.email')} help={words('safe.email_help')} autoComplete="off" maxLength={200} />
      <Radios {...f} name="email_owner" label={words('safe.email_owner')} choices={phoneOwners.map((value) => ({ value, label: people(`owner.${value}`) }))} />
      <Checkbox {...f} required name="email_shared" label={words('safe.shared_email')} />
    </>
  );
};

function columnsOf(visit: Visit<View>, reach: ReadonlyMap<string, ReachCard>): readonly Column<Contact>[] {
  const { view } = visit;
  const words = peopleWords(view);
  const mayCall = (contact: string) => reach.get(contact)?.ways.some(({ channel, allow }) => channel === 'call' && allow) ?? false;
  const value = (row: Contact) =>
    row.kind === 'address' ? <Bdi>{row.value}</Bdi>
      // A tap calls only where the gate lets a call through now.
      : row.kind === 'phone' ? <Phone view={view} number={row.value} call={mayCall(row.id)} />
        : row.kind === 'birth-date' ? longCalendarDate(row.value, view.locale) : row.idKind && isNoPaper(row.idKind) ? words(`idkind.${row.idKind}`) : <Ltr>{row.value}</Ltr>;
  const note = ({ owner, shared, idKind }: Contact) =>
    [owner && words(`owner.${owner}`), shared && words('contact.shared'), idKind && !isNoPaper(idKind) && words(`idkind.${idKind}`)].filter(Boolean).join(' · ');
  return [
    { key: 'kind', label: words('tab.contact'), cell: ({ kind }) => words(`contact.kind.${kind}`) },
    { key: 'value', label: words('contact.value'), cell: value },
    { key: 'note', label: words('contact.note'), cell: (row) => <div>{note(row)}{row.kind === 'id-number' && row.idKind && !isNoPaper(row.idKind) ? <PaperSeen visit={visit} row={row} /> : null}</div> },
    { key: 'safe', label: safeWords(view)('safe.title'), cell: (row) => <SafeUse visit={visit} contact={row} reach={reach.get(row.id)} /> },
    {
      key: 'end', label: words('contact.end'),
      cell: ({ id }) => <PostButton view={view} kind="quiet" action={`${here(visit)}/${id}/end`}>{words('contact.end')}</PostButton>,
    },
  ];
}

/** Beside a number: who saw the paper and when, or that nobody did yet, and the button to say so now. */
const PaperSeen = ({ visit, row: { id, seen } }: { visit: Visit<View>; row: Contact }) => {
  const words = peopleWords(visit.view);
  if (seen) return <div><Badge tone="olive" icon="eye">{words('paper.seen')}</Badge> <Bdi>{seen.who ?? words('merge.somebody')}</Bdi>, <OnDate view={visit.view} value={seen.at} /></div>;
  return (
    <div>
      <Badge tone="saffron">{words('paper.not_seen')}</Badge>
      {visit.may('people.see-paper') ? <PostButton view={visit.view} kind="quiet" action={`${here(visit)}/${id}/seen`}>{words('paper.see')}</PostButton> : null}
    </div>
  );
};

/** Beside each phone: may it be called now, what to say when somebody else answers, and the way to note another wish. */
const SafeUse = ({ visit: { view, params }, contact, reach }: { visit: Visit<View>; contact: Contact; reach: ReachCard | undefined }) => {
  const words = safeWords(view);
  const call = reach?.ways.find(({ channel }) => channel === 'call');
  if (!reach) return null;
  return (
    <div>
      {call ? <div>{words('safe.way.call')} · {call.allow ? words('safe.now') : call.from ? <>{words('safe.later')} <AtTime view={view} value={call.from} /></> : words(`safe.reason.${call.reason as 'never'}`)}</div> : null}
      {contact.words ? <div>{words('safe.say')} <strong><Bdi>{contact.words}</Bdi></strong></div> : null}
      <a href={`/people/${params.person}/contact/${contact.id}/safe`}>{words(reach.asked ? 'safe.change' : 'safe.ask')}</a>
    </div>
  );
};

/** Notes that one contact no longer holds. */
export const endContactPage = definePage<View>({
  path: '/people/:person/contact/:contact/end',
  audience: 'staff',
  needs: 'people.end-contact',
  post: { action: endContact, input: (visit) => ({ contact: visit.params.contact }), leadsTo: (_, visit) => here(visit), again: personContactPage },
});
