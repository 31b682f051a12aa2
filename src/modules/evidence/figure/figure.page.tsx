import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { figurePlaces } from '../desk-figures/figure-places.query.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { indicatorName } from '../show/names.ts';
import { Opened } from '../show/opened.tsx';
import { evidenceWords } from '../words.ts';
import { figure } from './figure.query.ts';
import { figureRecords } from './figure-records.query.ts';
import { Records } from './records.tsx';

/** One number opened to its proof. */
export const figurePage = definePage<View>({
  path: '/figures/:code',
  audience: 'staff',
  needs: 'evidence.figure',
  show: async (visit) => {
    const { view, params } = visit;
    const words = evidenceWords(view);
    if (!findIndicator(params.code!)) throw new NotFound();
    const { over, from, to, by, key, region } = visit.search;
    const which = { indicator: params.code, over, from, to, by, key, region };
    const opened = await visit.ask(figure, which);
    const { hubs } = await visit.ask(figurePlaces, {});
    const found = visit.may('evidence.figure-records') && !opened.shown.kept ? await visit.ask(figureRecords, which) : null;
    const title = indicatorName(view, opened.indicator);
    return {
      title,
      body: (
        <Stack>
          <PageTitle back={{ href: '/figures', label: words('figures.back') }}>{title}</PageTitle>
          <Opened view={view} opened={opened} hubs={hubs} />
          {found ? <Records view={view} found={found} events={opened.shown.events} /> : <p className="soft">{words('records.none')}</p>}
        </Stack>
      ),
    };
  },
});
