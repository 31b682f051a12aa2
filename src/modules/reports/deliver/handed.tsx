import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { longMonth } from '#core/words/format.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { reportSheet } from '../read/report-sheet.query.ts';
import { reportsWords } from '../words.ts';

type Sheet = Awaited<ReturnType<(typeof reportSheet)['spec']['run']>>;

/** To whom a report was handed, until when, and to whom it goes by itself. */
export const Handed = ({ visit: { view, may }, of: { id, deliveries, schedules } }: { visit: Visit<View>; of: Sheet }): ReactNode => {
  const words = reportsWords(view);
  const leads = may('reports.withdraw-delivery');
  return (
    <>
      {deliveries.length ? (
        <Card title={words('deliveries')}>
          <p>{words('deliveries.how')}</p>
          <Table view={view} caption={words('deliveries')} rows={deliveries} rowKey={(one) => one.id} columns={[
            { key: 'reader', label: words('f.reader'), cell: ({ name }) => <Bdi>{name}</Bdi> },
            { key: 'sent', label: words('sent_at'), cell: ({ sentAt }) => <OnDate view={view} value={sentAt} /> },
            { key: 'until', label: words('until'), cell: ({ until, withdrawnAt }) => (withdrawnAt ? <Badge tone="rose">{words('withdrawn')}</Badge> : <OnDate view={view} value={until} />) },
            { key: 'link', label: words('link'), cell: (one) => (one.withdrawnAt ? null : <bdi dir="ltr">/reports/<wbr />delivered/<wbr />{one.id}</bdi>) },
            ...(leads ? [{ key: 'do', label: words('withdraw'), cell: (one: Sheet['deliveries'][number]) => (one.withdrawnAt ? null : <PostButton view={view} kind="quiet" icon="cross" action={`/reports/${id}/deliveries/${one.id}/withdraw`}>{words('withdraw')}</PostButton>) }] : []),
          ]} />
        </Card>
      ) : null}
      {schedules.length ? (
        <Card title={words('schedules')}>
          <Table view={view} caption={words('schedules')} rows={schedules} rowKey={(one) => one.id} columns={[
            { key: 'reader', label: words('f.reader'), cell: ({ name }) => <Bdi>{name}</Bdi> },
            { key: 'every', label: words('f.every'), cell: ({ every }) => words(`every.${every}`) },
            { key: 'next', label: words('next'), cell: ({ next }) => <Bdi>{longMonth(next, view.locale)}</Bdi> },
            ...(leads ? [{ key: 'do', label: words('schedule.end'), cell: (one: Sheet['schedules'][number]) => <PostButton view={view} kind="quiet" icon="cross" action={`/reports/${id}/schedules/${one.id}/end`}>{words('schedule.end')}</PostButton> }] : []),
          ]} />
        </Card>
      ) : null}
    </>
  );
};
