import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { HandOverCard, handOverSafely } from '#modules/confidential/public.ts';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Steps } from '#ui/steps.tsx';
import type { View } from '#ui/view.ts';
import { ticketBoard } from '../queue/ticket-board.query.ts';
import { deskWords } from '../words.ts';
import { VisitFacts } from './visit-facts.tsx';
import { stepsToDraw } from './visit-steps-drawn.ts';
import { visitSheet } from './visit.query.ts';

/**
 * The visit: its steps, each with its own page, who it is, and the ways to end it. The one post of this address hands over
 * safely; it comes back to the very same page, so neither screen nor address nor log says that it was pressed.
 */
export const visitPage = definePage<View>({
  path: '/desk/tickets/:ticket',
  audience: 'staff',
  needs: 'desk.visit',
  show: showVisit,
  post: {
    action: handOverSafely,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: (_, { params }) => `/desk/tickets/${params.ticket}`,
  },
});

export type VisitSheet = Awaited<ReturnType<(typeof visitSheet)['spec']['run']>>;

async function showVisit(visit: Visit<View>) {
  const { view, params } = visit;
  const words = deskWords(view);
  const sheet = await visit.ask(visitSheet, { ticket: params.ticket! });
  const counter = sheet.state === 'waiting' ? (await visit.ask(ticketBoard, {})).counter : 0;
  const title = words('visit.title', { number: sheet.number });
  return {
    title,
    body: (
      <Stack>
        <PageTitle back={{ href: '/desk', label: words('desk.back') }}>{title}</PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        {sheet.state === 'closed' ? <Notice view={view}>{words('visit.over')}</Notice> : null}
        <Beside aside={<><VisitFacts view={view} sheet={sheet} />{visit.may('confidential.hand-over-safely') ? <HandOverCard view={view} action={view.path} /> : null}</>}>
          <Card title={words('visit.steps')}>
            <div className="visit-steps">
              <Steps view={view} label={words('visit.steps')} steps={stepsToDraw(view, sheet)} />
            </div>
          </Card>
          <Endings visit={visit} sheet={sheet} counter={counter} />
        </Beside>
      </Stack>
    ),
  };
}

/** The buttons that begin or end the visit, as its state allows. */
const Endings = ({ visit, sheet, counter }: { visit: Visit<View>; sheet: VisitSheet; counter: number }): ReactNode => {
  const { view } = visit;
  const words = deskWords(view);
  const at = `/desk/tickets/${sheet.id}`;
  const left = sheet.state === 'waiting' ? 'left' : 'no-show';
  const next = sheet.received ? stepsToDraw(view, sheet).find(({ state, href }) => state === 'current' && href) : undefined;
  if (!visit.may('desk.close-visit')) return null;
  return (
    <Buttons>
      {sheet.state === 'waiting' ? (
        <PostButton view={view} action={`${at}/call`} values={{ counter: String(counter) }} icon="bell">{words('visit.call')}</PostButton>
      ) : null}
      {sheet.open && !sheet.received ? (
        <LinkButton href={`${at}/client`} icon="person">{words('step.client')}</LinkButton>
      ) : null}
      {next ? <LinkButton href={next.href!} icon="forward">{next.label}</LinkButton> : null}
      {sheet.received && visit.may('accompaniment.open-case') ? <LinkButton kind="quiet" href={`/cases/new?ticket=${sheet.id}`} icon="folder">{words('visit.open_file')}</LinkButton> : null}
      {sheet.received && sheet.person && visit.may('incubation.applications-of-person') ? <LinkButton kind="quiet" href={`/people/${sheet.person.id}/applications`} icon="bell">{words('visit.apply')}</LinkButton> : null}
      {sheet.open ? <PostButton view={view} action={`${at}/close`} icon="check" kind="quiet">{words('visit.close')}</PostButton> : null}
      {!sheet.received && (sheet.state === 'waiting' || sheet.state === 'called') ? (
        <PostButton view={view} action={`${at}/left`} values={{ state: left }} icon="exit" kind="quiet">
          {words(sheet.state === 'waiting' ? 'left.left' : 'left.no_show')}
        </PostButton>
      ) : null}
    </Buttons>
  );
};
