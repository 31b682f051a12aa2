import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { hoursOf } from '../path/hours-of.ts';
import { PathBadge } from '../path/state-badge.tsx';
import { ventureWords } from '../venture-words.ts';
import { myCoaching } from './my-coaching.query.ts';

/** A coach's own list: who was not seen for longest stands first. */
export const myCoachingPage = definePage<View>({
  path: '/coaching',
  audience: 'staff',
  needs: 'incubation.my-coaching',
  namesPersons: true,
  show: async (visit) => {
    const { view } = visit;
    const words = ventureWords(view);
    const { rows } = await visit.ask(myCoaching, {});
    return {
      title: words('mine'), quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('mine.lede')} back={{ href: '/cohorts', label: words('cohorts') }}>{words('mine')}</PageTitle>
          <Table
            view={view} caption={words('mine')} rows={rows} rowKey={({ id }) => id} rowHref={({ id, venture }) => (venture ? `/ventures/${venture}` : `/ventures/of/${id}`)} empty={<EmptyState title={words('mine.none')}>{words('mine.none_text')}</EmptyState>}
            columns={[
              { key: 'what', label: words('venture'), cell: ({ ventureName, receipt }) => (ventureName ? <Bdi>{ventureName}</Bdi> : <Ltr>{spelledCode(receipt)}</Ltr>) },
              { key: 'who', label: words('who'), cell: ({ name, receipt }) => (name ? <Bdi>{name}</Bdi> : <Ltr>{spelledCode(receipt)}</Ltr>) },
              { key: 'state', label: words('cohort.state'), cell: ({ state }) => <PathBadge view={view} state={state} /> },
              { key: 'seen', label: words('mine.seen'), cell: ({ seenOn }) => (seenOn ? <CalendarDate view={view} value={seenOn} /> : words('mine.never')) },
              { key: 'hours', label: words('coaching.hours'), cell: ({ minutes }) => hoursOf(view, minutes) },
              { key: 'cohort', label: words('cohort'), cell: ({ cohortNames }) => <Bdi>{inLanguage(cohortNames, view.locale.lang).text}</Bdi> },
            ]}
          />
        </Stack>
      ),
    };
  },
});
