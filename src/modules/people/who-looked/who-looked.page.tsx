import { definePage } from '#core/page.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { View } from '#ui/view.ts';
import { peopleWords } from '../words.ts';
import { fieldNames } from './field-name.ts';
import { whoLooked } from './who-looked.ts';

/** Who opened a person's sealed fields, for the data protection officer and the supervisor: no name of the person, no content. */
export const whoLookedPage = definePage<View>({
  path: '/people/:person/looks',
  audience: 'staff',
  needs: 'people.who-looked',
  show: async (visit) => {
    const { view, may, params, search } = visit;
    const words = peopleWords(view);
    const looks = await visit.ask(whoLooked, { person: params.person! });
    const back = may('people.person-sheet') && search.from !== 'looks'
      ? { href: `/people/${params.person}`, label: words('tab.sheet') }
      : { href: '/looks', label: words('looks.files') };
    return {
      title: words('tab.looks'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle back={back} lede={words('looks.lede')}>{words('tab.looks')}</PageTitle>
          {looks.length === 0 ? <EmptyState title={words('looks.none')} /> : (
            <Timeline
              view={view} withHour
              moments={looks.map(({ id, at, who, byLink, outcome, fields, purpose }) => ({
                key: id, at, icon: outcome === 'opened' ? 'eye' : 'lock',
                title: words(outcome === 'opened' ? 'looks.opened' : 'looks.refused', { who: who ?? words(byLink ? 'looks.by_link' : 'looks.house') }),
                body: <Bdi>{[fieldNames(view, fields), purpose && words(`looks.purpose.${purpose}`)].filter(Boolean).join(' · ')}</Bdi>,
              }))}
            />
          )}
        </Stack>
      ),
    };
  },
});
