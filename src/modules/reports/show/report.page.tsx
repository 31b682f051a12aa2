import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { freezeReport } from '../freeze/freeze-report.ts';
import { reportSheet } from '../read/report-sheet.query.ts';
import { Handed } from '../deliver/handed.tsx';
import { reportsWords } from '../words.ts';
import { Excluded, HowToCheck, monthsText, Narrative, Numbers, plain } from './show.tsx';

/** A report at its hub: figures live while it is a draft, with their proof once it is frozen. */
export const reportPage = definePage<View>({
  path: '/reports/:report',
  audience: 'staff',
  needs: 'reports.report-sheet',
  show: async (visit) => {
    const { view, params, search, refusal } = visit;
    const words = reportsWords(view);
    const report = await visit.ask(reportSheet, { report: params.report });
    const state = report.frozenAt ? 'frozen' : 'draft';
    return {
      title: plain(view, report.titles),
      body: (
        <Stack>
          <PageTitle back={{ href: '/reports', label: words('reports') }} lede={<><Bdi>{monthsText(view, report)}</Bdi> <Badge tone={state === 'draft' ? 'saffron' : 'olive'}>{words(`state.${state}`)}</Badge></>} actions={<Actions visit={visit} id={report.id} frozen={report.frozenAt !== null} />}>
            <Bdi>{plain(view, report.titles)}</Bdi>
          </PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {search.done ? <Notice view={view} kind="success">{words('done')}</Notice> : null}
          <Card title={words('numbers')}><Numbers view={view} of={report} proofOf={({ id }) => `/reports/${report.id}/numbers/${id}`} /></Card>
          <Card title={words('excluded')}><Excluded view={view} of={report} /></Card>
          {report.sections.some((one) => Object.keys(one.words).length > 0) ? <Card><Narrative view={view} sections={report.sections} /></Card> : null}
          <Card title={words('check')}><HowToCheck view={view} of={report} /></Card>
          {report.frozenAt ? <Files view={view} at={`/reports/${report.id}/print`} /> : null}
          <Handed visit={visit} of={report} />
        </Stack>
      ),
    };
  },
});

const Actions = ({ visit: { view, may }, id, frozen }: { visit: Visit<View>; id: string; frozen: boolean }): ReactNode => {
  const words = reportsWords(view);
  if (frozen) return may('reports.deliver-report') ? <LinkButton icon="forward" href={`/reports/${id}/deliver`}>{words('deliver')}</LinkButton> : null;
  if (!may('reports.freeze-report')) return null;
  return (
    <>
      <LinkButton kind="quiet" icon="edit" href={`/reports/${id}/change`}>{words('change')}</LinkButton>
      <PostButton view={view} icon="lock" action={`/reports/${id}/freeze`}>{words('freeze')}</PostButton>
    </>
  );
};

/** The report as it leaves: on paper, and as files, in each language. */
export const Files = ({ view, at }: { view: View; at: string }): ReactNode => {
  const words = reportsWords(view);
  return (
    <Card title={words('files')}>
      {(['ar', 'fr', 'en'] as const).map((lang) => (
        <Buttons key={lang}>
          <LinkButton kind="quiet" icon="print" href={lang === view.locale.lang ? at : `${at}?lang=${lang}`}>{words(`lang.${lang}`)}</LinkButton>
          {(['pdf', 'docx', 'xlsx', 'csv'] as const).map((kind) => <a key={kind} href={`${at}.${kind}?lang=${lang}`}><bdi dir="ltr">{kind.toUpperCase()}</bdi></a>)}
        </Buttons>
      ))}
    </Card>
  );
};

/** The press that freezes it. */
export const freezeReportPost = definePage<View>({
  path: '/reports/:report/freeze',
  audience: 'staff',
  needs: 'reports.freeze-report',
  post: { action: freezeReport, input: ({ params: { report } }) => ({ report }), leadsTo: ({ report }) => `/reports/${report}?done=1`, again: reportPage },
});
