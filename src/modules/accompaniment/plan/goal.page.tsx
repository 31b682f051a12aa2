import { definePage, type Visit } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { inLanguage } from '#core/input.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { caseSheet } from '../case-sheet/case-sheet.query.ts';
import { type Area, stepDoers, type StepDoer } from '../codes.ts';
import { caseWords } from '../words.ts';
import { ConflictFields } from './conflict-fields.tsx';
import { addStep, changeStep } from './steps.ts';
import { changeGoal } from './goals.ts';
import { areasFor, StepLine } from './plan.page.tsx';

/** The goal of the address with its file; an address made up leads nowhere. */
async function goalOf(visit: Visit<View>) {
  const sheet = await visit.ask(caseSheet, { case: visit.params.case! });
  const goal = sheet.goals.find(({ id }) => id === visit.params.goal);
  if (!goal) throw new NotFound();
  return { sheet, goal };
}

/** What one types of a step. */
const StepFields = (f: FormState) => {
  const words = caseWords(f.view);
  return (
    <>
      <TextField {...f} required name="words" label={words('step.words')} maxLength={300} />
      <Radios {...f} required name="who" label={words('step.who')} choices={stepDoers.map((value) => ({ value, label: words(`who.${value}`) }))} />
      <DateField {...f} name="due_on" label={words('step.due')} />
    </>
  );
};

/** A goal and its steps; the form adds another one. */
export const goalPage = definePage<View>({
  path: '/cases/:case/goals/:goal',
  audience: 'staff',
  needs: 'accompaniment.add-step',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = caseWords(view);
    const { sheet, goal } = await goalOf(visit);
    const f = { view, values, errors };
    return {
      title: words('step.add'), quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/cases/${sheet.id}/plan`, label: words('plan.back') }}><Bdi>{goal.words}</Bdi></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {goal.steps.length ? <Card title={words('plan.steps')}><ul className="found">{goal.steps.map((step) => <StepLine key={step.id} view={view} file={sheet} step={step} writes={false} />)}</ul></Card> : null}
          <Card title={words('step.add')}><Form {...f}><StepFields {...f} /><Button icon="plus">{words('step.keep')}</Button></Form></Card>
        </Stack>
      ),
    };
  },
  post: { action: addStep, input: ({ params }) => ({ goal: params.goal }), leadsTo: (_, { params }) => `/cases/${params.case}/goals/${params.goal}` },
});

/** The words and the field of a goal, changed; two who change the same see both. */
export const changeGoalPage = definePage<View>({
  path: '/cases/:case/goals/:goal/edit',
  audience: 'staff',
  needs: 'accompaniment.change-goal',
  show: async (visit) => {
    const { view, errors } = visit;
    const words = caseWords(view);
    const { sheet, goal } = await goalOf(visit);
    const seen = { area: goal.area, words: goal.words };
    const f = { view, values: '_key' in visit.values ? visit.values : seen, errors };
    return {
      title: words('goal.change'), quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/cases/${sheet.id}/plan`, label: words('plan.back') }}>{words('goal.change')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...f}>
              <SelectField {...f} required name="area" label={words('goal.area')} choices={areasFor(sheet.kind).map((value) => ({ value, label: words(`area.${value}`) }))} />
              <TextField {...f} required name="words" label={words('goal.words')} help={words('goal.words_help')} maxLength={300} />
              <ConflictFields visit={visit} seen={seen} say={(field, value) => (field === 'area' ? words(`area.${value as Area}`) : String(value ?? ''))} />
              <Button icon="check">{words('keep')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: changeGoal, input: ({ params }) => ({ goal: params.goal }), leadsTo: (_, { params }) => `/cases/${params.case}/plan` },
});

/** A step, changed; a partner who does it is named by its name. */
export const changeStepPage = definePage<View>({
  path: '/cases/:case/steps/:step',
  audience: 'staff',
  needs: 'accompaniment.change-step',
  show: async (visit) => {
    const { view, errors } = visit;
    const words = caseWords(view);
    const sheet = await visit.ask(caseSheet, { case: visit.params.case! });
    const step = sheet.goals.flatMap(({ steps }) => steps).find(({ id }) => id === visit.params.step);
    if (!step) throw new NotFound();
    const seen = { words: step.words, who: step.who, partner: step.partner, due_on: step.dueOn };
    const f = { view, values: '_key' in visit.values ? visit.values : seen, errors };
    const say = (field: string, value: unknown) => (field === 'who' ? words(`who.${value as StepDoer}`) : String(value ?? words('step.no_day')));
    return {
      title: words('step.change'), quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/cases/${sheet.id}/plan`, label: words('plan.back') }}>{words('step.change')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {step.partnerNames ? <p><Bdi>{inLanguage(step.partnerNames, view.locale.lang).text}</Bdi></p> : null}
          <Card>
            <Form {...f}>
              <StepFields {...f} />
              {step.partner ? <input type="hidden" name="partner" value={step.partner} /> : null}
              <ConflictFields visit={visit} seen={seen} say={say} />
              <Button icon="check">{words('keep')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: changeStep, input: ({ params }) => ({ step: params.step }), leadsTo: (_, { params }) => `/cases/${params.case}/plan` },
});
