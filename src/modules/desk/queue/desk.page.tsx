import { definePage, type Visit } from '#core/page.ts';
import { LinkButton } from '#ui/button.tsx';
import { Beside, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { appointmentList } from '../book-appointment/appointment-list.query.ts';
import { AppointmentsToday } from '../book-appointment/appointments-today.tsx';
import { callNext } from '../call-ticket/call-next.ts';
import { deskWords } from '../words.ts';
import { CallNext } from './call-next-form.tsx';
import { deskPanels } from './desk-panels.tsx';
import { HeldTickets } from './held-tickets.tsx';
import { ticketBoard } from './ticket-board.query.ts';
import { WaitingTickets } from './waiting-tickets.tsx';

/** Today at the desk: who waits, whom I receive, what is due. */
export const deskPage = definePage<View>({
  path: '/desk',
  audience: 'staff',
  needs: 'desk.ticket-board',
  namesPersons: true,
  menu: { label: (reader) => deskWords(reader)('menu.desk'), order: 10, icon: 'desk' },
  show: showDesk,
  post: { action: callNext, leadsTo: ({ ticket }) => `/desk/tickets/${ticket}` },
});

async function showDesk(visit: Visit<View>) {
  const { view } = visit;
  const words = deskWords(view);
  const board = await visit.ask(ticketBoard, {});
  const book = await visit.ask(appointmentList, {});
  const panels = await Promise.all(deskPanels.map((panel) => panel(visit)));
  const given = Number(visit.search.given);
  return {
    title: words('desk.title'),
    body: (
      <Stack>
        <PageTitle lede={words('desk.lede')} actions={<DeskDoors view={view} writes={visit.may('desk.open-ticket')} />}>
          {words('desk.title')}
        </PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        {given > 0 ? <Notice view={view} kind="success">{words('given.notice', { number: given })}</Notice> : null}
        <Beside aside={<><AppointmentsToday view={view} book={book} writes={visit.may('desk.open-ticket-from-appointment')} />{panels}</>}>
          {visit.may('desk.call-next') ? <CallNext visit={visit} counter={board.counter} /> : null}
          <HeldTickets view={view} title={words('mine.title')} none={words('mine.none')} tickets={board.mine} />
          <WaitingTickets view={view} board={board} now={board.now} calls={visit.may('desk.call-ticket')} />
          <HeldTickets view={view} title={words('others.title')} none={words('others.none')} tickets={board.others} withOfficer />
        </Beside>
      </Stack>
    ),
  };
}

const DeskDoors = ({ view, writes }: { view: View; writes: boolean }) => {
  const words = deskWords(view);
  return (
    <>
      {writes ? <LinkButton href="/desk/tickets/new" icon="plus">{words('desk.new')}</LinkButton> : null}
      {writes ? <LinkButton kind="quiet" href="/desk/paper" icon="folder">{words('desk.paper')}</LinkButton> : null}
      <LinkButton kind="quiet" href="/desk/appointments" icon="calendar">{words('appointments.title')}</LinkButton>
      <LinkButton kind="quiet" href="/desk/board" icon="screen">{words('desk.screen')}</LinkButton>
    </>
  );
};
