import { definePage, type Visit } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { wholeFormAt } from '../form-at.ts';
import { hubQuery } from '../settings/settings-hub.ts';
import { networkWords } from '../words.ts';
import { competenceSheet } from './competence-sheet.query.ts';
import { CompetenceName, CompetenceState } from './competence-state.tsx';
import { endCompetence } from './end-competence.ts';
import { recordCompetence } from './record-competence.ts';

type Sheet = Awaited<ReturnType<typeof competenceSheet.spec.run>>;

const here = ({ params }: Visit): string => `/settings/staff/${params.account}/competences`;

/** One colleague's papers: what counts, what ended, and the form to record another. */
export const colleagueCompetencesPage = definePage<View>({
  path: '/settings/staff/:account/competences',
  audience: 'staff',
  needs: 'network.competence-sheet',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const sheet = await visit.ask(competenceSheet, { account: visit.params.account! });
    return {
      title: words('competence.title'),
      body: (
        <Stack>
          <PageTitle lede={words('competence.title')} back={{ href: `/settings/competences${hubQuery(visit)}`, label: words('competence.title') }}><Bdi>{sheet.name}</Bdi></PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          <Card title={words('competence.papers')}><Papers visit={visit} sheet={sheet} /></Card>
          {sheet.me ? <Notice view={view}>{words('competence.own')}</Notice> : <RecordForm visit={visit} sheet={sheet} />}
        </Stack>
      ),
    };
  },
  post: { action: recordCompetence, input: ({ params }) => ({ account: params.account }), leadsTo: (_, visit) => `${here(visit)}${hubQuery(visit, 'done=1')}` },
});

const Papers = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }) => {
  const { view } = visit;
  const words = networkWords(view);
  const end = (id: string, why: 'withdrawn' | 'mistaken') =>
    <PostButton view={view} kind="quiet" action={`${here(visit)}/${id}/end${hubQuery(visit)}`} values={{ why }}>{words(`competence.end_${why}`)}</PostButton>;
  return (
    <Table
      view={view} caption={words('competence.papers')} rows={sheet.competences} rowKey={({ id }) => id} empty={<EmptyState title={words('competence.none_found')} />}
      columns={[
        { key: 'kind', label: words('competence.paper'), cell: ({ kind, number, issuer }) => <div><CompetenceName view={view} kind={kind} />{number ? <div><Ltr>{number}</Ltr></div> : null}{issuer ? <div className="soft"><Bdi>{issuer}</Bdi></div> : null}</div> },
        { key: 'since', label: words('competence.since'), cell: ({ since }) => (since ? <CalendarDate view={view} value={since} /> : '') },
        { key: 'until', label: words('competence.until'), cell: ({ until, standing }) => (until ? <CalendarDate view={view} value={until} /> : standing === 'held' ? words('competence.no_end') : '') },
        { key: 'state', label: words('state'), cell: (row) => <CompetenceState view={view} of={row} /> },
        { key: 'seen', label: words('competence.seen_by'), cell: ({ recordedBy }) => (recordedBy ? <Bdi>{recordedBy}</Bdi> : '') },
        { key: 'end', label: words('competence.end'), cell: ({ id, ended_at }) => (ended_at || sheet.me ? '' : <Buttons>{end(id, 'withdrawn')}{end(id, 'mistaken')}</Buttons>) },
      ]}
    />
  );
};

const RecordForm = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }) => {
  const { view } = visit;
  const words = networkWords(view);
  const f = wholeFormAt(visit, here(visit), { standing: 'held' });
  return (
    <Card title={words('competence.record')}>
      <p>{words('competence.record_help')}</p>
      <Form {...f} action={`${here(visit)}${hubQuery(visit)}`}>
        <SelectField {...f} required name="kind" label={words('competence.paper')} choices={sheet.kinds.map((value) => ({ value, label: words(`competence.kind.${value}`) }))} />
        <Radios {...f} required name="standing" label={words('competence.standing')} choices={(['held', 'not_applicable'] as const).map((value) => ({ value, label: words(`competence.standing.${value}`) }))} />
        <DateField {...f} unmarked name="since" label={words('competence.since')} />
        <DateField {...f} unmarked name="until" label={words('competence.until')} help={words('competence.until_help')} />
        <TextField {...f} ltr name="number" label={words('competence.number')} maxLength={60} />
        <TextField {...f} name="issuer" label={words('competence.issuer')} maxLength={200} />
        <SelectField {...f} name="why" label={words('competence.why')} choices={(['civil_servant', 'not_her_work'] as const).map((value) => ({ value, label: words(`competence.why.${value}`) }))} />
        <Buttons><Button icon="check">{words('competence.record_button')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Notes that one paper counts no longer. */
export const endCompetencePage = definePage<View>({
  path: '/settings/staff/:account/competences/:competence/end',
  audience: 'staff',
  needs: 'network.end-competence',
  post: {
    action: endCompetence, input: ({ params }) => ({ competence: params.competence }),
    leadsTo: (_, visit) => `${here(visit)}${hubQuery(visit, 'done=1')}`, again: colleagueCompetencesPage,
  },
});
