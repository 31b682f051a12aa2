import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { MeasureTable } from '../measure/measure-table.tsx';
import { CountingBadge, Days, languageName, plain, ProofLink, Said, slugs, StateBadge, stateWord } from '../show.tsx';
import { registersWords } from '../words.ts';
import { type EntrySheet, entrySheet } from './entry-sheet.query.ts';

/** One entry: what it is, whether it counts, its steps with their papers, what may follow; an event with what it decided. */
export const entryPage = definePage<View>({
  path: '/registers/entries/:entry',
  audience: 'staff',
  needs: 'registers.entry-sheet',
  show: async (visit) => {
    const { view, search } = visit;
    const words = registersWords(view);
    const sheet = await visit.ask(entrySheet, { entry: visit.params.entry! });
    const { entry, counting, next, forAnother } = sheet;
    return {
      title: plain(view, entry.names),
      body: (
        <Stack>
          <PageTitle
            back={{ href: `/registers/${slugs[entry.kind]}`, label: words(`kind.${entry.kind}`) }}
            lede={<><StateBadge view={view} kind={entry.kind} state={entry.state} /> <CountingBadge view={view} kind={entry.kind} counting={counting} /></>}
          >
            <Said view={view} of={entry.names} />
          </PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {search.done && !visit.refusal ? <Notice view={view} kind="success">{words('done')}</Notice> : null}
          <Card><Facts view={view} facts={factsOf(view, sheet)} /></Card>
          {visit.may('registers.take-step') && (next.length > 0 || forAnother.length > 0) ? (
            <Card title={words('next')}>
              {next.length ? <Buttons>{next.map((to) => <LinkButton key={to} kind="quiet" icon="forward" href={`/registers/entries/${entry.id}/step?to=${to}`}>{stateWord(view, entry.kind, to)}</LinkButton>)}</Buttons> : null}
              {forAnother.length ? <p className="soft">{words('for_another', { steps: forAnother.map((to) => stateWord(view, entry.kind, to)).join(' · ') })}</p> : null}
            </Card>
          ) : null}
          <Steps visit={visit} sheet={sheet} />
          {entry.kind === 'event' ? <Decided visit={visit} sheet={sheet} /> : null}
        </Stack>
      ),
    };
  },
});

function factsOf(view: View, { entry, body, programme, from, recommended }: EntrySheet) {
  const words = registersWords(view);
  const people = entry.female + entry.male + entry.unknown;
  return [
    Object.keys(entry.about).length > 0 && { label: words(`about.${entry.kind}`), value: <Said view={view} of={entry.about} /> },
    { label: words(`body.${entry.kind}`), value: <Said view={view} of={body} /> },
    programme !== null && { label: words('f.programme'), value: <Said view={view} of={programme.names} /> },
    entry.form !== null && { label: words('f.form'), value: words(`form.${entry.form}`) },
    entry.level !== null && { label: words('f.level'), value: words(`level.${entry.level}`) },
    entry.starts_on !== null && { label: words('f.days'), value: <Days view={view} from={entry.starts_on} to={entry.ends_on} /> },
    entry.territory_code !== null && { label: words('f.place'), value: <PlaceName view={view} code={entry.territory_code} /> },
    entry.country !== null && { label: words('f.country'), value: <Bdi>{new Intl.DisplayNames(view.locale.tag, { type: 'region' }).of(entry.country) ?? entry.country}</Bdi> },
    entry.authors !== null && { label: words('f.authors'), value: <Bdi>{entry.authors}</Bdi> },
    entry.languages.length > 0 && { label: words('f.languages'), value: entry.languages.map((code) => languageName(view, code)).join(' · ') },
    entry.doi !== null && { label: 'DOI', value: <a href={`https://doi.org/${entry.doi}`}><Ltr>{entry.doi}</Ltr></a> },
    entry.url !== null && { label: words('f.url'), value: <a href={entry.url}><Ltr>{entry.url}</Ltr></a> },
    people > 0 && { label: words('f.people'), value: words('people', { all: people, female: entry.female, male: entry.male, unknown: entry.unknown }) },
    from !== null && { label: words('f.from_event'), value: <a href={`/registers/entries/${from.id}`}><Said view={view} of={from.names} /></a> },
    recommended.length > 0 && { label: words('kind.recommendation'), value: recommended.map(({ id, names }) => <div key={id}><a href={`/registers/entries/${id}`}><Said view={view} of={names} /></a></div>) },
  ];
}

const Steps = ({ visit, sheet: { entry, steps } }: { visit: Visit<View>; sheet: EntrySheet }): ReactNode => {
  const { view } = visit;
  const words = registersWords(view);
  const keeps = visit.may('registers.replace-proof');
  return (
    <Table
      view={view} caption={words('steps')} showCaption rows={steps} rowKey={({ id }) => id}
      columns={[
        { key: 'on', label: words('f.on'), cell: ({ on }) => <CalendarDate view={view} value={on} /> },
        { key: 'to', label: words('col.step'), cell: ({ to, note }) => <div>{stateWord(view, entry.kind, to)}{note ? <div className="soft"><Bdi>{note}</Bdi></div> : null}</div> },
        { key: 'proof', label: words('proof'), cell: (step) => <ProofLink view={view} of={step} /> },
        { key: 'by', label: words('col.by'), cell: ({ by }) => (by ? <Bdi>{by}</Bdi> : null) },
        { key: 'do', label: words('col.do'), cell: ({ id, proof }) => (keeps && proof ? <LinkButton kind="quiet" icon="edit" href={`/registers/entries/${entry.id}/proofs/${id}`}>{words('proof.change')}</LinkButton> : null) },
      ]}
    />
  );
};

const Decided = ({ visit, sheet: { entry, measures } }: { visit: Visit<View>; sheet: EntrySheet }): ReactNode => {
  const { view } = visit;
  const words = registersWords(view);
  if (!['held', 'attendance_validated', 'reported'].includes(entry.state)) return null;
  return (
    <>
      <MeasureTable view={view} measures={measures} keeps={visit.may('registers.follow-measure')} caption={words('measures.decided')} />
      {visit.may('registers.add-measure') ? <Buttons><LinkButton icon="plus" href={`/registers/entries/${entry.id}/measures`}>{words('measure.add')}</LinkButton></Buttons> : null}
    </>
  );
};
