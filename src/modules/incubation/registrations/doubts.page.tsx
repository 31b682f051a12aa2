import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { PersonFacts, reasonText } from '#modules/people/public.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import type { View } from '#ui/view.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { type Doubted, doubtsAtOnce, doubtsOfCall } from './doubts-of-call.query.ts';
import { registrationWords } from './registration-words.ts';
import { settleDoubt } from './settle-doubt.ts';

type Listed = Awaited<ReturnType<typeof doubtsOfCall.spec.run>>;

const states = ['open', 'same', 'apart'] as const;

/** Who may stand twice in a call: pair by pair, until none is left. */
export const doubtsPage = definePage<View>({
  path: '/calls/:call/twice',
  audience: 'staff',
  needs: 'incubation.doubts-of-call',
  namesPersons: true,
  show: async (visit) => {
    const { view, search, params } = visit;
    const words = registrationWords(view);
    const state = states.find((each) => each === search.state) ?? 'open';
    const { call, doubts, page, total } = await visit.ask(doubtsOfCall, { call: params.call, state, page: Math.max(1, Number(search.page) || 1) });
    return {
      title: words('doubts'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/calls/${call.id}`, label: <Bdi>{inLanguage(call.names, view.locale.lang).text}</Bdi> }} lede={words('doubts_lede')}>{words('doubts')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="danger">{visit.refusal.text}</Notice> : null}
          <Buttons>{states.filter((each) => each !== state).map((each) => <LinkButton key={each} kind="quiet" href={`?state=${each}`}>{words(`doubts_${each}`)}</LinkButton>)}</Buttons>
          <h2>{words(`doubts_${state}`)}</h2>
          {doubts.length === 0 ? <EmptyState title={words('doubts_none')} /> : null}
          {doubts.map((doubt) => <Pair key={doubt.later.application} visit={visit} doubt={doubt} open={state === 'open'} />)}
          {total > doubtsAtOnce ? <Pager view={view} page={page} pageSize={doubtsAtOnce} total={total} /> : null}
        </Stack>
      ),
    };
  },
  post: { action: settleDoubt, input: () => ({}), leadsTo: (_, { params }) => `/calls/${params.call}/twice` },
});

const Pair = ({ visit, doubt: { first, later, reasons, score }, open }: { visit: Visit<View>; doubt: Listed['doubts'][number]; open: boolean }) => {
  const { view } = visit;
  const words = registrationWords(view);
  const side = ({ person, receipt, row }: Doubted) => (
    <div>
      <PersonFacts view={view} card={person} more={[
        { label: words('receipt'), value: <Ltr>{spelledCode(receipt)}</Ltr> },
        ...(row === null ? [] : [{ label: words('row_of_file'), value: <Ltr>{row}</Ltr> }]),
      ]} />
      <a href={`/people/${person.id}`}>{words('see_file')}</a>
    </div>
  );
  const settle = (verdict: 'same' | 'apart') => (
    <PostButton view={view} action={`/calls/${visit.params.call}/twice`} values={{ application: later.application, verdict }} kind="quiet" icon={verdict === 'same' ? 'cross' : 'check'}>
      {words(`settle_${verdict}`)}
    </PostButton>
  );
  return (
    <Card>
      <Grid>{side(first)}{side(later)}</Grid>
      <ul>{reasons.map((code) => <li key={code}>{reasonText(view, code)}</li>)}</ul>
      <p className="soft">{words('alike', { percent: score })}</p>
      {open && visit.may('incubation.settle-doubt') ? <Buttons>{settle('same')}{settle('apart')}</Buttons> : null}
    </Card>
  );
};
