import { definePage, type Visit } from '#core/page.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import type { View } from '#ui/view.ts';
import { matchingWords } from '../matching/matching-words.ts';
import { PersonFacts } from '../person/person-facts.tsx';
import { peopleWords } from '../words.ts';
import { keepApart } from './keep-apart.ts';
import { lookForDoubles } from './look-for-doubles.ts';
import { pageSize, type PossibleDouble, possibleDoubles } from './possible-doubles.ts';

const home = '/people/doubles';
const apartAddress = `${home}?state=apart`;

type Listed = Awaited<ReturnType<typeof possibleDoubles.spec.run>>;

/** Which two files of this hub may be one person: looked through pair by pair, until none is left. */
export const possibleDoublesPage = definePage<View>({
  path: home,
  audience: 'staff',
  needs: 'people.possible-doubles',
  show: async (visit) => {
    const { view, search } = visit;
    const words = matchingWords(view);
    const state = search.state === 'apart' ? 'apart' : 'open';
    const listed = await visit.ask(possibleDoubles, { page: Math.max(1, Number(search.page) || 1), state });
    const { pairs, page, total } = listed;
    return {
      title: words('doubles.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/people', label: peopleWords(view)('back') }} lede={words(state === 'open' ? 'doubles.lede' : 'doubles.apart_lede')}>{words(state === 'open' ? 'doubles.title' : 'doubles.apart_title')}</PageTitle>
          <WalkState visit={visit} listed={listed} />
          {pairs.length === 0 ? <EmptyState title={words(`doubles.none_${state}`)}>{words(`doubles.none_${state}_text`)}</EmptyState> : null}
          {pairs.map((pair) => <Pair key={`${pair.first.id}${pair.second.id}`} visit={visit} pair={pair} />)}
          {total > 0 ? <Pager view={view} page={page} pageSize={pageSize} total={total} /> : null}
          <p>{state === 'open' ? <a href={apartAddress}>{words('doubles.see_apart')}</a> : <a href={home}>{words('doubles.see_open')}</a>}</p>
        </Stack>
      ),
    };
  },
  post: { action: keepApart, input: () => ({}), leadsTo: (_, visit) => `${home}${visit.view.search}` },
});

/** The button "look through all files". */
export const lookForDoublesPage = definePage<View>({
  path: `${home}/look`,
  audience: 'staff',
  needs: 'people.look-for-doubles',
  post: { action: lookForDoubles, input: () => ({ begin: true }), leadsTo: () => home, again: possibleDoublesPage },
});

const WalkState = ({ visit: { view, may }, listed: { walk } }: { visit: Visit<View>; listed: Listed }) => {
  const words = matchingWords(view);
  const under = walk !== null && walk.finished_at === null;
  return (
    <Card>
      {walk === null ? <p>{words('doubles.never')}</p> : (
        <p>
          {words(under ? 'doubles.under_way' : 'doubles.walked')} <AtTime view={view} value={walk.finished_at ?? walk.begun_at} /> · {words('doubles.files', { compared: walk.compared, persons: walk.persons })}
        </p>
      )}
      {under ? <Notice view={view}>{words('doubles.wait')}</Notice> : null}
      {may('people.look-for-doubles') ? <PostButton view={view} kind="quiet" icon="search" action={`${home}/look`}>{words('doubles.look')}</PostButton> : null}
    </Card>
  );
};

const Pair = ({ visit, pair: { first, second, score, reasons, verdict } }: { visit: Visit<View>; pair: PossibleDouble }) => {
  const { view } = visit;
  const words = matchingWords(view);
  const said = peopleWords(view);
  const mine = visit.values.a === first.id && visit.values.b === second.id;
  const f = { view, values: mine ? visit.values : {}, errors: mine ? visit.errors : {} };
  return (
    <Card>
      <Grid>
        <div><PersonFacts view={view} card={first} /></div>
        <div><PersonFacts view={view} card={second} /></div>
      </Grid>
      {reasons.length === 0 ? null : <ul>{reasons.map((code) => <li key={code}>{said(`reason.${code}`)}</li>)}</ul>}
      {verdict ? (
        <p><Bdi>{verdict.who ?? words('doubles.somebody')}</Bdi>, <OnDate view={view} value={verdict.at} />: <Bdi>{verdict.why}</Bdi></p>
      ) : (
        <p className="soft">{words('doubles.likely', { percent: Math.round(score * 100) })}</p>
      )}
      <Buttons><LinkButton kind="quiet" icon="people" href={`/people/${first.id}/compare/${second.id}`}>{words('doubles.compare')}</LinkButton></Buttons>
      {verdict || !visit.may('people.keep-apart') ? null : (
        <details open={mine}>
          <summary>{words('doubles.not_same')}</summary>
          <Form {...f}>
            <HiddenField name="a" value={first.id} />
            <HiddenField name="b" value={second.id} />
            <TextField {...f} name="why" label={words('doubles.why')} help={words('doubles.why_help')} />
            <Buttons><Button kind="quiet" icon="check">{words('doubles.keep_apart')}</Button></Buttons>
          </Form>
        </details>
      )}
    </Card>
  );
};
