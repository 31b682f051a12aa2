import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { visitPage } from '../visit/visit.page.tsx';
import { closeVisit } from './close-visit.ts';

/** The button that ends a visit. */
export const closeVisitPage = definePage<View>({
  path: '/desk/tickets/:ticket/close',
  audience: 'staff',
  needs: 'desk.close-visit',
  post: { action: closeVisit, input: ({ params }) => ({ ticket: params.ticket }), leadsTo: () => '/desk', again: visitPage },
});
