import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { publishCall } from '../call/publish-call.ts';
import { dropCriterion } from '../rules/drop-criterion.ts';
import { dropQuota } from '../rules/drop-quota.ts';
import { callSheetPage } from './call-sheet.page.tsx';

const back = (_: unknown, { params }: { params: Readonly<Record<string, string>> }): string => `/calls/${params.call}`;

/** The buttons of a draft: each posts and comes back to the call. */
export const callButtons = [
  definePage<View>({ path: '/calls/:call/publish', audience: 'staff', needs: 'incubation.publish-call', post: { action: publishCall, input: ({ params }) => ({ call: params.call }), leadsTo: back, again: callSheetPage } }),
  definePage<View>({
    path: '/calls/:call/criteria/:criterion/drop', audience: 'staff', needs: 'incubation.drop-criterion',
    post: { action: dropCriterion, input: ({ params }) => ({ call: params.call, code: params.criterion }), leadsTo: back, again: callSheetPage },
  }),
  definePage<View>({
    path: '/calls/:call/quotas/:quota/drop', audience: 'staff', needs: 'incubation.drop-quota',
    post: { action: dropQuota, input: ({ params }) => ({ call: params.call, quota: params.quota }), leadsTo: back, again: callSheetPage },
  }),
];
