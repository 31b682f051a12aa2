import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { erasuresPage } from '../erase/erasures.page.tsx';
import { rightsPage } from '../person-requests/rights.page.tsx';
import { confirmRequest } from './confirm-request.ts';

const post = { audience: 'staff', needs: 'rights.confirm-request' } as const;
const input = ({ params }: { params: Readonly<Record<string, string>> }) => ({ request: params.request });

/** Takes the second word on a request to see, from the person's page. */
export const confirmOnFilePage = definePage<View>({
  ...post, path: '/people/:person/rights/:request/confirm',
  post: { action: confirmRequest, input, leadsTo: (_, { params }) => `/people/${params.person}/rights`, again: rightsPage },
});

/** Takes the second word on a request to see, from whoever answers for the data and opens no person's page. */
export const confirmOnListPage = definePage<View>({
  ...post, path: '/rights/:request/confirm',
  post: { action: confirmRequest, input, leadsTo: () => '/rights', again: erasuresPage },
});
