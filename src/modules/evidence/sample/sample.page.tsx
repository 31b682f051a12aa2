import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { countable } from '../kept/countable.ts';
import { keptName, keptText } from '../kept/kept-shown.tsx';
import { keptWords } from '../kept/kept-words.ts';
import { proofWords } from '../receipt/proof-words.ts';
import { periodName } from '../show/names.ts';
import { evidenceWords } from '../words.ts';
import { type SampleSheet, sampleSheet } from './sample-sheet.query.ts';
import type { Finding } from './sample-tables.ts';

const tones: Readonly<Record<Finding, Tone>> = { seen: 'olive', not_found: 'rose', differs: 'saffron' };
type Item = SampleSheet['items'][number];

/** What was found of one drawn event, the newest first. */
export const Findings = ({ view, of: { findings } }: { view: View; of: Item }): ReactNode => {
  const words = proofWords(view);
  const [last, ...earlier] = findings;
  if (!last) return <span className="soft">{words('finding.none')}</span>;
  return (
    <div>
      <Badge tone={tones[last.result]}>{words(`finding.${last.result}`)}</Badge>
      {last.note ? <div><Bdi>{last.note}</Bdi></div> : null}
      {earlier.map(({ result, note, at }, index) => <div key={index} className="soft">{words('finding.earlier', { result: words(`finding.${result}`) })} · <AtTime view={view} value={at} />{note ? <> · <Bdi>{note}</Bdi></> : null}</div>)}
    </div>
  );
};

/** The head of a sample: whose, of what, from how many, with which seed. */
export const SampleHead = ({ view, of }: { view: View; of: SampleSheet }): ReactNode => {
  const words = proofWords(view);
  return (
    <Facts view={view} facts={[
      { label: <Bdi>{keptName(view, of.version.names)}</Bdi>, value: <strong><Bdi>{keptText(view, of.version, { value: of.value, events: null, kept: false })}</Bdi></strong> },
      { label: keptWords(view)('time'), value: <Bdi>{periodName(view, of.period)}</Bdi> },
      { label: words('check.number'), value: <Ltr>{of.figure}</Ltr> },
      { label: words('sample'), value: words('sample.of', { many: of.items.length, all: of.drawnFrom }) },
      { label: words('sample.for'), value: <Bdi>{of.drawnFor}</Bdi> },
      { label: words('sample.at'), value: <AtTime view={view} value={of.drawnAt} /> },
      { label: words('sample.seed'), value: <span className="breakable"><Bdi>{of.seed}</Bdi></span> },
    ]} />
  );
};

/** What happened, in a word; an event that the reader's rows do not show says only that. */
export const whatOf = (view: View, { name }: Item): string =>
  name === null ? proofWords(view)('sample.not_yours') : countable[name] ? nameFor(countable[name].names, view.locale) : keptWords(view)('step_before');

/** One sample: each drawn event with its seal and what was seen of its proof. */
export const samplePage = definePage<View>({
  path: '/samples/:sample',
  audience: 'staff',
  needs: 'evidence.sample-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = proofWords(view);
    const figures = evidenceWords(view);
    const sheet = await visit.ask(sampleSheet, { sample: params.sample });
    return {
      title: words('sample'),
      body: (
        <Stack>
          <PageTitle
            back={{ href: `/indicators/${sheet.indicator}/printed/${sheet.figure}/samples`, label: words('samples') }}
            actions={<LinkButton kind="quiet" icon="print" href={`/samples/${params.sample}/sheet`}>{words('sample.print')}</LinkButton>}
          >{words('sample')}</PageTitle>
          <Card><SampleHead view={view} of={sheet} /><p className="soft">{words('sample.how')}</p></Card>
          <Table view={view} caption={words('sample')} rows={sheet.items} rowKey={({ place }) => String(place)} columns={[
            { key: 'place', label: words('sample.place'), numeric: true, cell: ({ place }) => <Num view={view} value={place} /> },
            { key: 'what', label: figures('records.event'), cell: (item) => whatOf(view, item) },
            { key: 'at', label: figures('records.day'), cell: ({ at }) => (at ? <AtTime view={view} value={at} /> : null) },
            { key: 'number', label: figures('records.number'), cell: ({ event }) => <Ltr>{event.slice(-12)}</Ltr> },
            { key: 'sealed', label: figures('records.seal'), numeric: true, cell: ({ sealed }) => (sealed === null ? figures('records.unsealed') : <Num view={view} value={sealed} />) },
            { key: 'finding', label: words('finding'), cell: (item) => <Findings view={view} of={item} /> },
            { key: 'do', label: words('finding.write'), cell: ({ place }) => <LinkButton kind="quiet" icon="edit" href={`/samples/${params.sample}/${place}`}>{words('finding.write')}</LinkButton> },
          ]} />
        </Stack>
      ),
    };
  },
});
