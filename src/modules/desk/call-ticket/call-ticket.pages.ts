import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { deskPage } from '../queue/desk.page.tsx';
import { callTicket } from './call-ticket.ts';
import { markLeft } from './mark-left.ts';

/** The buttons of one number: call it, or end it when its holder is gone. */
export const callTicketPages = [
  definePage<View>({
    path: '/desk/tickets/:ticket/call',
    audience: 'staff',
    needs: 'desk.call-ticket',
    post: { action: callTicket, input: ({ params }) => ({ ticket: params.ticket }), leadsTo: ({ ticket }) => `/desk/tickets/${ticket}`, again: deskPage },
  }),
  definePage<View>({
    path: '/desk/tickets/:ticket/left',
    audience: 'staff',
    needs: 'desk.mark-left',
    post: { action: markLeft, input: ({ params }) => ({ ticket: params.ticket }), leadsTo: () => '/desk', again: deskPage },
  }),
];
