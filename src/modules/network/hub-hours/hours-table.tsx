import type { ReactNode } from 'react';
import { CalendarDate } from '#ui/amounts.tsx';
import { TimeRange } from '#ui/bdi.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import type { HubHours, WeekSpan } from './hours.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The week of a hub as a small table, Ramadan beside it where it differs, the days it stays shut under it. */
export const HoursTable = ({ view, hours }: { view: View; hours: HubHours }): ReactNode => {
  const words = networkWords(view);
  const { ramadan } = hours;
  return (
    <>
      <Table
        view={view} caption={words('settings.hours')} rows={weekdays} rowKey={String}
        columns={[
          { key: 'day', label: words('hours.day'), cell: (day) => <span className="num">{words(`weekday.${day}`)}</span> },
          { key: 'ordinary', label: words('hours.ordinary'), cell: (day) => <Spans view={view} spans={hours.ordinary} day={day} /> },
          ...(ramadan ? [{ key: 'ramadan', label: words('hours.ramadan'), cell: (day: number) => <Spans view={view} spans={ramadan} day={day} /> }] : []),
        ]}
      />
      {hours.exceptions.length ? (
        <p>
          {words('hours.closed_on')}{' '}
          {hours.exceptions.map(({ date }, i) => <span key={date}>{i ? ' · ' : ''}<CalendarDate view={view} value={date} /></span>)}
        </p>
      ) : null}
    </>
  );
};

const Spans = ({ view, spans, day }: { view: View; spans: readonly WeekSpan[]; day: number }): ReactNode => {
  const own = spans.filter(({ weekday }) => weekday === day);
  if (own.length === 0) return <span className="soft">{networkWords(view)('hours.closed')}</span>;
  return <div>{own.map(({ opens, closes }) => <div key={opens}><TimeRange opens={opens} closes={closes} /></div>)}</div>;
};
