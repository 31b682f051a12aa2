import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { longCalendarDate } from '#core/words/format.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { moveReasons, type SeatState } from '../codes.ts';
import { Learner } from '../learner.tsx';
import { HalfDays, languagesOf, orderOf, plain, Said, StateOf, whyOf } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { announceSession } from './announce-session.ts';
import { cancelSession } from './cancel-session.ts';
import { closeSession } from './close-session.ts';
import { moveSession } from './move-session.ts';
import { giveSeats } from '../seats/give-seats.ts';
import { type SessionSheet, sessionSheet } from './session-sheet.query.ts';

const tones: Readonly<Record<SeatState, Tone>> = { asked: 'door', given: 'olive', waitlisted: 'saffron', refused: 'rose', given_back: 'clay' };
const dones = ['announced', 'asked', 'given', 'answered', 'moved', 'cancelled', 'closed', 'marked'] as const;

/** One course: what it is, what can be done with it, and everyone who asked with the answer and why. */
export const trainingPage = definePage<View>({
  path: '/trainings/:session',
  audience: 'staff',
  needs: 'training.session-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, search } = visit;
    const words = trainingWords(view);
    const sheet = await visit.ask(sessionSheet, { session: visit.params.session! });
    const done = dones.find((each) => each === search.done);
    return {
      title: plain(view, sheet.session.names),
      body: (
        <Stack>
          <PageTitle back={{ href: '/trainings', label: words('sheet.back') }} lede={<><Said view={view} value={sheet.session.place} /> · <StateOf view={view} course={sheet.session} /></>} actions={<WhatToDo visit={visit} sheet={sheet} />}>
            <Said view={view} value={sheet.session.names} />
          </PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {done && !visit.refusal ? <Notice view={view} kind="success">{words(`done.${done}`)}{done === 'moved' || done === 'cancelled' ? <> {words('sheet.tell')}</> : null}</Notice> : null}
          {sheet.readOnly && !visit.refusal ? <Notice view={view} kind="warning">{words('refusal.agreement-over')}</Notice> : null}
          <Card><Facts view={view} facts={factsOf(view, sheet)} /></Card>
          <Seats visit={visit} sheet={sheet} />
          <Change visit={visit} sheet={sheet} />
        </Stack>
      ),
    };
  },
});

function factsOf(view: View, { session, halves, trainers }: SessionSheet) {
  const words = trainingWords(view);
  return [
    { label: words('f.topic'), value: words(`topic.${session.topic}`) },
    { label: words('col.audience'), value: words(`audience.${session.audience}`) },
    { label: words('sheet.when'), value: <HalfDays view={view} halves={halves} /> },
    { label: words('sheet.trainers'), value: trainers.length ? trainers.map(({ id, name }, at) => <span key={id}>{at ? ' · ' : ''}<Bdi>{name}</Bdi></span>) : words('sheet.no_trainer') },
    { label: words('sheet.languages'), value: <><Bdi>{languagesOf(view, session.languages)}</Bdi>{session.interpretation.length ? <> · {words('sheet.interpreted')} <Bdi>{languagesOf(view, session.interpretation)}</Bdi></> : null}</> },
    session.childcare && { label: words('sheet.childcare'), value: words('sheet.yes') },
    session.stage !== null && { label: words('f.stage'), value: words(`stage.${session.stage}`) },
    { label: words('sheet.seats'), value: <>{words('seats_of', { given: session.given, seats: session.seats })}</> },
    { label: words('sheet.asks_until'), value: <AtTime view={view} value={session.asks_until} /> },
    { label: words('wish.first'), value: words('rule_text', { list: orderOf(view, session.priority), day: longCalendarDate(session.ages_on, view.locale) }) },
    session.moved > 0 && { label: words('state.moved'), value: <>{words('sheet.moved', { times: session.moved })}{session.why ? <> · {words(`move.${session.why}`)}</> : null}</> },
    session.state === 'cancelled' && session.why !== null && { label: words('sheet.why_cancelled'), value: words(`move.${session.why}`) },
  ];
}

const WhatToDo = ({ visit, sheet: { session, now, seats, readOnly } }: { visit: Visit<View>; sheet: SessionSheet }): ReactNode => {
  const { view } = visit;
  const may = (what: string): boolean => !readOnly && visit.may(what);
  const words = trainingWords(view);
  const at = `/trainings/${session.id}`;
  const running = session.state === 'announced';
  const waits = seats.some(({ state }) => state === 'asked' || (state === 'waitlisted' && session.given < session.seats));
  return (
    <>
      {session.state === 'planned' && may('training.announce-session') ? <PostButton view={view} action={`${at}/announced`} icon="speaker">{words('do.announce')}</PostButton> : null}
      {running && (session.asks_until > now || (session.seated_at !== null && session.given < session.seats && session.starts_at > now)) && may('training.request-seat') ? <LinkButton href={`${at}/ask`} icon="plus" kind={waits ? 'quiet' : 'primary'}>{words('do.ask')}</LinkButton> : null}
      {running && waits && session.asks_until <= now && session.ends_at > now && may('training.give-seats') ? <PostButton view={view} action={`${at}/seats-given`} icon="check">{words('do.give')}</PostButton> : null}
      {running && session.ends_at <= now && may('training.close-session') ? <PostButton view={view} action={`${at}/closed`} icon="check">{words('do.close')}</PostButton> : null}
      {session.given > 0 && visit.may('training.mark-attendance') ? <LinkButton href={`${at}/attendance`} kind="quiet" icon="list">{words('do.attendance')}</LinkButton> : null}
      {session.given > 0 ? <LinkButton href={`${at}/print`} kind="quiet" icon="print">{words('do.print')}</LinkButton> : null}
    </>
  );
};

const Seats = ({ visit, sheet: { session, seats, halves, readOnly } }: { visit: Visit<View>; sheet: SessionSheet }): ReactNode => {
  const { view, may } = visit;
  const words = trainingWords(view);
  const answers = session.state === 'announced' && !readOnly && may('training.give-back-seat');
  return (
    <Table
      view={view} caption={words('sheet.who')} showCaption rows={seats} rowKey={({ id }) => id}
      empty={<EmptyState title={words('sheet.nobody')}>{words('sheet.nobody_text')}</EmptyState>}
      columns={[
        { key: 'rank', label: words('col.rank'), numeric: true, cell: ({ rank }) => (rank === null ? null : <Num view={view} value={rank} />) },
        { key: 'who', label: words('col.who'), cell: ({ card, name }) => <Learner view={view} card={card} name={name} /> },
        { key: 'state', label: words('col.state'), cell: ({ state }) => <Badge tone={tones[state]}>{words(`seat.${state}`)}</Badge> },
        { key: 'why', label: words('col.why'), cell: ({ why, reason, askedAt }) => <div>{whyOf(view, why)}{reason ? <> · {words(`reason.${reason}`)}</> : null} <small className="soft"><AtTime view={view} value={askedAt} /></small></div> },
        {
          key: 'do', label: words('col.do'), cell: ({ id, state, certificate, marks }) => (
            <Buttons>
              {certificate ? <LinkButton kind="quiet" href={`/trainings/certificates/${certificate}/print`} icon="print">{words('sheet.certificate')}</LinkButton> : null}
              {state === 'given' && Object.keys(marks).length ? <span className="soft">{words('sheet.there', { present: Object.values(marks).filter((mark) => mark === 'present').length, of: halves.length })}</span> : null}
              {answers && state !== 'given_back' ? <LinkButton kind="quiet" href={`/trainings/${session.id}/seats/${id}`}>{words('sheet.answer')}</LinkButton> : null}
            </Buttons>
          ),
        },
      ]}
    />
  );
};

const Change = ({ visit, sheet: { session, now, readOnly } }: { visit: Visit<View>; sheet: SessionSheet }): ReactNode => {
  const { view, may } = visit;
  const words = trainingWords(view);
  if (readOnly || !may('training.move-session') || session.state === 'closed' || session.state === 'cancelled') return null;
  const f = { view, values: visit.values, errors: visit.errors };
  const why = <SelectField {...f} required name="why" label={words('sheet.reason')} choices={moveReasons.map((value) => ({ value, label: words(`move.${value}`) }))} />;
  return (
    <details open={Object.keys(visit.errors).length > 0}>
      <summary>{words('do.change')}</summary>
      <Stack>
        {session.starts_at > now ? (
          <Card title={words('do.move')}>
            <Form {...f} action={`/trainings/${session.id}/moved`}>
              <DateField {...f} required name="first_on" label={words('do.move_on')} />
              {why}
              <Button icon="calendar">{words('do.move_button')}</Button>
            </Form>
          </Card>
        ) : null}
        <Card title={words('do.cancel')}>
          <Form {...f} action={`/trainings/${session.id}/cancelled`}>
            <SelectField {...f} values={{}} errors={{}} required name="why" label={words('sheet.reason')} choices={moveReasons.map((value) => ({ value, label: words(`move.${value}`) }))} />
            <Button kind="danger" icon="cross">{words('do.cancel_button')}</Button>
          </Form>
        </Card>
      </Stack>
    </details>
  );
};

const button = (path: string, action: typeof announceSession | typeof giveSeats | typeof closeSession | typeof moveSession | typeof cancelSession, done: (typeof dones)[number]) => definePage<View>({
  path: `/trainings/:session/${path}`,
  audience: 'staff',
  needs: action.fullName,
  post: { action, input: ({ params }) => ({ session: params.session }), leadsTo: ({ session }) => `/trainings/${session}?done=${done}`, again: trainingPage },
});

/** What one press does with a course. */
export const trainingButtons = [
  button('announced', announceSession, 'announced'), button('seats-given', giveSeats, 'given'), button('closed', closeSession, 'closed'),
  button('moved', moveSession, 'moved'), button('cancelled', cancelSession, 'cancelled'),
];
