import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { hoursOf } from '../act/hours-of.ts';
import type { CaseSheet } from '../case-sheet/case-sheet.query.ts';
import { caseTab } from '../case-sheet/case-tab.tsx';
import { grantPurposes, isOpen, sessionPlaces } from '../codes.ts';
import { caseWords } from '../words.ts';
import { planSession } from './plan-session.ts';

/** The sessions of a file, the next one to plan, and who may read the notes. */
export const sessionsPage = caseTab({
  side: 'sessions',
  draw: (visit, sheet) => {
    const { view, may } = visit;
    const words = caseWords(view);
    const works = isOpen(sheet.state);
    const opens = may('accompaniment.session-sheet');
    return {
      aside: <>{works && may('accompaniment.plan-session') ? <NewSession visit={visit} sheet={sheet} /> : null}{may('accompaniment.grant-notes') ? <NoteReaders visit={visit} sheet={sheet} gives={works} /> : null}</>,
      body: (
        <>
          <Table
            view={view} caption={words('tab.sessions')} rows={sheet.sessions} rowKey={({ id }) => id}
            {...(opens ? { rowHref: ({ id }: CaseSheet['sessions'][number]) => `/cases/${sheet.id}/sessions/${id}` } : {})}
            empty={<Card><p className="soft">{words('session.none')}</p></Card>}
            columns={[
              { key: 'at', label: words('session.when'), cell: ({ plannedAt }) => <AtTime view={view} value={plannedAt} /> },
              { key: 'place', label: words('session.place'), cell: ({ place }) => words(`place.${place}`) },
              { key: 'state', label: words('list.state'), cell: ({ state }) => <Badge tone={state === 'held' ? 'olive' : state === 'planned' ? 'door' : 'clay'}>{words(`session.${state}`)}</Badge> },
              { key: 'minutes', label: words('act.minutes'), numeric: true, cell: ({ minutes }) => (minutes ? <Bdi>{hoursOf(view, minutes)}</Bdi> : '') },
            ]}
          />
        </>
      ),
    };
  },
  action: planSession,
});

const NewSession = ({ visit, sheet }: { visit: Visit<View>; sheet: CaseSheet }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values: '_key' in values ? values : { on: sheet.today, place: 'hub' }, errors };
  return (
    <Card title={words('session.plan')}>
      <Form {...f} action={`/cases/${sheet.id}/sessions`}>
        <DateField {...f} required name="on" label={words('session.day')} />
        <TimeField {...f} required name="at" label={words('session.hour')} {...(sheet.organization === null ? { help: words('session.reminds') } : {})} />
        <Radios {...f} required name="place" label={words('session.place')} choices={sessionPlaces.map((value) => ({ value, label: words(`place.${value}`) }))} />
        <Button icon="calendar">{words('session.plan')}</Button>
      </Form>
    </Card>
  );
};

/** Who may read the notes besides who accompanies her, until when; to let one more read, for a purpose and some days. */
const NoteReaders = ({ visit, sheet, gives }: { visit: Visit<View>; sheet: CaseSheet; gives: boolean }): ReactNode => {
  const { view, values, errors } = visit;
  const words = caseWords(view);
  const f = { view, values, errors };
  const others = sheet.readers.filter(({ account }) => account !== visit.actor.account && !sheet.assignments.some((one) => one.account === account && one.state === 'accepted'));
  return (
    <Card title={words('readers.title')}>
      <p className="soft">{words('readers.text')}</p>
      <ul className="found">
        {sheet.grants.map(({ id, name, purpose, untilAt }) => (
          <li key={id}>
            <Bdi>{name}</Bdi> · {words(`purpose.${purpose}`)} · {words('readers.until')} <OnDate view={view} value={untilAt} />
            <PostButton view={view} kind="quiet" icon="cross" action={`/cases/${sheet.id}/notes/${id}/end`}>{words('readers.end')}</PostButton>
          </li>
        ))}
      </ul>
      {gives && others.length ? (
        <details>
          <summary>{words('readers.add')}</summary>
          <Form {...f} action={`/cases/${sheet.id}/notes`}>
            <SelectField {...f} required name="account" label={words('readers.who')} choices={others.map(({ account, name }) => ({ value: account, label: name, named: true }))} />
            <SelectField {...f} required name="purpose" label={words('readers.purpose')} choices={grantPurposes.map((value) => ({ value, label: words(`purpose.${value}`) }))} />
            <NumberField {...f} required name="days" label={words('readers.days')} min={1} max={90} />
            <Button icon="eye">{words('readers.give')}</Button>
          </Form>
        </details>
      ) : null}
    </Card>
  );
};
