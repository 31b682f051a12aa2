import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { selectionWords } from '../selection-words.ts';
import { Formula, QuotaTable } from './formula.tsx';
import { rankApplications } from './rank-applications.ts';
import { ranking } from './ranking.query.ts';
import { knownColumns, PointsLink, StandingTable } from './standing-table.tsx';

type Ranking = Awaited<ReturnType<(typeof ranking)['spec']['run']>>;

/** The order of all who applied, by number: raw and adjusted score, outcome, why, and the formula that gives it again. */
export const rankingPage = definePage<View>({
  path: '/calls/:call/ranking',
  audience: 'staff',
  needs: 'incubation.ranking',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = selectionWords(view);
    const shown = await visit.ask(ranking, { call: params.call, outcome: search.outcome, disagree: search.disagree, page: search.page, size: visit.atOnce });
    const { call, made } = shown;
    const writing = made !== null && made.progress < made.applications;
    return {
      title: words('ranking.title'),
      ...(writing ? { looksAgain: 3 } : {}),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={call.names} />} back={{ href: `/calls/${call.id}`, label: words('to_call') }}
            actions={made && !writing ? <><PointsLink view={view} search={search} /><LinkButton icon="check" href={`/calls/${call.id}/decision`}>{words('decision.title')}</LinkButton></> : null}>{words('ranking.title')}</PageTitle>
          {made ? <p>{words('ranking.version', { version: made.version })} · <AtTime view={view} value={made.madeAt} /></p> : null}
          {writing ? <p role="status">{words('ranking.writing', { applications: made.applications })}</p> : null}
          {made && !writing ? <StandingTable view={view} search={search} formula={made.formula} shown={shown} more={knownColumns(view, made.formula)} rowHref={({ application_id }) => `/calls/${call.id}/ranking/${application_id}`} /> : null}
          {made ? <QuotaTable view={view} formula={made.formula} quotas={made.quotas} /> : null}
          {made ? <Formula view={view} formula={made.formula} /> : null}
          {made?.waits || made?.decision === 'approved' ? null : <Again visit={visit} shown={shown} />}
        </Stack>
      ),
    };
  },
  post: { action: rankApplications, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}/ranking` },
});

const Again = ({ visit: { view, values, errors }, shown: { call, made } }: { visit: Visit<View>; shown: Ranking }): ReactNode => {
  const words = selectionWords(view);
  const f = { view, values, errors };
  if (['draft', 'published', 'open', 'closed'].includes(call.state)) {
    return <EmptyState title={words('ranking.not_yet')} action={<LinkButton kind="quiet" href={`/calls/${call.id}/jury`}>{words('jury.title')}</LinkButton>}>{words('ranking.not_yet_text')}</EmptyState>;
  }
  if (call.state !== 'scored' && call.state !== 'committee') return null;
  return (
    <Card title={words(made ? 'ranking.again' : 'ranking.make')}>
      <p className="soft">{words('ranking.make_text', { places: call.places })}</p>
      <Form {...f}>
        <NumberField {...f} name="waitlist" label={words('ranking.waitlist')} min={0} help={words('ranking.waitlist_help', { usual: Math.ceil(call.places / 5) })} />
        <Button icon="chart">{words(made ? 'ranking.again' : 'ranking.make')}</Button>
      </Form>
    </Card>
  );
};
