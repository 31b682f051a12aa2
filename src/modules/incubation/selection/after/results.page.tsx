import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Said } from '#modules/desk/public.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Tabs } from '#ui/tabs.tsx';
import type { View } from '#ui/view.ts';
import { type Outcome, outcomes } from '../selection-codes.ts';
import { selectionWords } from '../selection-words.ts';
import { OutcomeBadge } from '../shown.tsx';
import { publicResults } from './public-results.query.ts';

type Results = Awaited<ReturnType<(typeof publicResults)['spec']['run']>>;

/** The results of a call, by the number on the slip and without a name. */
export const resultsPage = definePage<View>({
  path: '/open-calls/:code/results',
  audience: 'citizen',
  needs: 'incubation.public-results',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = selectionWords(view);
    const results = await visit.ask(publicResults, { code: params.code, receipt: search.receipt, outcome: search.outcome, page: search.page });
    const { call, one, number, counts, outcome, rows, page, pageSize } = results;
    const at = (each: Outcome) => `/open-calls/${call.code}/results?outcome=${each}`;
    return {
      title: words('results.title'),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={call.names} />} back={{ href: `/open-calls/${call.code}`, label: words('results.call') }}>{words('results.title')}</PageTitle>
          <p>{words('results.text')}</p>
          <Filters view={view}><TextField view={view} values={{ receipt: search.receipt ?? '' }} errors={{}} unmarked ltr name="receipt" label={words('results.your_receipt')} maxLength={20} autoComplete="off" /></Filters>
          {number ? <One view={view} call={call} one={one} /> : null}
          <Tabs view={view} label={words('results.title')} tabs={outcomes.map((each) => ({ href: at(each), label: words(`outcome_many.${each}`), count: counts[each] ?? 0, current: each === outcome }))} />
          {rows.length ? <ul>{rows.map(({ receipt, waitsAt }) => <li key={receipt}>{outcome === 'waitlisted' && waitsAt ? <><Num view={view} value={waitsAt} />. </> : null}<Ltr>{spelledCode(receipt)}</Ltr></li>)}</ul> : <p className="soft">{words('results.none')}</p>}
          {(counts[outcome] ?? 0) > pageSize ? <Pager view={view} page={page} pageSize={pageSize} total={counts[outcome] ?? 0} /> : null}
        </Stack>
      ),
    };
  },
});

const One = ({ view, call, one }: { view: View; call: Results['call']; one: Results['one'] }): ReactNode => {
  const words = selectionWords(view);
  if (!one) return <Notice view={view} title={words('results.unknown')}>{words('results.unknown_text')}</Notice>;
  return (
    <Card title={<Ltr>{spelledCode(one.receipt)}</Ltr>}>
      <Facts view={view} facts={[
        { label: words('outcome'), value: <OutcomeBadge view={view} outcome={one.outcome} /> },
        { label: words('why'), value: words(`why.${one.why}`) },
        one.quota && { label: words('quotas.quota'), value: <Said view={view} value={one.quota} /> },
        one.outcome === 'waitlisted' && one.waitsAt !== null && { label: words('results.waits_at'), value: <Num view={view} value={one.waitsAt} /> },
        { label: words('results.since'), value: <OnDate view={view} value={one.at} /> },
      ]} />
      {one.outcome !== 'selected' && Object.keys(call.nextStep).length ? <><h3>{words('results.next')}</h3><p><Said view={view} value={call.nextStep} /></p></> : null}
    </Card>
  );
};
