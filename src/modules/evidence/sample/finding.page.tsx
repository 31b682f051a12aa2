import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextArea } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { proofWords } from '../receipt/proof-words.ts';
import { evidenceWords } from '../words.ts';
import { Findings, SampleHead, whatOf } from './sample.page.tsx';
import { sampleSheet } from './sample-sheet.query.ts';
import { findings } from './sample-tables.ts';
import { writeFinding } from './write-finding.ts';

/** What was seen when the proof of one drawn event was looked for. */
export const findingPage = definePage<View>({
  path: '/samples/:sample/:place',
  audience: 'staff',
  needs: 'evidence.write-finding',
  show: async (visit) => {
    const { view, params, values, errors } = visit;
    const words = proofWords(view);
    const figures = evidenceWords(view);
    const { items } = await visit.ask(sampleSheet, { sample: params.sample });
    const item = items.find(({ place }) => String(place) === params.place);
    if (!item) throw new NotFound();
    const f = { view, values, errors };
    return {
      title: words('finding.write'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/samples/${params.sample}`, label: words('sample') }}>{words('finding.write')}</PageTitle>
          <Card>
            <Facts view={view} facts={[
              { label: figures('records.event'), value: whatOf(view, item) },
              item.at !== null && { label: figures('records.day'), value: <AtTime view={view} value={item.at} /> },
              { label: figures('records.number'), value: <span className="breakable"><Ltr>{item.event}</Ltr></span> },
              { label: words('finding'), value: <Findings view={view} of={item} /> },
            ]} />
          </Card>
          <Card>
            <Form {...f}>
              <Radios {...f} required name="result" label={words('finding')} choices={findings.map((value) => ({ value, label: words(`finding.${value}`) }))} />
              <TextArea {...f} name="note" label={words('finding.note')} help={words('finding.note_help')} rows={3} maxLength={1_000} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: writeFinding, input: ({ params: { sample, place } }) => ({ sample, place }), leadsTo: ({ sample }) => `/samples/${sample}` },
});

/** The result of a sample on paper, to be signed. */
export const samplePrintPage = definePage<View>({
  path: '/samples/:sample/sheet',
  audience: 'print',
  needs: 'evidence.sample-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = proofWords(view);
    const figures = evidenceWords(view);
    const sheet = await visit.ask(sampleSheet, { sample: params.sample });
    return {
      title: words('sample.print'),
      back: { href: `/samples/${params.sample}`, label: words('sample') },
      body: (
        <>
          <SampleHead view={view} of={sheet} />
          <p>{words('sample.how')}</p>
          <Table view={view} caption={words('sample')} rows={sheet.items} rowKey={({ place }) => String(place)} columns={[
            { key: 'place', label: words('sample.place'), numeric: true, cell: ({ place }) => <Num view={view} value={place} /> },
            { key: 'what', label: figures('records.event'), cell: (item) => whatOf(view, item) },
            { key: 'number', label: figures('records.number'), cell: ({ event }) => <Ltr>{event.slice(-12)}</Ltr> },
            { key: 'finding', label: words('finding'), cell: (item) => <Findings view={view} of={item} /> },
          ]} />
          <p>{words('signature')} ____________________</p>
        </>
      ),
    };
  },
});
