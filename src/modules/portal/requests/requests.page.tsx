import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { saidAs } from '#core/text/spoken-words.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton, PostButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { Receipt } from '../leave-request/receipt.ts';
import { portalWords } from '../words.ts';
import { requestList, type WaitingRequest } from './request-list.query.ts';
import { HELD_HOURS } from './take-request.ts';

const DAY = 86_400_000;

/** The requests that strangers left: what waits, since when, who holds what. */
export const requestsPage = definePage<View>({
  path: '/desk/requests',
  audience: 'staff',
  needs: 'portal.request-list',
  namesPersons: true,
  show: async (visit) => {
    const { view } = visit;
    const words = portalWords(view);
    const list = await visit.ask(requestList, {});
    return {
      title: words('requests.title'),
      body: (
        <Stack>
          <PageTitle lede={words('requests.lede')} back={{ href: '/desk', label: words('requests.desk') }}>{words('requests.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {visit.search.ended ? <Notice view={view} kind="success">{words('requests.ended')}</Notice> : null}
          {list.more ? <Notice view={view}>{words('requests.more')}</Notice> : null}
          <Table
            view={view}
            caption={words('requests.title')}
            columns={columnsOf(view, list.now, visit.may('portal.take-request'))}
            rows={list.requests}
            rowKey={({ id }) => id}
            empty={<EmptyState title={words('requests.none')}>{words('requests.none_text')}</EmptyState>}
          />
        </Stack>
      ),
    };
  },
});

function columnsOf(view: View, now: Date, opens: boolean): readonly Column<WaitingRequest>[] {
  const words = portalWords(view);
  return [
    { key: 'receipt', label: words('requests.receipt'), cell: ({ receipt }) => <ReceiptLine receipt={receipt} /> },
    { key: 'since', label: words('requests.since'), cell: ({ arrivedAt }) => <><AtTime view={view} value={arrivedAt} /> <Age view={view} since={arrivedAt} now={now} /></> },
    { key: 'state', label: words('requests.state'), cell: (row) => <State view={view} row={row} /> },
    { key: 'do', label: words('requests.do'), cell: (row) => (opens ? <OpenIt view={view} row={row} now={now} /> : null) },
  ];
}

/** The number and the word as she has them, in both scripts. */
export const ReceiptLine = ({ receipt }: { receipt: Receipt }): ReactNode => {
  const { ar, fr } = saidAs(receipt.word);
  return <><Ltr>{receipt.number}</Ltr> <Bdi lang="ar">{ar}</Bdi> · <Bdi lang="fr">{fr}</Bdi></>;
};

/** How long it has waited, once that is too long: a day, then three. */
export const Age = ({ view, since, now }: { view: View; since: Date; now: Date }): ReactNode => {
  const days = Math.floor((now.getTime() - since.getTime()) / DAY);
  return days < 1 ? null : <Badge tone={days < 3 ? 'saffron' : 'rose'}>{portalWords(view)('requests.days', { days })}</Badge>;
};

const State = ({ view, row }: { view: View; row: WaitingRequest }): ReactNode => {
  const words = portalWords(view);
  if (row.state === 'waiting') return <Badge tone="clay">{words('requests.unread')}</Badge>;
  return row.mine ? <Badge tone="door">{words('requests.mine')}</Badge> : <>{words('requests.held')} <Bdi>{row.officer}</Bdi></>;
};

const OpenIt = ({ view, row, now }: { view: View; row: WaitingRequest; now: Date }): ReactNode => {
  const words = portalWords(view);
  if (row.mine) return <LinkButton kind="quiet" href={`/desk/requests/${row.id}`}>{words('requests.go_on')}</LinkButton>;
  const left = row.takenAt !== null && now.getTime() - row.takenAt.getTime() >= HELD_HOURS * 3_600_000;
  if (row.state === 'taken' && !left) return null;
  return <PostButton view={view} action={`/desk/requests/${row.id}/open`} kind={left ? 'quiet' : 'primary'} icon="mail">{words(left ? 'requests.take_over' : 'requests.open')}</PostButton>;
};
