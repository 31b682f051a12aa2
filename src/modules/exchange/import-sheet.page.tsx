import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { answerField } from './columns/fields.ts';
import { importSheet } from './import-sheet.query.ts';
import { loadImport } from './load-import/load-import.ts';
import { problemText } from './problem-text.ts';
import { undoImport } from './undo-import/undo-import.ts';
import { exchangeWords } from './words.ts';

type Sheet = Awaited<ReturnType<typeof importSheet.spec.run>>;

const atWork = ['reading', 'checking', 'loading', 'loaded', 'publishing', 'undoing'];
const recordAt: Readonly<Record<string, string>> = { services: '/services/', hsds: '/services/', organizations: '/network/organizations/', persons: '/people/', registrations: '/people/' };

/** What becomes of one file: where it stands, its counts, every row that fell or has a remark, and what can be done next. */
export const importSheetPage = definePage<View>({
  path: '/files/:import',
  audience: 'staff',
  needs: 'exchange.import-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = exchangeWords(view);
    const sheet = await visit.ask(importSheet, { import: params.import, page: search.page });
    const busy = atWork.includes(sheet.state);
    return {
      title: words('title'),
      ...(busy ? { looksAgain: 4 } : {}),
      body: (
        <Stack>
          <PageTitle lede={words(`kind.${sheet.kind}`)} back={{ href: '/files', label: words('title') }}><Bdi>{sheet.file_name}</Bdi></PageTitle>
          {visit.refusal ? <Notice view={view} kind="danger">{visit.refusal.text}</Notice> : null}
          {busy ? (
            <Notice view={view} title={words(`state.${sheet.state}`, { kind: sheet.kind })}>
              <p>{words('progress', { done: sheet.done_until > sheet.rows_read ? sheet.rows_read : sheet.done_until, all: sheet.rows_read })}</p><p>{words('progress_help')}</p>
            </Notice>
          ) : <p><Badge tone={sheet.state === 'published' ? 'olive' : sheet.state === 'undone' ? 'clay' : 'saffron'}>{words(`state.${sheet.state}`, { kind: sheet.kind })}</Badge></p>}
          {countsOf(view, sheet)}
          {nextSteps(visit, sheet)}
          {sheet.notices.map((notice) => <Notice key={notice.code} view={view} kind="warning">{problemText(view, notice)}</Notice>)}
          {rowsOf(view, sheet)}
          <Card title={words('file_facts')}>
            <Facts view={view} facts={[
              { label: words('on'), value: <OnDate view={view} value={sheet.started_at} /> },
              { label: words('size'), value: words('size_says', { kilobytes: Math.max(1, Math.round(sheet.bytes / 1024)) }) },
              sheet.encoding ? { label: words('encoding'), value: <Bdi>{sheet.encoding}</Bdi> } : null,
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
});

function countsOf(view: View, sheet: Sheet): ReactNode {
  const words = exchangeWords(view);
  if (sheet.state === 'read' || sheet.state === 'reading') return null;
  return (
    <Grid>
      {(['added', 'changed', 'same', 'refused', 'warned'] as const).map((name) => <Figure key={name} label={words(name)}><Num view={view} value={sheet[name]} /></Figure>)}
    </Grid>
  );
}

function nextSteps({ view, params }: Visit<View>, { state, kind, moved_at: moved }: Sheet): ReactNode {
  const words = exchangeWords(view);
  const at = `/files/${params.import}`;
  // A stop in the middle leaves a file that no longer moves; anyone of the hub may send it on.
  const stuck = (state === 'loading' || state === 'loaded') && houseTime().getTime() - moved.getTime() > 60_000;
  return (
    <Buttons>
      {state === 'checked' ? <PostButton view={view} action={`${at}/load`} icon="check">{words('load')}</PostButton> : null}
      {(state === 'read' || state === 'checked') && kind !== 'hsds' ? <LinkButton href={`${at}/columns`} kind={state === 'checked' ? 'quiet' : undefined}>{words(state === 'checked' ? 'columns_change' : 'columns_choose')}</LinkButton> : null}
      {stuck ? <PostButton view={view} action={`${at}/load`} icon="check">{words('go_on')}</PostButton> : null}
      {['read', 'checked', 'published'].includes(state) || stuck ? <PostButton view={view} action={`${at}/undo`} kind="quiet" icon="cross">{words('undo')}</PostButton> : null}
    </Buttons>
  );
}

function rowsOf(view: View, sheet: Sheet): ReactNode {
  const words = exchangeWords(view);
  if (sheet.state === 'read' || sheet.state === 'reading') return null;
  const lines = sheet.rows.flatMap(({ row_number: number, subject_id: subject, problems }) => (problems ?? []).map((problem, at) => ({ key: `${number} ${at}`, number, subject, ...problem })));
  const field = (name: string): ReactNode => {
    const known = `field.${name}` as 'field.name';
    const asked = sheet.questions.find(({ code }) => answerField(code) === name);
    return asked ? <Bdi>{inLanguage(asked.labels, view.locale.lang).text}</Bdi> : known in exchangeWords.files.en ? words(known) : <Bdi>{name}</Bdi>;
  };
  return (
    <Card title={words('found')}>
      <Table
        view={view} caption={words('found')} rows={lines} rowKey={({ key }) => key} empty={<EmptyState title={words('found_none')} />}
        columns={[
          { key: 'row', label: words('row'), cell: ({ number }) => words('row_number', { number }) },
          { key: 'field', label: words('field'), cell: (line) => field(line.field) },
          { key: 'why', label: words('why'), cell: (line) => <div>{problemText(view, line)}{line.subject && /(?:^|-)known|^registered-|^perhaps-registered/u.test(line.code) ? <> <a href={`${recordAt[sheet.kind]}${line.values?.known || line.subject}`}>{words('see_record')}</a></> : null}</div> },
          { key: 'taken', label: words('state'), cell: ({ fatal }) => (fatal ? <Badge tone="rose" icon="cross">{words('not_taken')}</Badge> : <Badge tone="saffron">{words('taken_remark')}</Badge>) },
        ]}
      />
      {sheet.page > 1 || sheet.more ? (
        <Buttons>
          {sheet.page > 1 ? <LinkButton kind="quiet" href={`?page=${sheet.page - 1}`}>{words('page_before')}</LinkButton> : null}
          {sheet.more ? <LinkButton kind="quiet" href={`?page=${sheet.page + 1}`}>{words('page_next')}</LinkButton> : null}
        </Buttons>
      ) : null}
    </Card>
  );
}

const back = (_: unknown, { params }: Visit<View>): string => `/files/${params.import}`;

/** Takes the rows in, as a job that goes on by itself and publishes at its end. */
export const loadImportPage = definePage<View>({
  path: '/files/:import/load', audience: 'staff', needs: 'exchange.load-import',
  post: { action: loadImport, input: ({ params }) => ({ import: params.import, on: true }), leadsTo: back, again: importSheetPage },
});

/** Takes the import back. */
export const undoImportPage = definePage<View>({
  path: '/files/:import/undo', audience: 'staff', needs: 'exchange.undo-import',
  post: { action: undoImport, input: ({ params }) => ({ import: params.import }), leadsTo: back, again: importSheetPage },
});
