import type { ReactNode } from 'react';
import { mostFileBytes, mostPictureBytes } from '#core/files/check-file.ts';
import { definePage, type Visit } from '#core/page.ts';
import { plainly, Said } from '#modules/desk/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Field, HiddenField, inputAttributes } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import { ApplicationHead } from '../application/application-head.tsx';
import { callWords } from '../call-words.ts';
import { applicationPapers } from './application-papers.query.ts';
import { handInPaper } from './hand-in-paper.ts';
import { takeBackPaper } from './take-back-paper.ts';

type Papers = Awaited<ReturnType<(typeof applicationPapers)['spec']['run']>>;

const megabytes = (bytes: number): number => bytes / 1_048_576;

/** The papers of an application: what the call asks for, what came and when, and the form that takes one more. */
export const papersPage = definePage<View>({
  path: '/applications/:application/papers',
  audience: 'staff',
  needs: 'incubation.application-papers',
  namesPersons: true,
  show: async (visit) => {
    const { view, params } = visit;
    const words = applicantWords(view);
    const sheet = await visit.ask(applicationPapers, { application: params.application! });
    return {
      title: words('papers'),
      quiet: true,
      body: (
        <Stack>
          <ApplicationHead view={view} application={sheet.application} call={sheet.call} parts={sheet.parts} at="papers" />
          {visit.search.kept ? <Notice view={view} kind="success">{words('papers.kept')}</Notice> : null}
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <p className="soft">{words('papers.sealed')}</p>
          <Card><Handed view={view} sheet={sheet} /></Card>
          {sheet.writes ? (sheet.call.papers.length ? <HandIn visit={visit} sheet={sheet} /> : null) : <Notice view={view} kind="warning">{callWords(view)('application.window_over')}</Notice>}
          {sheet.writes ? <Buttons><LinkButton kind="quiet" icon="forward" href={`/applications/${sheet.application.id}/check`}>{callWords(view)('step.check')}</LinkButton></Buttons> : null}
        </Stack>
      ),
    };
  },
  post: { action: handInPaper, input: ({ params }) => ({ application: params.application }), leadsTo: ({ application }) => `/applications/${application}/papers?kept=1` },
});

interface Line { readonly key: string; readonly code: string; readonly paper?: Papers['papers'][number] }

/** Each paper asked for with what came of it; a paper that came in three files has three lines. */
const Handed = ({ view, sheet }: { view: View; sheet: Papers }): ReactNode => {
  const words = applicantWords(view);
  const asked = new Map(sheet.call.papers.map((paper) => [paper.code, paper]));
  const lines = [...asked.keys()].flatMap((code): Line[] => {
    const came = sheet.papers.filter((paper) => paper.code === code);
    return came.length ? came.map((paper) => ({ key: paper.id, code, paper })) : [{ key: code, code }];
  });
  return (
    <Table
      view={view} caption={words('papers')} rows={lines} rowKey={({ key }) => key} empty={<EmptyState title={words('papers.none')} />}
      columns={[
        { key: 'paper', label: words('paper'), cell: ({ code }) => <div><Said view={view} value={asked.get(code)!.names} /> <span className="soft">{words(asked.get(code)!.required ? 'paper.required' : 'paper.wished')}</span></div> },
        {
          key: 'came', label: words('paper.came'), cell: ({ paper }) => (paper
            ? <div>{paper.document ? (paper.opens ? <a href={`/people/${sheet.person}/documents/${paper.document}`}>{words('paper.file')}</a> : words('paper.file')) : words('paper.shown')} · <AtTime view={view} value={paper.at} /></div>
            : words('paper.not_yet')),
        },
        ...(sheet.writes ? [{ key: 'back', label: words('paper.back'), cell: ({ paper }: Line) => (paper ? <PostButton view={view} kind="quiet" icon="cross" action={`/applications/${sheet.application.id}/papers/${paper.id}/back`}>{words('paper.back')}</PostButton> : '') }] : []),
      ]}
    />
  );
};

const HandIn = ({ visit: { view, values, errors }, sheet }: { visit: Visit<View>; sheet: Papers }): ReactNode => {
  const words = applicantWords(view);
  const f = { view, values, errors };
  const file = { ...f, values: {}, name: 'file', label: words('paper.file'), help: words('paper.file_help', { pictures: megabytes(mostPictureBytes), others: megabytes(mostFileBytes) }) };
  return (
    <Card title={words('papers.add')}>
      <Form {...f} withFile native action={`/applications/${sheet.application.id}/papers`}>
        <HiddenField name="file_name" value="" />
        <SelectField {...f} required name="code" label={words('paper')} choices={sheet.call.papers.map(({ code, names }) => ({ value: code, label: plainly(view, names) }))} />
        <Field {...file}><input {...inputAttributes(file)} type="file" accept="image/jpeg,image/png,image/webp,image/avif,.pdf,.docx,.xlsx" /></Field>
        <Checkbox {...f} name="shown" value="yes" label={words('paper.shown_only')} />
        <Buttons><Button icon="lock">{words('papers.do')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Takes a paper back and comes back. */
export const takeBackPaperPage = definePage<View>({
  path: '/applications/:application/papers/:paper/back',
  audience: 'staff',
  needs: 'incubation.take-back-paper',
  post: { action: takeBackPaper, input: ({ params }) => ({ application: params.application, paper: params.paper }), leadsTo: ({ application }) => `/applications/${application}/papers`, again: papersPage },
});
