import { definePage } from '#core/page.ts';
import { longMonth } from '#core/words/format.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { hrefWith } from '#ui/href.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { plain, Said, StateOf } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { sessionList } from './session-list.query.ts';

/** The courses of one month. */
export const trainingsPage = definePage<View>({
  path: '/trainings',
  audience: 'staff',
  needs: 'training.session-list',
  menu: { label: (reader) => trainingWords(reader)('menu'), order: 47, group: 'incubation', icon: 'training' },
  show: async (visit) => {
    const { view, search, may } = visit;
    const words = trainingWords(view);
    const { sessions, month, before, after } = await visit.ask(sessionList, { month: search.month, audience: search.audience });
    const actions = (
      <>
        {may('training.plan-session') ? <LinkButton href="/trainings/new" icon="plus">{words('list.new')}</LinkButton> : null}
        <LinkButton href="/trainings/trainers" kind="quiet" icon="people">{words('list.trainers')}</LinkButton>
      </>
    );
    return {
      title: words('title'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')} actions={actions}>{words('title')}</PageTitle>
          <nav aria-label={words('month.nav')}>
            <Buttons>
              <LinkButton kind="quiet" href={hrefWith(view, { month: before })}>{words('month.before')}</LinkButton>
              <strong><Bdi>{longMonth(month, view.locale)}</Bdi></strong>
              <LinkButton kind="quiet" href={hrefWith(view, { month: after })}>{words('month.after')}</LinkButton>
            </Buttons>
          </nav>
          <Table
            view={view} caption={words('title')} rows={sessions} rowKey={({ id }) => id} rowHref={({ id }) => `/trainings/${id}`}
            empty={<EmptyState title={words('list.empty_title')}>{words('list.empty_text')}</EmptyState>}
            columns={[
              { key: 'name', label: words('col.name'), cell: ({ names }) => <Said view={view} value={names} /> },
              { key: 'when', label: words('col.when'), cell: ({ starts_at }) => <AtTime view={view} value={starts_at} /> },
              { key: 'place', label: words('sheet.where'), cell: ({ place }) => <Bdi>{plain(view, place)}</Bdi> },
              { key: 'audience', label: words('col.audience'), cell: ({ audience }) => words(`audience.${audience}`) },
              { key: 'seats', label: words('col.seats'), cell: ({ given, seats }) => words('seats_of', { given, seats }) },
              { key: 'state', label: words('col.state'), cell: (row) => <StateOf view={view} course={row} /> },
            ]}
          />
        </Stack>
      ),
    };
  },
});
