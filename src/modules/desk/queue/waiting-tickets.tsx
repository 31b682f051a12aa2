import type { ReactNode } from 'react';
import { Hour, Num } from '#ui/amounts.tsx';
import { LinkButton, PostButton } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon } from '#ui/icon.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { minutesBetween } from '../ticket/day-of.ts';
import { reasonIcons } from '../ticket/reason.ts';
import { deskWords } from '../words.ts';
import type { BoardTicket } from './ticket-board.query.ts';

interface WaitingProps {
  readonly view: View;
  readonly board: { readonly waiting: readonly BoardTicket[]; readonly counter: number };
  readonly now: Date;
  readonly calls: boolean;
}

/** Those who wait, in the order of their numbers; never a name. */
export const WaitingTickets = ({ view, board, now, calls }: WaitingProps): ReactNode => {
  const words = deskWords(view);
  return (
    <section className="stack">
      <h2>{words('queue.title')}</h2>
      <Table
        view={view}
        caption={words('queue.title')}
        columns={columnsOf(view, board.counter, now, calls)}
        rows={board.waiting}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/desk/tickets/${id}`}
        empty={
          <EmptyState
            title={words('queue.empty_title')}
            action={calls ? <LinkButton href="/desk/tickets/new" icon="plus">{words('desk.new')}</LinkButton> : null}
          >
            {words('queue.empty_text')}
          </EmptyState>
        }
      />
    </section>
  );
};

function columnsOf(view: View, counter: number, now: Date, calls: boolean): readonly Column<BoardTicket>[] {
  const words = deskWords(view);
  const columns: Column<BoardTicket>[] = [
    { key: 'number', label: words('queue.number'), cell: ({ number }) => <span className="ticket-number"><Num view={view} value={number} /></span> },
    { key: 'reason', label: words('queue.reason'), cell: ({ reason, via }) => <WhyAndHow view={view} reason={reason} via={via} /> },
    {
      key: 'since', label: words('queue.since'),
      cell: ({ arrivedAt }) => (
        <span><Hour view={view} value={arrivedAt} /> <small className="soft">{words('queue.minutes', { minutes: minutesBetween(arrivedAt, now) })}</small></span>
      ),
    },
  ];
  if (calls) columns.push({ key: 'do', label: words('queue.do'), cell: ({ id }) => <CallButton view={view} ticket={id} counter={counter} /> });
  return columns;
}

const WhyAndHow = ({ view, reason, via }: { view: View } & Pick<BoardTicket, 'reason' | 'via'>): ReactNode => {
  const words = deskWords(view);
  return (
    <span>
      <Icon name={reasonIcons[reason]} /> {words(`reason.${reason}`)} <small className="soft">{words(`via.${via}`)}</small>
    </span>
  );
};

/** Whoever has left is ended on the ticket's own page: one button a row keeps thirty rows readable. */
const CallButton = ({ view, ticket, counter }: { view: View; ticket: string; counter: number }): ReactNode => (
  <PostButton view={view} action={`/desk/tickets/${ticket}/call`} values={{ counter: String(counter) }} icon="bell" kind="quiet">
    {deskWords(view)('call.this')}
  </PostButton>
);
