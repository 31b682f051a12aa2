import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { QuotaTable } from '../order/formula.tsx';
import { outcomes } from '../selection-codes.ts';
import { selectionWords } from '../selection-words.ts';
import { decideSelection } from './decide-selection.ts';
import { proposeSelection } from './propose-selection.ts';
import { publishResults } from './publish-results.ts';
import { selectionToDecide } from './selection-to-decide.query.ts';

type ToDecide = Awaited<ReturnType<(typeof selectionToDecide)['spec']['run']>>;
type Decision = NonNullable<NonNullable<ToDecide['made']>['decision']>;

/** The decision on a ranking: put forward by one, taken by another, then published. */
export const decisionPage = definePage<View>({
  path: '/calls/:call/decision',
  audience: 'staff',
  needs: 'incubation.selection-to-decide',
  show: async (visit) => {
    const { view, params } = visit;
    const words = selectionWords(view);
    const shown = await visit.ask(selectionToDecide, { call: params.call });
    const { call, made, linked } = shown;
    return {
      title: words('decision.title'),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={call.names} />} back={{ href: `/calls/${call.id}/ranking`, label: words('ranking.title') }}>{words('decision.title')}</PageTitle>
          {linked ? <Notice view={view} kind="warning" title={words('decision.linked')}>{words('decision.linked_text')}</Notice> : null}
          {made ? <Counted view={view} made={made} /> : <EmptyState title={words('decision.nothing')} action={<LinkButton href={`/calls/${call.id}/ranking`}>{words('ranking.title')}</LinkButton>} />}
          {made?.decision ? <Asked visit={visit} call={call} decision={made.decision} /> : null}
          {made?.ready && !made.decision ? <Propose visit={visit} shown={shown} /> : null}
          {made?.decision?.answer === 'returned' ? <LinkButton href={`/calls/${call.id}/ranking`}>{words('ranking.again')}</LinkButton> : null}
          {made ? <QuotaTable view={view} formula={made.formula} quotas={made.quotas} /> : null}
        </Stack>
      ),
    };
  },
  post: { action: proposeSelection, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}/decision` },
});

const Counted = ({ view, made }: { view: View; made: NonNullable<ToDecide['made']> }): ReactNode => {
  const words = selectionWords(view);
  return (
    <Card title={words('ranking.version', { version: made.version })}>
      <Facts view={view} facts={[
        { label: words('decision.applications'), value: <Num view={view} value={made.applications} /> },
        ...outcomes.map((outcome) => ({ label: words(`outcome.${outcome}`), value: <Num view={view} value={made.counts[outcome] ?? 0} /> })),
      ]} />
    </Card>
  );
};

const Asked = ({ visit, call, decision }: { visit: Visit<View>; call: ToDecide['call']; decision: Decision }): ReactNode => {
  const { view } = visit;
  const words = selectionWords(view);
  return (
    <Card title={words(decision.answer ? `decision.${decision.answer}` : 'decision.waits')}>
      <Facts view={view} facts={[
        { label: words('decision.asked_by'), value: <><Bdi>{decision.askedBy}</Bdi> · <AtTime view={view} value={decision.askedAt} /></> },
        decision.sat.length > 0 && { label: words('decision.sat', { quorum: decision.quorum }), value: decision.sat.map((name, at) => <span key={at}>{at ? ' · ' : ''}<Bdi>{name}</Bdi></span>) },
        decision.decidedBy !== null && { label: words('decision.decided_by'), value: <><Bdi>{decision.decidedBy}</Bdi> · <AtTime view={view} value={decision.decidedAt!} /></> },
        decision.words !== null && { label: words('decision.words'), value: <span dir="auto">{decision.words}</span> },
        decision.publishedAt && { label: words('decision.published'), value: <AtTime view={view} value={decision.publishedAt} /> },
        decision.appealsUntil && { label: words('appeals.until'), value: <AtTime view={view} value={decision.appealsUntil} /> },
      ]} />
      {decision.answer === null ? <Deciding visit={visit} call={call} decision={decision} /> : null}
      {decision.answer === 'approved' && !decision.publishedAt ? (
        <>
          <p className="soft">{words('decision.publish_text', { days: call.appealDays })}</p>
          <PostButton view={view} icon="up" action={`/calls/${call.id}/publish-results`}>{words('decision.publish')}</PostButton>
        </>
      ) : null}
      {decision.publishedAt ? <p><a href={`/open-calls/${call.code}/results`}>{words('results.title')}</a> · <a href={`/calls/${call.id}/appeals`}>{words('appeals.title')}</a></p> : null}
    </Card>
  );
};

const Deciding = ({ visit: { view, values, errors }, call, decision }: { visit: Visit<View>; call: ToDecide['call']; decision: Decision }): ReactNode => {
  const words = selectionWords(view);
  const at = `/calls/${call.id}/decision/${decision.id}`;
  const f = { view, values, errors: 'answer' in values ? errors : {} };
  if (decision.own) return <p className="soft">{words('decision.own')}</p>;
  return (
    <>
      <PostButton view={view} icon="check" action={at} values={{ answer: 'approved' }}>{words('decision.approve')}</PostButton>
      <details open={'answer' in values}>
        <summary>{words('decision.give_back')}</summary>
        <Form {...f} action={at}>
          <input type="hidden" name="answer" value="returned" />
          <TextArea {...f} required name="words" label={words('decision.what_to_change')} rows={3} maxLength={500} />
          <Button kind="quiet" icon="back">{words('decision.give_back')}</Button>
        </Form>
      </details>
    </>
  );
};

const Propose = ({ visit: { view, values, errors }, shown: { jury } }: { visit: Visit<View>; shown: ToDecide }): ReactNode => {
  const words = selectionWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('decision.propose')}>
      <p className="soft">{words('decision.propose_text')}</p>
      <Form {...f}>
        {jury.length ? <Checkboxes {...f} required name="present" label={words('decision.present')} choices={jury.map(({ account, name }) => ({ value: account, label: name, named: true as const }))} /> : null}
        <Button icon="up">{words('decision.propose')}</Button>
      </Form>
    </Card>
  );
};

/** The presses of the decision page. */
export const decisionButtons = [
  definePage<View>({
    path: '/calls/:call/decision/:decision', audience: 'staff', needs: 'incubation.decide-selection',
    post: { action: decideSelection, input: ({ params }) => ({ decision: params.decision }), leadsTo: ({ call }) => `/calls/${call}/decision`, again: decisionPage },
  }),
  definePage<View>({
    path: '/calls/:call/publish-results', audience: 'staff', needs: 'incubation.publish-results',
    post: { action: publishResults, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}/decision`, again: decisionPage },
  }),
];
