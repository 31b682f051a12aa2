import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { PathSteps } from '../path/path-steps.tsx';
import type { PathState } from '../path/path.ts';
import { milestoneCodes } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { setMilestone } from './milestones.ts';
import { type Grown, venturePage } from './venture-head.tsx';

/** Her way drawn, what she wants to reach and who checked it, and what came after the creation. */
export const venturePathPage = venturePage({
  side: '',
  draw: (visit, sheet) => ({
    aside: <Aside visit={visit} sheet={sheet} />,
    body: (
      <>
        <Card title={ventureWords(visit.view)('path')}><PathSteps view={visit.view} state={sheet.application.state as PathState} stage={sheet.application.stage} /></Card>
        <Milestones visit={visit} sheet={sheet} />
        {sheet.venture.followUps.length ? <FollowUps visit={visit} sheet={sheet} /> : null}
      </>
    ),
  }),
  action: setMilestone,
});

const Milestones = ({ visit: { view, may }, sheet }: { visit: Visit<View>; sheet: Grown }): ReactNode => {
  const words = ventureWords(view);
  const { milestones, id } = sheet.venture;
  const works = sheet.works && may('incubation.meet-milestone');
  const quiet = { view, values: {}, errors: {}, unmarked: true };
  return (
    <Card title={words('milestones')}>
      {milestones.length === 0 ? <p className="soft">{words('milestones.none')}</p> : null}
      <ul className="found">
        {milestones.map((one) => (
          <li key={one.id}>
            <div>{one.words ? <Bdi>{one.words}</Bdi> : words(`milestone.${one.code}`)}{' '}
              {one.checkedAt ? <Badge tone="olive">{words('milestone.is_checked')}</Badge> : one.metAt ? <Badge tone="saffron">{words('milestone.is_met')}</Badge> : one.dueOn < sheet.today ? <Badge tone="clay" icon="clock">{words('late')}</Badge> : null}
            </div>
            <div className="soft"><CalendarDate view={view} value={one.dueOn} />{one.metBy ? <> · {words('milestone.met_by')} <Bdi>{one.metBy}</Bdi></> : null}{one.checker ? <> · {words('milestone.checked_by')} <Bdi>{one.checker}</Bdi></> : null}{one.document ? <> · {words('milestone.shown')}</> : null}</div>
            {works && !one.metAt ? <Buttons><PostButton view={view} kind="quiet" icon="check" action={`/ventures/${id}/milestones/${one.id}/met`}>{words('milestone.meet')}</PostButton></Buttons> : null}
            {works && one.metAt && !one.checkedAt && !one.mine ? (
              <Form {...quiet} action={`/ventures/${id}/milestones/${one.id}/check`}>
                <SelectField {...quiet} required name="answer" label={words('milestone.check')} choices={(['checked', 'not_yet'] as const).map((value) => ({ value, label: words(`milestone.answer_${value}`) }))} />
                <Button kind="quiet" icon="check">{words('keep')}</Button>
              </Form>
            ) : null}
            {one.metAt && !one.checkedAt && one.mine ? <p className="soft">{words('milestone.waits_for_other')}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const FollowUps = ({ visit: { view, may }, sheet }: { visit: Visit<View>; sheet: Grown }): ReactNode => {
  const words = ventureWords(view);
  return (
    <Card title={words('follow_ups')}>
      <ul className="found">
        {sheet.venture.followUps.map((one) => {
          const persons = one.jobs.reduce((all, job) => all + job.persons, 0);
          return (
            <li key={one.id}>
              <div>{words('follow_up.month', { month: one.month })} · <CalendarDate view={view} value={one.dueOn} />{' '}
                {one.doneAt ? <Badge tone={one.alive ? 'olive' : 'clay'}>{words(one.alive ? 'follow_up.alive' : 'follow_up.ceased')}</Badge> : one.dueOn <= sheet.today ? <Badge tone="saffron" icon="clock">{words('follow_up.due')}</Badge> : null}
              </div>
              {one.doneAt ? <div className="soft">{words(`verified.${one.verified!}`)} · {words('follow_up.jobs', { count: persons })} · {words('follow_up.fte')} <Num view={view} value={one.jobs.reduce((all, job) => all + job.fteHundredths, 0) / 100} fraction={2} /> · <Bdi>{one.by}</Bdi></div> : null}
              {!one.doneAt && sheet.works && one.dueOn <= sheet.today && may('incubation.follow-up') ? <Buttons><LinkButton kind="quiet" icon="edit" href={`/ventures/${sheet.venture.id}/follow-ups/${one.id}`}>{words('follow_up.write')}</LinkButton></Buttons> : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};

const Aside = ({ visit, sheet }: { visit: Visit<View>; sheet: Grown }): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = ventureWords(view);
  const { venture, application } = sheet;
  const at = `/ventures/${venture.id}`;
  const f = { view, values, errors };
  const day = { view, values: { on: sheet.today }, errors: {}, unmarked: true };
  return (
    <>
      {sheet.works && may('incubation.set-milestone') ? (
        <Card title={words('milestone.new')}>
          <Form {...f} action={at}>
            <SelectField {...f} required name="code" label={words('milestone.what')} choices={milestoneCodes.map((value) => ({ value, label: words(`milestone.${value}`) }))} />
            <TextField {...f} name="words" label={words('milestone.words')} maxLength={200} />
            <DateField {...f} required name="due_on" label={words('milestone.due')} />
            <Button icon="plus">{words('milestone.keep')}</Button>
          </Form>
        </Card>
      ) : null}
      {sheet.works && application.state === 'plan_validated' && may('funding.propose-grant') ? (
        <Card title={words('fund.next')}>
          <p>{words('fund.next_text')}</p>
          <LinkButton icon="coins" href={`/grants/new?receipt=${application.receipt}`}>{words('fund.propose')}</LinkButton>
        </Card>
      ) : null}
      {sheet.works && ['plan_validated', 'funded'].includes(application.state) && may('incubation.create-enterprise') ? (
        <Card title={words('create')}>
          {venture.form ? (
            <Form {...day} action={`${at}/create`}>
              <DateField {...day} required name="on" label={words('create.on')} max={sheet.today} />
              <Button icon="seedling">{words('create')}</Button>
            </Form>
          ) : <p>{words('create.form_first')} <a href={`${at}/papers`}>{words('tab.papers')}</a></p>}
        </Card>
      ) : null}
      {venture.createdOn ? (
        <Card title={words('created')}>
          <p><CalendarDate view={view} value={venture.createdOn} />{venture.label === 'pending_decree' ? <> · <Badge tone="saffron">{words('label.pending_decree')}</Badge></> : null}</p>
          {venture.organization ? <p>{venture.organization.there ? <a href={`/organizations/${venture.organization.id}`}>{words('listed')}</a> : words('listed.soon')}</p> : may('incubation.list-venture') ? (
            <Form {...day} action={`${at}/list`}>
              <Checkbox {...day} name="agreed" label={words('list.agreed')} value="yes" />
              <Button kind="quiet" icon="check">{words('list')}</Button>
            </Form>
          ) : null}
        </Card>
      ) : null}
      {application.state === 'dropped_out' && application.reason ? <Notice view={view} kind="info">{words(`reason.${application.reason as 'other'}`)}</Notice> : null}
    </>
  );
};
