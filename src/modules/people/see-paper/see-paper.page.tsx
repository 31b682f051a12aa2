import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { personContactPage } from '../person-contact/person-contact.page.tsx';
import { seePaper } from './see-paper.ts';

/** Notes that the paper was seen. */
export const seePaperPage = definePage<View>({
  path: '/people/:person/contact/:contact/seen',
  audience: 'staff',
  needs: 'people.see-paper',
  post: { action: seePaper, input: ({ params }) => ({ contact: params.contact }), leadsTo: (_, { params }) => `/people/${params.person}/contact`, again: personContactPage },
});
