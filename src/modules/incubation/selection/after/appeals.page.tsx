import { definePage } from '#core/page.ts';
import { Said } from '#modules/desk/public.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Radios } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextArea } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { selectionWords } from '../selection-words.ts';
import { OutcomeBadge, Thousandths } from '../shown.tsx';
import { answerAppeal } from './answer-appeal.ts';
import { appealList } from './appeal-list.query.ts';
import { appealSheet } from './appeal-sheet.query.ts';

/** The appeals of a call by receipt: what waits stands first. */
export const appealsPage = definePage<View>({
  path: '/calls/:call/appeals',
  audience: 'staff',
  needs: 'incubation.appeal-list',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = selectionWords(view);
    const { call, until, rows, count, page, pageSize } = await visit.ask(appealList, { call: params.call, waiting: search.waiting, page: search.page });
    const opens = visit.may('incubation.appeal-sheet');
    return {
      title: words('appeals.title'),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={call.names} />} back={{ href: `/calls/${call.id}`, label: words('to_call') }}>{words('appeals.title')}</PageTitle>
          {until ? <p>{words('appeals.until')} <AtTime view={view} value={until} /></p> : null}
          <Filters view={view}><Checkbox view={view} values={{ ...search }} errors={{}} name="waiting" label={words('appeals.waiting')} /></Filters>
          <Table
            view={view} caption={words('appeals.title')} rows={rows} rowKey={({ id }) => id} {...(opens ? { rowHref: ({ id }: { id: string }) => `/calls/${call.id}/appeals/${id}` } : {})}
            empty={<EmptyState title={words('appeals.none')}>{words('appeals.none_text')}</EmptyState>}
            columns={[
              { key: 'receipt', label: words('receipt'), cell: ({ receipt }) => <Ltr>{receipt}</Ltr> },
              { key: 'ground', label: words('appeals.ground'), cell: ({ ground }) => words(`ground.${ground}`) },
              { key: 'filed', label: words('appeals.filed'), cell: ({ filedAt }) => <OnDate view={view} value={filedAt} /> },
              { key: 'outcome', label: words('appeals.answer'), cell: ({ outcome }) => <Badge tone={outcome === null ? 'saffron' : outcome === 'upheld' ? 'olive' : 'clay'}>{words(outcome === null ? 'appeals.waits' : `appeals.${outcome}`)}</Badge> },
            ]}
          />
          {count > pageSize ? <Pager view={view} page={page} pageSize={pageSize} total={count} /> : null}
        </Stack>
      ),
    };
  },
});

/** One appeal with what was said, and its answer. */
export const appealSheetPage = definePage<View>({
  path: '/calls/:call/appeals/:appeal',
  audience: 'staff',
  needs: 'incubation.appeal-sheet',
  show: async (visit) => {
    const { view, params, values, errors } = visit;
    const words = selectionWords(view);
    const sheet = await visit.ask(appealSheet, { call: params.call, appeal: params.appeal });
    const f = { view, values, errors };
    return {
      title: words('appeals.one'),
      body: (
        <Stack>
          <PageTitle lede={<Said view={view} value={sheet.call.names} />} back={{ href: `/calls/${sheet.call.id}/appeals`, label: words('appeals.title') }}>{words('appeals.one')} <Ltr>{sheet.receipt}</Ltr></PageTitle>
          <Card>
            <Facts view={view} facts={[
              { label: words('appeals.ground'), value: words(`ground.${sheet.ground}`) },
              { label: words('appeals.filed'), value: <AtTime view={view} value={sheet.filedAt} /> },
              sheet.said !== null && { label: words('appeals.said'), value: <span dir="auto">{sheet.said}</span> },
              sheet.standing && { label: words('outcome'), value: <OutcomeBadge view={view} outcome={sheet.standing.outcome} /> },
              sheet.standing && { label: words('score'), value: <Thousandths view={view} value={sheet.standing.adjusted} /> },
              sheet.answeredAt && { label: words('appeals.answer'), value: <>{words(`appeals.${sheet.outcome!}`)} · <span dir="auto">{sheet.answer}</span></> },
            ]} />
            {visit.may('incubation.standing-sheet') ? <p><a href={`/calls/${sheet.call.id}/ranking/${sheet.application}`}>{words('standing.why')}</a></p> : null}
          </Card>
          {sheet.outcome === null && sheet.decidedHerself ? <Notice view={view} title={words('appeals.other_eyes')} /> : null}
          {sheet.outcome === null && !sheet.decidedHerself ? (
            <Card title={words('appeals.to_answer')}>
              <Form {...f}>
                <Radios {...f} required name="outcome" label={words('appeals.answer')} choices={(['upheld', 'declined'] as const).map((value) => ({ value, label: words(`appeals.${value}`), help: words(`appeals.${value}_help`) }))} />
                <TextArea {...f} required name="words" label={words('appeals.words')} rows={3} maxLength={500} />
                <Button icon="check">{words('appeals.send')}</Button>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: answerAppeal, input: ({ params }) => ({ appeal: params.appeal }), leadsTo: ({ call }) => `/calls/${call}/appeals` },
});
