import { definePage, type Visit } from '#core/page.ts';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { HouseholdList } from '../household/household-list.tsx';
import type { Household } from '../household/household-of.ts';
import { householdTies } from '../household/household-tables.ts';
import { apart } from '../person/apart.ts';
import { peopleSearch } from '../people-search/people-search.ts';
import { PersonHead } from '../person-sheet/person-head.tsx';
import { personSheet } from '../person-sheet/person-sheet.ts';
import { peopleWords } from '../words.ts';
import { addHouseholdMember } from './add-household-member.ts';
import { endHouseholdMember } from './end-household-member.ts';
import { formHousehold } from './form-household.ts';
import { HomesBefore } from './homes-before.tsx';
import { householdHistory } from './household-history.ts';
import { nameHouseholdHead } from './name-household-head.ts';

const home = (visit: Visit<View>) => `/people/${visit.params.person}/household`;

/** The home of a person: who lives there, who carries it, who joins or leaves. */
export const householdPage = definePage<View>({
  path: '/people/:person/household',
  audience: 'staff',
  needs: 'people.form-household',
  show: async (visit) => {
    const { view } = visit;
    const words = peopleWords(view);
    const { card, household } = await visit.ask(personSheet, { person: visit.params.person! });
    const f = { view, values: visit.values, errors: visit.errors };
    return {
      title: words('tab.household'),
      body: (
        <Stack>
          <PersonHead visit={visit} card={card} side="household" />
          <Card>
            <HouseholdList view={view} household={household} />
            {household ? (
              <>
                {household.members.some(({ person, head }) => person.id === card.id && !head) && visit.may('people.name-household-head')
                  ? <PostButton view={view} kind="quiet" action={`${home(visit)}/head`}>{words('household.name_head', { sex: card.sex ?? 'unknown' })}</PostButton> : null}
                <Form {...f} action={`${home(visit)}/leave`}>
                  <DateField {...f} name="until" label={words('household.left_on')} help={words('household.day_help')} />
                  <Buttons><Button kind="quiet">{words('household.leave')}</Button></Buttons>
                </Form>
              </>
            ) : (
              <Form {...f}>
                <p className="soft">{words('household.none_text')}</p>
                <Checkbox {...f} required name="head" label={words('household.head', { sex: card.sex ?? 'unknown' })} />
                <DateField {...f} name="since" label={words('household.joined_on')} help={words('household.day_help')} />
                <Buttons><Button>{words('household.form')}</Button></Buttons>
              </Form>
            )}
          </Card>
          {household ? await addMember(visit, household) : null}
          {visit.may('people.household-history') ? <HomesBefore view={view} stays={(await visit.ask(householdHistory, { person: card.id })).stays} /> : null}
        </Stack>
      ),
    };
  },
  post: { action: formHousehold, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => home(visit) },
});

async function addMember(visit: Visit<View>, household: Household) {
  const { view, search } = visit;
  const words = peopleWords(view);
  const q = search.q?.trim();
  const found = q ? (await visit.ask(peopleSearch, { q })).people.filter(({ id }) => !household.members.some(({ person }) => person.id === id)) : [];
  const f = { view, values: visit.values, errors: visit.errors };
  return (
    <Card title={words('household.add')}>
      <form method="get" action={home(visit)} className="filters" role="search" aria-label={words('household.find')}>
        <TextField view={view} values={search} errors={{}} required type="search" name="q" label={words('household.find')} autoComplete="off" />
        <Buttons><Button kind="quiet" icon="search">{words('household.find')}</Button></Buttons>
      </form>
      {q && found.length === 0 ? <p className="soft">{words('household.nobody')}</p> : null}
      {found.length === 0 ? null : (
        <Form {...f} action={`${home(visit)}/add${view.search}`}>
          <HiddenField name="household" value={household.id} />
          <Radios {...f} required name="person" label={words('household.who')} choices={found.slice(0, 8).map(({ id, name, other }) => ({ value: id, label: name, named: true as const, help: other ? apart(other) : undefined }))} />
          <SelectField {...f} required name="tie" label={words('household.tie')} choices={householdTies.filter((tie) => tie !== 'self').map((value) => ({ value, label: words(`tie.${value}`) }))} />
          <Checkbox {...f} required name="head" label={words('household.head', { sex: 'unknown' })} />
          <DateField {...f} name="since" label={words('household.joined_on')} help={words('household.day_help')} />
          <Buttons><Button kind="quiet" icon="plus">{words('household.add')}</Button></Buttons>
        </Form>
      )}
    </Card>
  );
}

/** Adds the person found to the home. */
export const addHouseholdMemberPage = definePage<View>({
  path: '/people/:person/household/add',
  audience: 'staff',
  needs: 'people.add-household-member',
  post: { action: addHouseholdMember, leadsTo: (_, visit) => home(visit), again: householdPage },
});

/** Notes that the person has left her home. */
export const endHouseholdMemberPage = definePage<View>({
  path: '/people/:person/household/leave',
  audience: 'staff',
  needs: 'people.end-household-member',
  post: { action: endHouseholdMember, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => home(visit), again: householdPage },
});

/** Notes that the person carries the home from now on. */
export const nameHouseholdHeadPage = definePage<View>({
  path: '/people/:person/household/head',
  audience: 'staff',
  needs: 'people.name-household-head',
  post: { action: nameHouseholdHead, input: (visit) => ({ person: visit.params.person }), leadsTo: (_, visit) => home(visit), again: householdPage },
});
