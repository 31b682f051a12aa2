import { isUuid } from '#core/id.ts';
import { definePage } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { NextStep, ServicesAndWhy } from './fitting-services.tsx';
import { whatFits } from './what-fits.query.ts';

/** The same services on paper. Her answers are not printed: the sheet may be found. */
export const whatFitsPrintPage = definePage<View>({
  path: '/what-can-i-get/print',
  audience: 'print',
  needs: 'portal.what-fits',
  show: async (visit) => {
    const { hub, need, place, who, age, stage } = visit.search;
    const found = await visit.ask(whatFits, { hub: isUuid(hub) ? hub : undefined, need, place, who, age, stage });
    return {
      title: portalWords(visit.view)('five.sheet'),
      quiet: true as const,
      body: <><ServicesAndWhy view={visit.view} found={found} /><NextStep view={visit.view} found={found} /></>,
    };
  },
});
