import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { longDate } from '#core/words/format.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { CalendarDate, Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Beside, Card, Grid, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hoursOf } from '../path/hours-of.ts';
import { pathStates } from '../path/path.ts';
import { dropoutReasons } from '../path/venture-codes.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import { type CohortCard, cohortSheet } from './cohort-sheet.query.ts';
import { enterCohort } from './places.ts';

type Sheet = Awaited<ReturnType<typeof cohortSheet.spec.run>>;
const named = (view: View, names: Multilingual): string => inLanguage(names, view.locale.lang).text;

/** A cohort as a board: one column for each state somebody is in; a card moves by a button, with the keyboard and without script. */
export const cohortPage = definePage<View>({
  path: '/cohorts/:cohort',
  audience: 'staff',
  needs: 'incubation.cohort-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params } = visit;
    const words = ventureWords(view);
    const sheet = await visit.ask(cohortSheet, { cohort: params.cohort! });
    const columns = pathStates.filter((state) => sheet.cards.some((card) => card.state === state));
    return {
      title: named(view, sheet.names), quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: '/cohorts', label: words('cohorts') }}><Bdi>{named(view, sheet.names)}</Bdi></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {sheet.closedAt ? <Notice view={view} kind="info">{words('cohort.was_closed')}</Notice> : sheet.readOnly ? <Notice view={view} kind="warning" title={words('cohort.read_only')}>{words('cohort.read_only_text')}</Notice> : null}
          <Beside aside={<Aside visit={visit} sheet={sheet} />}>
            {sheet.cards.length === 0 ? <Card><p className="soft">{words('board.empty')}</p></Card> : (
              <BarChart view={view} title={words('board.counts')} bars={columns.map((state) => ({ key: state, label: words(`state.${state}`), value: sheet.cards.filter((card) => card.state === state).length }))} />
            )}
            <Grid>
              {columns.map((state) => (
                <Card key={state} title={words(`state.${state}`)}>
                  <ul className="found">{sheet.cards.filter((card) => card.state === state).map((card) => <BoardCard key={card.id} visit={visit} sheet={sheet} card={card} />)}</ul>
                </Card>
              ))}
            </Grid>
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: enterCohort, input: ({ params }) => ({ cohort: params.cohort }), leadsTo: (_, { params }) => `/cohorts/${params.cohort}` },
});

const BoardCard = ({ visit, sheet, card }: { visit: Visit<View>; sheet: Sheet; card: CohortCard }): ReactNode => {
  const { view, may } = visit;
  const words = ventureWords(view);
  const works = !sheet.readOnly && !sheet.closedAt;
  const at = `/cohorts/${sheet.id}/applications/${card.id}`;
  const over = ['consolidated', 'ceased', 'dropped_out'].includes(card.state);
  const f = { view, values: {}, errors: {}, unmarked: true };
  return (
    <li>
      <div>
        <a href={card.venture ? `/ventures/${card.venture}` : `/ventures/of/${card.id}`}>{card.ventureName ? <Bdi>{card.ventureName}</Bdi> : <Ltr>{spelledCode(card.receipt)}</Ltr>}</a>
        {card.stage === 'existing' ? <> <Badge tone="saffron">{words('stage.existing')}</Badge></> : null}
      </div>
      <div className="soft">
        {card.ventureName ? <><Ltr>{spelledCode(card.receipt)}</Ltr> · </> : null}{card.name ? <><Bdi>{card.name}</Bdi> · </> : null}
        {card.coach ? <Bdi>{card.coach.name}</Bdi> : words('coach.none')} · {hoursOf(view, card.minutes)} · <OnDate view={view} value={card.stateAt} />
      </div>
      {works && may('incubation.move-application') && card.next.length ? (
        <Buttons>{card.next.map((to) => <PostButton key={to} view={view} kind="quiet" icon="check" action={`${at}/move`} values={{ to }}>{words('board.move', { to: words(`state.${to}`) })}</PostButton>)}</Buttons>
      ) : null}
      {works && !over && may('incubation.name-coach') ? (
        <details>
          <summary>{words('board.more')}</summary>
          <Form {...f} action={`${at}/coach`}>
            <SelectField {...f} required name="coach" label={words('coach')} choices={sheet.coaches.map(({ account, name }) => ({ value: account, label: name, named: true }))} />
            <Button kind="quiet" icon="check">{words('coach.name')}</Button>
          </Form>
          <Form {...f} action={`${at}/stop`}>
            <SelectField {...f} required name="reason" label={words('stop.why')} choices={dropoutReasons.map((value) => ({ value, label: words(`reason.${value}`) }))} />
            <Button kind="quiet" icon="cross">{words('stop')}</Button>
          </Form>
        </details>
      ) : null}
    </li>
  );
};

const Aside = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = ventureWords(view);
  const f = { view, values, errors };
  const quiet = { view, values: {}, errors: {}, unmarked: true };
  const works = !sheet.closedAt && !sheet.readOnly;
  return (
    <>
      <Card title={words('cohort.facts')}>
        <Facts view={view} facts={[
          { label: words('cohort.days'), value: <><CalendarDate view={view} value={sheet.fromOn} /> – <CalendarDate view={view} value={sheet.untilOn} /></> },
          { label: words('cohort.inside'), value: <><Num view={view} value={sheet.cards.length} /> / <Num view={view} value={sheet.places} /></> },
          { label: words('cohort.partner'), value: sheet.partner ? <Bdi>{named(view, sheet.partner.names)}</Bdi> : words('cohort.hub_itself') },
        ]} />
        {may('incubation.deliverable-list') ? <p><a href={`/cohorts/${sheet.id}/deliverables`}>{togetherWords(view)('deliverables')}</a></p> : null}
        {sheet.sessions.length ? <ul className="found">{sheet.sessions.map((session) => <li key={session.id}><a href={`/trainings/${session.id}`}><Bdi>{named(view, session.names)}</Bdi></a> <span className="soft"><OnDate view={view} value={session.startsAt} /></span></li>)}</ul> : null}
        {works && may('incubation.add-session') && sheet.toJoin.length ? (
          <Form {...quiet} action={`/cohorts/${sheet.id}/sessions`}>
            <SelectField {...quiet} required name="session" label={words('session.join')} choices={sheet.toJoin.map(({ id, names, startsAt }) => ({ value: id, label: `${named(view, names)} · ${longDate(startsAt, view.locale)}`, named: true }))} />
            <Button kind="quiet" icon="training">{words('session.add')}</Button>
          </Form>
        ) : null}
      </Card>
      {works && may('incubation.enter-cohort') ? (
        <Card title={words('enter')}>
          <Form {...f} action={`/cohorts/${sheet.id}`}>
            <SelectField {...f} required name="receipt" label={words('enter.receipt')} help={words('enter.waiting', { count: sheet.waiting.length })} choices={sheet.waiting.map((receipt) => ({ value: receipt, label: receipt, named: true }))} />
            <SelectField {...f} name="coach" label={words('coach')} choices={sheet.coaches.map(({ account, name }) => ({ value: account, label: name, named: true }))} />
            <Button icon="plus">{words('enter')}</Button>
          </Form>
        </Card>
      ) : null}
      {!sheet.closedAt && may('incubation.hand-over-cohort') ? (
        <Card title={words('hand_over')}>
          <Form {...quiet} action={`/cohorts/${sheet.id}/partner`}>
            <SelectField {...quiet} name="partner" label={words('cohort.partner')} help={words('hand_over.help')} choices={sheet.partners.map(({ id, names }) => ({ value: id, label: named(view, names), named: true }))} />
            <Button kind="quiet" icon="check">{words('hand_over')}</Button>
          </Form>
          <details>
            <summary>{words('cohort.close')}</summary>
            <p>{words('cohort.close_text')}</p>
            <PostButton view={view} kind="danger" icon="cross" action={`/cohorts/${sheet.id}/close`}>{words('cohort.close')}</PostButton>
          </details>
        </Card>
      ) : null}
    </>
  );
};
