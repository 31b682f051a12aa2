import { definePage, type Visit } from '#core/page.ts';
import { Hour } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Filters } from '#ui/filters.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { ClientLabel } from '../client/client-label.tsx';
import { openTicketFromAppointment } from '../open-ticket/open-ticket-from-appointment.ts';
import { deskWords } from '../words.ts';
import { appointmentList } from './appointment-list.query.ts';
import type { AppointmentBook } from './appointments-today.tsx';
import { endAppointment } from './end-appointment.ts';

/** The book of one day. */
export const appointmentsPage = definePage<View>({
  path: '/desk/appointments',
  audience: 'staff',
  needs: 'desk.appointment-list',
  namesPersons: true,
  show: showBook,
});

/** The buttons of one appointment: she has come, did not come, or it is cancelled. */
export const appointmentButtons = [
  definePage<View>({
    path: '/desk/appointments/:appointment/arrived',
    audience: 'staff',
    needs: 'desk.open-ticket-from-appointment',
    post: {
      action: openTicketFromAppointment, input: ({ params }) => ({ appointment: params.appointment }),
      leadsTo: ({ number }) => `/desk?given=${number}`, again: appointmentsPage,
    },
  }),
  definePage<View>({
    path: '/desk/appointments/:appointment/ended',
    audience: 'staff',
    needs: 'desk.end-appointment',
    post: {
      action: endAppointment, input: ({ params }) => ({ appointment: params.appointment }),
      leadsTo: () => '/desk/appointments', again: appointmentsPage,
    },
  }),
];

async function showBook(visit: Visit<View>) {
  const { view } = visit;
  const words = deskWords(view);
  const book = await visit.ask(appointmentList, { day: visit.search.day });
  const writes = visit.may('desk.book-appointment');
  const newOne = writes ? <LinkButton href="/desk/appointments/new" icon="plus">{words('appointments.new')}</LinkButton> : null;
  return {
    title: words('appointments.title'),
    body: (
      <Stack>
        <PageTitle back={{ href: '/desk', label: words('desk.back') }} actions={newOne}>{words('appointments.title')}</PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        <Filters view={view}>
          <DateField view={view} values={{ day: book.day }} errors={{}} required name="day" label={words('appointments.day')} />
        </Filters>
        <Table
          view={view}
          caption={words('appointments.title')}
          columns={columnsOf(view, writes)}
          rows={book.appointments}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words('appointments.empty_title')} action={newOne}>{words('appointments.empty_text')}</EmptyState>}
        />
      </Stack>
    ),
  };
}

type Row = AppointmentBook['appointments'][number];

function columnsOf(view: View, writes: boolean): readonly Column<Row>[] {
  const words = deskWords(view);
  return [
    { key: 'hour', label: words('appointments.hour'), cell: ({ startsAt, endsAt }) => <Hour view={view} value={startsAt} until={endsAt} /> },
    { key: 'who', label: words('appointments.who'), cell: ({ client }) => (client ? <ClientLabel view={view} client={client} /> : null) },
    { key: 'reason', label: words('appointments.reason'), cell: ({ reason }) => words(`reason.${reason}`) },
    { key: 'officer', label: words('appointments.officer'), cell: ({ officer }) => <Bdi>{officer}</Bdi> },
    { key: 'do', label: words('appointments.do'), cell: (row) => <RowButtons view={view} row={row} writes={writes} /> },
  ];
}

const RowButtons = ({ view, row, writes }: { view: View; row: Row; writes: boolean }) => {
  const words = deskWords(view);
  const at = `/desk/appointments/${row.id}`;
  if (row.state === 'arrived') return <Badge tone="olive">{words('appointments.came')}</Badge>;
  if (!writes) return null;
  return (
    <Buttons>
      <PostButton view={view} action={`${at}/arrived`} icon="check" kind="quiet">{words('appointments.arrived')}</PostButton>
      <PostButton view={view} action={`${at}/ended`} values={{ state: 'missed' }} kind="quiet">{words('appointments.missed')}</PostButton>
      <PostButton view={view} action={`${at}/ended`} values={{ state: 'cancelled' }} kind="quiet">{words('appointments.cancel')}</PostButton>
    </Buttons>
  );
};
