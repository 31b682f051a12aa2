import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { declineReasons } from '../codes.ts';
import { caseWords } from '../words.ts';
import type { CaseSheet } from './case-sheet.query.ts';

/** The next step of a file, before everything else: one sentence and the one button that does it. */
export const NextCard = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const words = caseWords(visit.view);
  return <Card title={words('next.title')}><Next visit={visit} sheet={sheet} /></Card>;
};

const Next = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, may } = visit;
  const words = caseWords(view);
  const at = `/cases/${sheet.id}`;
  const { next, today } = sheet;
  const lead = (href: string, label: string) => <Buttons><LinkButton href={href} icon="forward">{label}</LinkButton></Buttons>;
  const late = (on: string | null) => (on !== null && on < today ? <Badge tone="clay" icon="clock">{words('late')}</Badge> : null);
  switch (next.kind) {
    case 'answer': return <Answer visit={visit} sheet={sheet} />;
    case 'find-worker': return <><p>{words('next.find-worker')}</p>{may('accompaniment.propose-assignment') ? lead(`${at}/team`, words('team.ask')) : null}</>;
    case 'decide': return <><p>{words('next.decide')}</p>{lead(`${at}/closing`, words('closing.look'))}</>;
    case 'make-plan': return <><p>{words('next.make-plan')}</p>{may('accompaniment.add-goal') ? lead(`${at}/plan`, words('plan.make')) : null}</>;
    case 'submit-plan': return <><p>{words('next.submit-plan')}</p>{may('accompaniment.submit-plan') ? lead(`${at}/plan`, words('plan.look')) : null}</>;
    case 'session': return (
      <>
        <p>{words('next.session')} <strong><AtTime view={view} value={next.at} /></strong> {late(clockIn(view.locale.timeZone, next.at).date)}</p>
        {may('accompaniment.session-sheet') ? lead(`${at}/sessions/${next.id}`, words('session.open')) : null}
      </>
    );
    case 'step': return (
      <>
        <p><strong><Bdi>{next.words}</Bdi></strong> {next.on ? <CalendarDate view={view} value={next.on} /> : null} {late(next.on)}</p>
        {may('accompaniment.finish-step') ? <Buttons><PostButton view={view} action={`${at}/steps/${next.id}/done`} icon="check">{words('step.done')}</PostButton></Buttons> : null}
      </>
    );
    case 'follow-up': return <><p>{words(`what.${next.what}`)} · <CalendarDate view={view} value={next.on} /> {late(next.on)}</p>{lead(`${at}/acts`, words('follow.look'))}</>;
    case 'over': return <p>{words(`over.${sheet.state as 'closed'}`)}</p>;
    case 'nothing': return <><p>{words('next.nothing')}</p>{may('accompaniment.plan-session') ? lead(`${at}/sessions`, words('session.plan')) : null}</>;
  }
};

/** Yes, or no with its reason: nobody is made to accompany somebody she knows. */
const Answer = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors, refusal } = visit;
  const words = caseWords(view);
  const f = { view, values, errors: refusal ? errors : {} };
  const action = `/cases/${sheet.id}/answer/${sheet.mine!.id}`;
  return (
    <>
      <p>{words('next.answer')}</p>
      <Buttons><PostButton view={view} action={action} values={{ answer: 'accepted' }} icon="check">{words('answer.yes')}</PostButton></Buttons>
      <details open={refusal !== null}>
        <summary>{words('answer.no')}</summary>
        <Form {...f} action={action}>
          <input type="hidden" name="answer" value="declined" />
          <Radios {...f} required name="reason" label={words('answer.reason')} choices={declineReasons.map((value) => ({ value, label: words(`decline.${value}`) }))} />
          <Button kind="quiet" icon="cross">{words('answer.send_no')}</Button>
        </Form>
      </details>
    </>
  );
};
