import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import type { CaseSheet } from '../case-sheet/case-sheet.query.ts';
import { caseTab } from '../case-sheet/case-tab.tsx';
import type { PlanGoal, PlanStep } from '../case-sheet/plan-of.ts';
import { domains, isOpen, personAreas } from '../codes.ts';
import { caseWords } from '../words.ts';
import { addGoal } from './goals.ts';

/** The plan of one client: goals, their steps with who and until when, and where it stands with the supervisor. */
export const planPage = caseTab({
  side: 'plan',
  draw: (visit, sheet) => {
    const { view, may } = visit;
    const words = caseWords(view);
    const writes = isOpen(sheet.state) && may('accompaniment.add-goal');
    const print = <LinkButton kind="quiet" icon="print" href={`/cases/${sheet.id}/print`}>{words('plan.print')}</LinkButton>;
    return {
      actions: print,
      aside: <><Standing visit={visit} sheet={sheet} writes={writes} />{writes ? <NewGoal visit={visit} sheet={sheet} /> : null}</>,
      body: (
        <>
          {sheet.goals.length === 0 ? <Card><p className="soft">{words('plan.none')}</p></Card> : null}
          {sheet.goals.map((goal) => <GoalCard key={goal.id} view={view} file={sheet} goal={goal} writes={writes} />)}
        </>
      ),
    };
  },
  action: addGoal,
  leadsTo: ({ goal }, { params }) => `/cases/${params.case}/goals/${goal}`,
});

/** Which fields a goal of this client may belong to. */
export const areasFor = (kind: CaseSheet['kind']) => (kind === 'organization' ? domains : personAreas);

const NewGoal = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('goal.new')}>
      <Form {...f} action={`/cases/${sheet.id}/plan`}>
        <SelectField {...f} required name="area" label={words('goal.area')} choices={areasFor(sheet.kind).map((value) => ({ value, label: words(`area.${value}`) }))} />
        <TextField {...f} required name="words" label={words('goal.words')} help={words('goal.words_help')} maxLength={300} />
        <Button icon="plus">{words('goal.add')}</Button>
      </Form>
    </Card>
  );
};

/** Where the plan stands: never submitted, waiting, approved, given back with what to change. */
const Standing = ({ visit, sheet, writes }: { visit: Visit<View>; sheet: CaseSheet; writes: boolean }): ReactNode => {
  const { view, may } = visit;
  const words = caseWords(view);
  const last = sheet.approvals.find(({ about }) => about === 'plan');
  const waits = last !== undefined && last.decision === null;
  return (
    <Card title={words('plan.standing')}>
      {last ? (
        <p>
          <Badge tone={waits ? 'saffron' : last.decision === 'approved' ? 'olive' : 'clay'}>{words(waits ? 'approval.waits' : `approval.${last.decision!}`)}</Badge>{' '}
          {words('plan.version')} <Num view={view} value={last.version!} /> · <Bdi>{last.decider ?? last.asker}</Bdi>
        </p>
      ) : <p className="soft">{words('plan.never')}</p>}
      {last?.words ? <Notice view={view} kind="warning" title={words('approval.to_change')}><Bdi>{last.words}</Bdi></Notice> : null}
      {waits && may('accompaniment.decide-approval') ? <p><a href={`/cases/${sheet.id}/closing`}>{words('closing.look')}</a></p> : null}
      {writes && !waits ? <PostButton view={view} action={`/cases/${sheet.id}/plan/submit`} icon="up" {...(last?.decision === 'approved' ? { kind: 'quiet' as const } : {})}>{words(last?.decision === 'approved' ? 'plan.submit_again' : 'plan.submit')}</PostButton> : null}
    </Card>
  );
};

const GoalCard = ({ view, file, goal, writes }: { view: View; file: CaseSheet; goal: PlanGoal; writes: boolean }): ReactNode => {
  const words = caseWords(view);
  const at = `/cases/${file.id}/goals/${goal.id}`;
  const open = goal.state === 'open';
  return (
    <Card title={<Bdi>{goal.words}</Bdi>}>
      <p className="soft">{words(`area.${goal.area}`)} {open ? null : <Badge tone={goal.state === 'reached' ? 'olive' : 'clay'}>{words(`goal.${goal.state as 'reached'}`)}</Badge>}</p>
      <ul className="found">
        {goal.steps.map((step) => <StepLine key={step.id} view={view} file={file} step={step} writes={writes && open} />)}
      </ul>
      {writes && open ? (
        <Buttons>
          <LinkButton icon="plus" href={at}>{words('step.add')}</LinkButton>
          <LinkButton kind="quiet" icon="edit" href={`${at}/edit`}>{words('goal.change')}</LinkButton>
          <PostButton view={view} kind="quiet" icon="check" action={`${at}/close`} values={{ state: 'reached' }}>{words('goal.is_reached')}</PostButton>
          <PostButton view={view} kind="quiet" icon="cross" action={`${at}/close`} values={{ state: 'left' }}>{words('goal.leave')}</PostButton>
        </Buttons>
      ) : null}
    </Card>
  );
};

/** One step: what, who does it, until when, and the button that says it is done. */
export const StepLine = ({ view, file, step, writes }: { view: View; file: CaseSheet; step: PlanStep; writes: boolean }): ReactNode => {
  const words = caseWords(view);
  const late = step.doneAt === null && step.dueOn !== null && step.dueOn < file.today;
  return (
    <li>
      <div>
        <Bdi>{step.words}</Bdi>{' '}
        {step.doneAt ? <Badge tone="olive">{words('step.is_done')}</Badge> : late ? <Badge tone="clay" icon="clock">{words('late')}</Badge> : null}
      </div>
      <div className="soft">{words(`who.${step.who}`)}{step.dueOn ? <> · <CalendarDate view={view} value={step.dueOn} /></> : null}</div>
      {writes && step.doneAt === null ? (
        <Buttons>
          <PostButton view={view} kind="quiet" icon="check" action={`/cases/${file.id}/steps/${step.id}/done`}>{words('step.done')}</PostButton>
          <LinkButton kind="quiet" icon="edit" href={`/cases/${file.id}/steps/${step.id}`}>{words('step.change')}</LinkButton>
        </Buttons>
      ) : null}
    </li>
  );
};
