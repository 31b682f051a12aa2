import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Grid, Stack } from '#ui/card.tsx';
import { Checkbox, Radios, SelectField } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import { PersonName, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { mergeReasons } from '../identity/identity-tables.ts';
import { peopleWords } from '../words.ts';
import { comparePersons } from './compare-persons.ts';
import { ComparedTable } from './compared-table.tsx';
import { declineMerge } from './decline-merge.ts';
import { MergeStory } from './merge-story.tsx';
import { mergePersons } from './merge-persons.ts';
import type { MergeWarning } from './merge-warnings.ts';
import { proposeMerge } from './propose-merge.ts';
import { unmergePersons } from './unmerge-persons.ts';

type Compared = Awaited<ReturnType<typeof comparePersons.spec.run>>;

const here = ({ params }: Visit<View>) => `/people/${params.a}/compare/${params.b}`;

/** Two files side by side: are they one person? Somebody proposes it, somebody else decides, and it can be undone. */
export const comparePage = definePage<View>({
  path: '/people/:a/compare/:b',
  audience: 'staff',
  needs: 'people.compare-persons',
  namesPersons: true,
  show: async (visit) => {
    const { view } = visit;
    const words = peopleWords(view);
    const compared = await visit.ask(comparePersons, { a: visit.params.a, b: visit.params.b });
    return {
      title: words('merge.compare'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/people/merges', label: words('merge.list') }} lede={words('merge.lede')}>{words('merge.compare')}</PageTitle>
          {compared.live?.state === 'merged' ? null : compared.warnings.map((warning) => <Warning key={warning} visit={visit} warning={warning} />)}
          <Grid>{([0, 1] as const).map((at) => <FileCard key={at} view={view} compared={compared} at={at} />)}</Grid>
          <ComparedTable view={view} comparison={compared} />
          {compared.reasons.length === 0 ? null : <Card title={words('merge.why_alike')}><ul>{compared.reasons.map((code) => <li key={code}>{words(`reason.${code}`)}</li>)}</ul></Card>}
          {compared.live ? <LiveCard visit={visit} compared={compared} /> : visit.may('people.propose-merge') ? <ProposeForm visit={visit} compared={compared} /> : null}
          {compared.earlier.map((merge) => <Card key={merge.id} title={words('merge.earlier')}><MergeStory view={view} merge={merge} /></Card>)}
        </Stack>
      ),
    };
  },
  post: { action: proposeMerge, input: ({ params }) => ({ a: params.a, b: params.b }), leadsTo: (_, visit) => here(visit) },
});

/** One warning in plain words; where a mistyped number may be the reason, the way to correct it. */
const Warning = ({ visit: { view, params, may }, warning }: { visit: Visit<View>; warning: MergeWarning }) => {
  const words = peopleWords(view);
  const mistyped = ['two-generations', 'one-number-two-names', 'different-number'].includes(warning) && may('people.person-contact');
  return (
    <Notice view={view} kind="warning" title={words(`merge.warning.${warning}`)}>
      <p>{words(`merge.warning_text.${warning}`)}</p>
      {mistyped ? (
        <Buttons>
          <LinkButton kind="quiet" icon="edit" href={`/people/${params.a}/contact`}>{words('merge.correct_first')}</LinkButton>
          <LinkButton kind="quiet" icon="edit" href={`/people/${params.b}/contact`}>{words('merge.correct_second')}</LinkButton>
        </Buttons>
      ) : null}
    </Notice>
  );
};

const FileCard = ({ view, compared, at }: { view: View; compared: Compared; at: 0 | 1 }) => {
  const words = peopleWords(view);
  const [card, weight] = [compared.cards[at], compared.weights[at]];
  return (
    <Card title={words(at === 0 ? 'merge.first' : 'merge.second')}>
      <p><a href={`/people/${card.id}`}><PersonName name={card.name} other={card.other} /></a></p>
      <Facts
        view={view}
        facts={[
          { label: words('known.code'), value: <Ltr>{card.code}</Ltr> },
          { label: words('sheet.since'), value: <OnDate view={view} value={weight.since} /> },
          { label: words('merge.visits'), value: String(weight.visits) },
          { label: words('merge.events'), value: String(weight.events) },
        ]}
      />
    </Card>
  );
};

const ProposeForm = ({ visit, compared }: { visit: Visit<View>; compared: Compared }) => {
  const { view, values, errors } = visit;
  const words = peopleWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('merge.propose')}>
      <Form {...f}>
        <p className="soft">{words('merge.propose_text')}</p>
        <Radios {...f} required name="stays" label={words('merge.which_stays')} help={words('merge.which_stays_help')} choices={compared.cards.map((card) => ({ value: card.id, label: card.name, named: true as const, help: words('merge.code', { code: card.code }) }))} />
        <SelectField {...f} required name="reason" label={words('merge.reason')} choices={mergeReasons.map((value) => ({ value, label: words(`merge.reason.${value}`) }))} />
        <TextArea {...f} required name="words" label={words('merge.words')} help={words('merge.words_help')} rows={3} maxLength={500} />
        {compared.warnings.length === 0 ? null : <Checkbox {...f} required name="despite_warnings" label={words('merge.despite')} />}
        <Buttons><Button icon="together">{words('merge.propose')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const LiveCard = ({ visit, compared }: { visit: Visit<View>; compared: Compared }) => {
  const { view, values, errors, may } = visit;
  const words = peopleWords(view);
  const merge = compared.live!;
  const f = { view, values, errors };
  const post = (deed: string) => `${here(visit)}/${merge.id}/${deed}`;
  return (
    <Card title={words(merge.state === 'merged' ? 'merge.is_one' : 'merge.waits')}>
      <MergeStory view={view} merge={merge} />
      {merge.state === 'proposed' ? (
        <Buttons>
          {may('people.merge-persons') && !compared.mine ? <PostButton view={view} action={post('merge')}>{words('merge.decide')}</PostButton> : null}
          {may('people.decline-merge') ? <PostButton view={view} kind="quiet" action={post('decline')}>{words(compared.mine ? 'merge.take_back' : 'merge.decline')}</PostButton> : null}
        </Buttons>
      ) : null}
      {merge.state === 'proposed' && compared.mine ? <p className="soft">{words('merge.other_decides')}</p> : null}
      {merge.state === 'merged' && may('people.unmerge-persons') ? (
        <Form {...f} action={post('undo')}>
          <p className="soft">{words('merge.undo_text')}</p>
          <TextArea {...f} required name="why" label={words('merge.undo_why')} rows={2} maxLength={500} />
          <Buttons><Button kind="quiet" icon="back">{words('merge.undo')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};

/** Decides that the two files are one. */
export const mergePersonsPage = definePage<View>({
  path: '/people/:a/compare/:b/:merge/merge',
  audience: 'staff',
  needs: 'people.merge-persons',
  post: { action: mergePersons, input: ({ params }) => ({ merge: params.merge }), leadsTo: ({ person }) => `/people/${person}`, again: comparePage },
});

/** Declines the proposal, or takes it back. */
export const declineMergePage = definePage<View>({
  path: '/people/:a/compare/:b/:merge/decline',
  audience: 'staff',
  needs: 'people.decline-merge',
  post: { action: declineMerge, input: ({ params }) => ({ merge: params.merge }), leadsTo: (_, visit) => here(visit), again: comparePage },
});

/** Undoes a merge. */
export const unmergePersonsPage = definePage<View>({
  path: '/people/:a/compare/:b/:merge/undo',
  audience: 'staff',
  needs: 'people.unmerge-persons',
  post: { action: unmergePersons, input: ({ params }) => ({ merge: params.merge }), leadsTo: (_, visit) => here(visit), again: comparePage },
});
