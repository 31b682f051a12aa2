import { definePage } from '#core/page.ts';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { registersWords } from '../words.ts';
import { measureList } from './measure-list.query.ts';
import { MeasureTable } from './measure-table.tsx';

/** Everything that events decided, by deadline; what is late is red. */
export const measuresPage = definePage<View>({
  path: '/registers/measures',
  audience: 'staff',
  needs: 'registers.measure-list',
  show: async (visit) => {
    const { view } = visit;
    const words = registersWords(view);
    const { measures } = await visit.ask(measureList, {});
    return {
      title: words('measures'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers', label: words('menu') }} lede={words('measures.lede')}>{words('measures')}</PageTitle>
          <MeasureTable view={view} measures={measures} keeps={visit.may('registers.follow-measure')} caption={words('measures')} withEvent />
        </Stack>
      ),
    };
  },
});
