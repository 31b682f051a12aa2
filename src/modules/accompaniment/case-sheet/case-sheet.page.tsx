import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { HandOverCard, handOverSafely } from '#modules/confidential/public.ts';
import { CalendarDate, Num, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { View } from '#ui/view.ts';
import { ActBars } from '../act/act-bars.tsx';
import { isOpen } from '../codes.ts';
import { PathDrawing } from '../path/path-drawing.tsx';
import { stationsOf } from '../path/stations.ts';
import { caseWords } from '../words.ts';
import { CaseHead } from './case-head.tsx';
import { type CaseSheet, caseSheet } from './case-sheet.query.ts';
import { NextCard } from './next-card.tsx';
import { momentsOf } from './moments-of.ts';

/**
 * One file: the next step first, the path drawn, the plan in short, the acts with their hours, who accompanies, what happened. Its
 * one post hands over safely and comes back to the same page.
 */
export const casePage = definePage<View>({
  path: '/cases/:case',
  audience: 'staff',
  needs: 'accompaniment.case-sheet',
  show: async (visit) => {
    const { view } = visit;
    const words = caseWords(view);
    const sheet = await visit.ask(caseSheet, { case: visit.params.case! });
    const asked = sheet.next.kind === 'answer';
    const print = asked ? null : <LinkButton kind="quiet" icon="print" href={`/cases/${sheet.id}/print`}>{words('plan.print')}</LinkButton>;
    return {
      title: words('file'),
      quiet: true,
      body: (
        <Stack>
          <CaseHead visit={visit} sheet={sheet} side="sheet" actions={print} />
          <Beside aside={<Aside visit={visit} sheet={sheet} />}>
            <NextCard visit={visit} sheet={sheet} />
            <Card title={words('path.title')}><PathDrawing view={view} stations={stationsOf(sheet)} /></Card>
            {asked ? null : <PlanInShort view={view} sheet={sheet} />}
            {asked || sheet.acts.length === 0 ? null : <Card title={words('acts.title')}><ActBars view={view} acts={sheet.acts} /></Card>}
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: handOverSafely, leadsTo: (_, { params }) => `/cases/${params.case}` },
});

const Aside = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view } = visit;
  const words = caseWords(view);
  const main = sheet.assignments.find(({ part, state }) => part === 'main' && state === 'accepted');
  const person = visit.may('people.person-sheet') && sheet.card;
  return (
    <>
      <Card title={words('about')}>
        <Facts
          view={view}
          facts={[
            { label: words('opened'), value: <OnDate view={view} value={sheet.openedAt} /> },
            { label: words('from'), value: words(`from.${sheet.openedFrom}`) },
            { label: words('list.worker'), value: main ? <Bdi>{main.name}</Bdi> : isOpen(sheet.state) ? words('team.nobody') : null },
            sheet.planVersion > 0 && { label: words('plan.version'), value: <><Num view={view} value={sheet.planVersion} /> · {words(sheet.approvedVersion === sheet.planVersion ? 'plan.is_approved' : 'plan.not_approved')}</> },
          ]}
        />
        {person ? <p><a href={`/people/${sheet.person}`}>{words('person_sheet')}</a></p> : null}
        {visit.may('transfer.transfer-form') && person && sheet.organization === null ? <p><a href={`/people/${sheet.person}/transfer`}>{words('to_other_hub')}</a></p> : null}
        {visit.may('accompaniment.special-needs') && sheet.next.kind !== 'answer' ? <p><a href={`/cases/${sheet.id}/needs`}>{words('needs.title')}</a></p> : null}
      </Card>
      <Card title={words('happened')}><Timeline view={view} moments={momentsOf(view, sheet)} /></Card>
      {visit.may('confidential.hand-over-safely') ? <HandOverCard view={view} action={view.path} person={sheet.person} /> : null}
    </>
  );
};

/** The open goals with what is to be done next in each. */
const PlanInShort = ({ view, sheet }: { view: View; sheet: CaseSheet }): ReactNode => {
  const words = caseWords(view);
  const open = sheet.goals.filter(({ state }) => state === 'open');
  return (
    <Card title={words('tab.plan')}>
      {open.length === 0 ? <p className="soft">{words('plan.none')}</p> : null}
      <ul className="found">
        {open.map(({ id, words: goal, steps }) => {
          const next = steps.find(({ doneAt }) => doneAt === null);
          return (
            <li key={id}>
              <strong><Bdi>{goal}</Bdi></strong> <span className="soft">{words('plan.steps_done', { done: steps.filter(({ doneAt }) => doneAt).length, count: steps.length })}</span>
              {next ? <div><Bdi>{next.words}</Bdi>{next.dueOn ? <> · <CalendarDate view={view} value={next.dueOn} /></> : null}</div> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
