import { definePage } from '#core/page.ts';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Grid, Stack } from '#ui/card.tsx';
import { TextField } from '#ui/field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { duplicateHintsQuery } from '../matching/duplicate-hints.query.ts';
import { PersonFacts } from '../person/person-facts.tsx';
import { peopleSearch } from '../people-search/people-search.ts';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { peopleWords } from '../words.ts';

const most = 8;

/** Is this person in the list twice? Whoever looks alike is proposed; anyone else is found by name, code or phone, and then compared. */
export const samePage = definePage<View>({
  path: '/people/:person/same',
  audience: 'staff',
  needs: 'people.compare-persons',
  show: async ({ view, params, search, ask }) => {
    const words = peopleWords(view);
    const { card } = await ask(personSheet, { person: params.person });
    const q = search.q?.trim();
    const hints = await ask(duplicateHintsQuery, { name: card.name, name_other: card.other ?? undefined, birth_year: card.birthYear ?? undefined, sex: card.sex ?? undefined, territory: card.territory ?? undefined });
    const found = q ? (await ask(peopleSearch, { q })).people : [...hints.inside.map(({ person }) => person), ...hints.found];
    const others = found.filter(({ id }) => id !== card.id).slice(0, most);
    return {
      title: words('merge.same'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/people/${card.id}`, label: words('tab.sheet') }} lede={words('merge.same_lede')}>{words('merge.same')}</PageTitle>
          <form method="get" action={`/people/${card.id}/same`} className="filters" role="search" aria-label={words('household.find')}>
            <TextField view={view} values={search} errors={{}} required type="search" name="q" label={words('people.search')} autoComplete="off" />
            <Buttons><Button kind="quiet" icon="search">{words('household.find')}</Button></Buttons>
          </form>
          {others.length === 0 ? <p className="soft">{words(q ? 'merge.nobody_found' : 'merge.nobody_alike')}</p> : null}
          <Grid>
            {others.map((other) => (
              <Card key={other.id}>
                <PersonFacts view={view} card={other} />
                <LinkButton kind="quiet" icon="scales" href={`/people/${card.id}/compare/${other.id}`}>{words('merge.compare')}</LinkButton>
              </Card>
            ))}
          </Grid>
        </Stack>
      ),
    };
  },
});
