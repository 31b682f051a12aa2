import { definePage, type Visit } from '#core/page.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import { HiddenField, NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { FinderBox, FoundOrganizations, FoundPeople, OrganizationName, PersonLine } from '../client/client-finder.tsx';
import { clientSearch } from '../client/client-search.query.ts';
import { reasonChoices } from '../ticket/reason-choices.ts';
import { deskWords } from '../words.ts';
import { backToRequest } from '../ticket/back-to-request.ts';
import { appointmentList } from './appointment-list.query.ts';
import { bookAppointment } from './book-appointment.ts';

/** Books a time: first who (search, choose), then when. The choice stands in the address. */
export const bookAppointmentPage = definePage<View>({
  path: '/desk/appointments/new',
  audience: 'staff',
  needs: 'desk.book-appointment',
  show: showBooking,
  post: { action: bookAppointment, leadsTo: ({ date, appointment }, { search }) => backToRequest(search, { appointment }) ?? `/desk/appointments?day=${date}` },
});

async function showBooking(visit: Visit<View>) {
  const { view, search } = visit;
  const words = deskWords(view);
  const found = await visit.ask(clientSearch, { typed: search.q, person: search.person, organization: search.organization });
  return {
    title: words('booking.title'),
    body: (
      <Stack>
        <PageTitle back={{ href: '/desk/appointments', label: words('appointments.title') }}>{words('booking.title')}</PageTitle>
        {found.organization ? <Card title={words('booking.who')}><p><OrganizationName view={view} organization={found.organization} /></p></Card> : null}
        {found.person ? await bookingForm(visit, found) : <WhoFor view={view} search={search} found={found} />}
      </Stack>
    ),
  };
}

type Found = Awaited<ReturnType<(typeof clientSearch)['spec']['run']>>;

const WhoFor = ({ view, search, found }: { view: View; search: Visit['search']; found: Found }) => {
  const words = deskWords(view);
  const kept: Record<string, string> = {
    ...(search.organization ? { organization: search.organization } : {}), ...(search.request ? { request: search.request } : {}),
  };
  const href = (chosen: Record<string, string>) => `/desk/appointments/new?${new URLSearchParams({ ...kept, ...chosen })}`;
  return (
    <>
      <FinderBox view={view} typed={search.q ?? ''} kept={kept} />
      {search.q && found.people.length + found.organizations.length === 0 ? <Notice view={view}>{words('client.none')}</Notice> : null}
      {found.people.length ? (
        <FoundPeople view={view} people={found.people} choose={({ id }) => <LinkButton kind="quiet" href={href({ person: id })}>{words('booking.choose')}</LinkButton>} />
      ) : null}
      {!found.organization && found.organizations.length ? (
        <FoundOrganizations view={view} organizations={found.organizations} choose={({ id }) => (
          <LinkButton kind="quiet" href={href({ organization: id })}>{words('client.for_organization')}</LinkButton>
        )} />
      ) : null}
    </>
  );
};

async function bookingForm(visit: Visit<View>, { person, organization }: Found) {
  const { view } = visit;
  const words = deskWords(view);
  const { officers, today } = await visit.ask(appointmentList, {});
  const f = { view, values: { minutes: 30, via: 'desk', officer: visit.actor.account, date: today, ...visit.values }, errors: visit.errors };
  const client = organization ? { organization: organization.id, acting_person: person!.id } : { person: person!.id };
  return (
    <Form {...f}>
      <PersonLine view={view} person={person!} />
      {Object.entries(client).map(([name, value]) => <HiddenField key={name} name={name} value={value} />)}
      <DateField {...f} required name="date" label={words('booking.date')} min={today} />
      <TimeField {...f} required name="hour" label={words('booking.hour')} />
      <NumberField {...f} required name="minutes" label={words('booking.minutes')} min={5} max={240} unit={words('booking.minutes_unit')} />
      <SelectField {...f} required name="officer" label={words('booking.officer')} choices={officers.map(({ id, name }) => ({ value: id, label: name }))} />
      <Radios {...f} required name="reason" label={words('booking.reason')} choices={reasonChoices(view)} />
      <Radios {...f} required name="via" label={words('booking.via')} choices={(['desk', 'phone'] as const).map((value) => ({ value, label: words(`via.${value}`) }))} />
      <Button icon="check">{words('booking.save')}</Button>
    </Form>
  );
}
