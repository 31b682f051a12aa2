import type { ReactNode } from 'react';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { smallest } from '../suppression/cell.ts';
import { evidenceWords } from '../words.ts';
import type { FigureRecord } from './figure-records.query.ts';

interface RecordsProps {
  readonly view: View;
  readonly found: { readonly total: number; readonly records: readonly FigureRecord[] };
  /** How many events stand behind the figure in all; null when that is kept back. */
  readonly events: number | null;
}

/** The events the reader may see, and a safe count of the others. */
export const Records = ({ view, found, events }: RecordsProps): ReactNode => {
  const words = evidenceWords(view);
  return (
    <Card title={words('records.title')}>
      <p>{words('records.own', { count: found.total })} {found.total > found.records.length ? words('records.newest', { count: found.records.length }) : null}</p>
      {found.records.length ? <RecordTable view={view} records={found.records} /> : null}
      <Rest view={view} rest={events === null ? null : events - found.total} />
    </Card>
  );
};

const Rest = ({ view, rest }: { view: View; rest: number | null }): ReactNode => {
  const words = evidenceWords(view);
  if (rest === null || rest <= 0) return null;
  return <p className="soft">{rest < smallest ? words('records.rest_few') : words('records.rest', { count: rest })}</p>;
};

const RecordTable = ({ view, records }: { view: View; records: readonly FigureRecord[] }): ReactNode => {
  const words = evidenceWords(view);
  return (
    <Table
      view={view}
      caption={words('records.title')}
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', label: words('records.day'), cell: (record) => <Day view={view} record={record} /> },
        { key: 'name', label: words('records.event'), cell: ({ name }) => words(`event.${name.slice('desk.'.length)}` as 'event.need-unmet') },
        { key: 'id', label: words('records.number'), cell: ({ id }) => <Ltr>{id.slice(-12)}</Ltr> },
        { key: 'sealed', label: words('records.seal'), numeric: true, cell: ({ sealed }) => (sealed === null ? words('records.unsealed') : <Num view={view} value={sealed} />) },
      ]}
    />
  );
};

const Day = ({ view, record: { day, name, subject } }: { view: View; record: FigureRecord }): ReactNode => {
  const date = <CalendarDate view={view} value={day} />;
  return ofVisit.includes(name) ? <a className="row-link" href={`/desk/tickets/${subject}`}>{date}</a> : date;
};

/** Events whose subject is the ticket of a visit, which has a page. */
const ofVisit: readonly string[] = ['desk.client-received', 'desk.ticket-called'];
