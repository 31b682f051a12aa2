import type { ReactNode } from 'react';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { ClientLabel } from '../client/client-label.tsx';
import { deskWords } from '../words.ts';
import type { BoardTicket } from './ticket-board.query.ts';

interface HeldProps {
  readonly view: View;
  readonly title: string;
  readonly none: string;
  readonly tickets: readonly BoardTicket[];
  readonly withOfficer?: boolean;
}

/** Visits somebody holds now: number, client once named, and who receives. Each opens its visit. */
export const HeldTickets = ({ view, title, none, tickets, withOfficer }: HeldProps): ReactNode => {
  const words = deskWords(view);
  return (
    <Card title={title}>
      {tickets.length === 0 ? <p className="soft">{none}</p> : null}
      <ul className="held">
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <a href={`/desk/tickets/${ticket.id}`}>
              <strong className="ticket-number"><Num view={view} value={ticket.number} /></strong>
              <span>{ticket.client ? <ClientLabel view={view} client={ticket.client} /> : words('visit.nobody')}</span>
            </a>
            <Badge tone={ticket.state === 'called' ? 'saffron' : 'olive'}>{words(`state.${ticket.state}`)}</Badge>
            {withOfficer && ticket.officer ? <span className="soft"><Bdi>{ticket.officer}</Bdi></span> : null}
            {ticket.counter ? <span className="soft">{words('others.counter', { counter: ticket.counter })}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
};
