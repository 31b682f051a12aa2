import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { longCalendarDate } from '#core/words/format.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField } from '#ui/field.tsx';
import { isChosen } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { marks } from '../codes.ts';
import { type SeatLine, type SessionSheet, sessionSheet } from '../session/session-sheet.query.ts';
import { Learner } from '../learner.tsx';
import { HalfDayLine, Said } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { markAttendance } from './mark-attendance.ts';

/** The whole sheet of one half-day in one form, wide enough for a thumb; works without script, also after hours of no network. */
export const attendancePage = definePage<View>({
  path: '/trainings/:session/attendance',
  audience: 'staff',
  needs: 'training.mark-attendance',
  namesPersons: true,
  show: async (visit) => {
    const { view, search } = visit;
    const words = trainingWords(view);
    const sheet = await visit.ask(sessionSheet, { session: visit.params.session! });
    const seats = sheet.seats.filter(({ state }) => state === 'given');
    const begun = sheet.halves.filter(({ starts_at }) => starts_at <= sheet.now);
    const half = sheet.halves.find(({ id }) => id === search.half) ?? begun.at(-1) ?? sheet.halves[0]!;
    const at = `/trainings/${sheet.session.id}/attendance`;
    const tabs = sheet.halves.map((each) => ({
      href: `${at}?half=${each.id}`, current: each.id === half.id, label: <><Bdi>{longCalendarDate(each.on_day, view.locale)}</Bdi> · {words(`half.${each.half}`)}</>, count: seats.filter(({ marks: made }) => made[each.id]).length,
    }));
    return {
      title: words('att.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/trainings/${sheet.session.id}`, label: <Said view={view} value={sheet.session.names} /> }} lede={words('att.rule')}>{words('att.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {search.done ? <Notice view={view} kind="success">{words('done.marked')}</Notice> : null}
          <Tabs view={view} label={words('att.halves')} tabs={tabs} />
          <Card title={<HalfDayLine view={view} half={half} />}><Sheet visit={visit} sheet={sheet} half={half} seats={seats} /></Card>
        </Stack>
      ),
    };
  },
  post: { action: markAttendance, leadsTo: ({ session, half_day }) => `/trainings/${session}/attendance?half=${half_day}&done=1` },
});

const Sheet = ({ visit, sheet, half, seats }: { visit: Visit<View>; sheet: SessionSheet; half: SessionSheet['halves'][number]; seats: readonly SeatLine[] }): ReactNode => {
  const { view, values, errors } = visit;
  const words = trainingWords(view);
  if (seats.length === 0) return <EmptyState title={words('att.nobody')}>{words('att.nobody_text')}</EmptyState>;
  if (sheet.readOnly || sheet.session.state !== 'announced') return <><Notice view={view}>{words(sheet.readOnly ? 'refusal.agreement-over' : 'att.over')}</Notice><ul className="found">{seats.map((seat) => <li key={seat.id}><span><Learner view={view} card={seat.card} name={seat.name} /></span> <span>{seat.marks[half.id] ? words(`mark.${seat.marks[half.id]!}`) : words('mark.none')}</span></li>)}</ul></>;
  if (half.starts_at > sheet.now) return <Notice view={view}>{words('att.not_yet')}</Notice>;
  const f = { view, values: { via: 'sheet', ...values }, errors };
  return (
    <Form {...f} action={`/trainings/${sheet.session.id}/attendance?half=${half.id}`}>
      <HiddenField name="half_day" value={half.id} />
      {seats.map((seat) => <Line key={seat.id} view={view} values={values} seat={seat} half={half.id} />)}
      <Radios {...f} required name="via" label={words('via')} choices={(['sheet', 'hand'] as const).map((value) => ({ value, label: words(`via.${value}`) }))} />
      <Button icon="check">{words('att.save')}</Button>
    </Form>
  );
};

const Line = ({ view, values, seat, half }: { view: View; values: Readonly<Record<string, unknown>>; seat: SeatLine; half: string }): ReactNode => {
  const name = `mark.${seat.id}`;
  return (
    <fieldset className="field">
      <legend><Learner view={view} card={seat.card} name={seat.name} /></legend>
      <div className="ticks">
        {marks.map((mark) => (
          <label key={mark} className="tick">
            <input type="radio" name={name} value={mark} defaultChecked={isChosen(values, name, mark) || (!values.mark && seat.marks[half] === mark)} />
            <span>{trainingWords(view)(`mark.${mark}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
