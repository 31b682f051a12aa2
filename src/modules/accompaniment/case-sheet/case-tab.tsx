import type { ReactNode } from 'react';
import { definePage, type Page, type Post, type Visit } from '#core/page.ts';
import { Beside, Stack } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { caseWords } from '../words.ts';
import { CaseHead, type Side } from './case-head.tsx';
import { type CaseSheet, caseSheet } from './case-sheet.query.ts';

/** One side of a file: what stands on it, what stands beside, and the one action of its form. */
export interface CaseTab extends Pick<Post<View>, 'action'>, Partial<Pick<Post<View>, 'leadsTo'>> {
  readonly side: Exclude<Side, 'sheet'>;
  readonly draw: (visit: Visit<View>, sheet: CaseSheet) => { readonly body: ReactNode; readonly aside: ReactNode; readonly actions?: ReactNode };
}

/** The page of one side of a file, under the head that all sides share; its form leads back to the same side unless said. */
export const caseTab = ({ side, draw, action, leadsTo = (_, { params }) => `/cases/${params.case}/${side}` }: CaseTab): Page<View> => definePage<View>({
  path: `/cases/:case/${side}`,
  audience: 'staff',
  needs: 'accompaniment.case-sheet',
  namesPersons: true,
  show: async (visit) => {
    const sheet = await visit.ask(caseSheet, { case: visit.params.case! });
    const { body, aside, actions } = draw(visit, sheet);
    return {
      title: caseWords(visit.view)(`tab.${side}`),
      quiet: true,
      body: (
        <Stack>
          <CaseHead visit={visit} sheet={sheet} side={side} actions={actions} />
          <Beside aside={aside}>{body}</Beside>
        </Stack>
      ),
    };
  },
  post: { action, input: ({ params }) => ({ case: params.case }), leadsTo },
});
