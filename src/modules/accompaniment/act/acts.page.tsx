import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import type { CaseSheet } from '../case-sheet/case-sheet.query.ts';
import { caseTab } from '../case-sheet/case-tab.tsx';
import { actKinds, followUpFindings, followUpKinds, isOpen } from '../codes.ts';
import { caseWords } from '../words.ts';
import { ActBars } from './act-bars.tsx';
import { recordAct } from './record-act.ts';

/** What was done for a client by kind and hours, and what one has to come back to. */
export const actsPage = caseTab({
  side: 'acts',
  draw: (visit, sheet) => {
    const { view, may } = visit;
    const words = caseWords(view);
    const works = isOpen(sheet.state) && may('accompaniment.record-act');
    return {
      aside: works ? <><NewAct visit={visit} sheet={sheet} /><NewFollowUp visit={visit} sheet={sheet} /></> : null,
      body: (
        <>
          <FollowUps view={view} sheet={sheet} works={works} />
          <Card title={words('acts.title')}>{sheet.acts.length ? <ActBars view={view} acts={sheet.acts} /> : <p className="soft">{words('acts.none')}</p>}</Card>
        </>
      ),
    };
  },
  action: recordAct,
});

const NewAct = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values: 'act' in values ? values : { on: sheet.today }, errors };
  return (
    <Card title={words('acts.new')}>
      <Form {...f} action={`/cases/${sheet.id}/acts`}>
        <SelectField {...f} required name="act" label={words('act.kind')} choices={actKinds.map((value) => ({ value, label: words(`act.${value}`) }))} />
        <NumberField {...f} required name="minutes" label={words('act.minutes')} min={1} max={600} />
        <DateField {...f} required name="on" label={words('act.day')} max={sheet.today} />
        <Button icon="plus">{words('acts.keep')}</Button>
      </Form>
    </Card>
  );
};

const NewFollowUp = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values, errors: 'what' in values ? errors : {} };
  return (
    <Card title={words('follow.new')}>
      <Form {...f} action={`/cases/${sheet.id}/follow-ups`}>
        <SelectField {...f} required name="what" label={words('follow.what')} choices={followUpKinds.map((value) => ({ value, label: words(`what.${value}`) }))} />
        <DateField {...f} required name="due_on" label={words('follow.due')} />
        <Button icon="bell">{words('follow.keep')}</Button>
      </Form>
    </Card>
  );
};

/** What is still to be come back to, the earliest first, then what is done. */
const FollowUps = ({ view, sheet, works }: { view: View; sheet: CaseSheet; works: boolean }): ReactNode => {
  const words = caseWords(view);
  const open = sheet.followUps.filter(({ doneAt }) => doneAt === null);
  const done = sheet.followUps.filter(({ doneAt }) => doneAt !== null);
  return (
    <Card title={words('follow.title')}>
      {sheet.followUps.length === 0 ? <p className="soft">{words('follow.none')}</p> : null}
      <ul className="found">
        {open.map(({ id, what, dueOn }) => (
          <li key={id}>
            <div>{words(`what.${what}`)} · <CalendarDate view={view} value={dueOn} /> {dueOn < sheet.today ? <Badge tone="clay" icon="clock">{words('late')}</Badge> : null}</div>
            {works ? (
              <Buttons>
                {followUpFindings.map((found) => <PostButton key={found} view={view} kind="quiet" action={`/cases/${sheet.id}/follow-ups/${id}/done`} values={{ found }}>{words(`found.${found}`)}</PostButton>)}
              </Buttons>
            ) : null}
          </li>
        ))}
        {done.map(({ id, what, dueOn, found }) => <li key={id} className="soft">{words(`what.${what}`)} · <CalendarDate view={view} value={dueOn} /> · {words(`found.${found!}`)}</li>)}
      </ul>
    </Card>
  );
};
