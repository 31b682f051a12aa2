import { definePage } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { selectionWords } from '../selection-words.ts';
import { Formula, QuotaTable } from './formula.tsx';
import { rankingByNumber } from './ranking-by-number.query.ts';
import { PointsLink, StandingTable } from './standing-table.tsx';

/** The ranking of a call as a regional coordinator reads it: numbers, scores and reasons, no name and no way to one. */
export const rankingByNumberPage = definePage<View>({
  path: '/region/calls/:call/ranking',
  audience: 'staff',
  needs: 'incubation.ranking-by-number',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = selectionWords(view);
    const shown = await visit.ask(rankingByNumber, { call: params.call, outcome: search.outcome, disagree: search.disagree, page: search.page, size: visit.atOnce });
    const { call, made } = shown;
    const written = made !== null && made.progress === made.applications;
    return {
      title: words('ranking.title'),
      body: (
        <Stack>
          <PageTitle lede={<><Said view={view} value={call.names} /> · {words('by_number')}</>} back={{ href: `/calls/${call.id}/funnel`, label: words('to_funnel') }}
            actions={written ? <PointsLink view={view} search={search} /> : null}>{words('ranking.title')}</PageTitle>
          {made && written ? <p>{words('ranking.version', { version: made.version })} · <AtTime view={view} value={made.madeAt} /></p> : <EmptyState title={words('ranking.none_yet')} />}
          {made && written ? <StandingTable view={view} search={search} formula={made.formula} shown={shown} /> : null}
          {made && written ? <QuotaTable view={view} formula={made.formula} quotas={made.quotas} /> : null}
          {made && written ? <Formula view={view} formula={made.formula} /> : null}
        </Stack>
      ),
    };
  },
});
