import { definePage } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { keptName, keptText } from '../kept/kept-shown.tsx';
import { keptWords } from '../kept/kept-words.ts';
import { ofNobody } from '../kept/read-kept.ts';
import { proofWords } from '../receipt/proof-words.ts';
import { releaseFigure } from '../receipt/release-figure.ts';
import { periodName } from '../show/names.ts';
import { drawSample, mostDrawn } from './draw-sample.ts';
import { sampleList } from './sample-list.query.ts';

/** The samples behind one printed figure, and the form that draws another. */
export const samplesPage = definePage<View>({
  path: '/indicators/:indicator/printed/:figure/samples',
  audience: 'staff',
  needs: 'evidence.sample-list',
  show: async (visit) => {
    const { view, params, values, errors } = visit;
    const words = proofWords(view);
    const { version, period, value, events, samples, released } = await visit.ask(sampleList, { figure: params.figure });
    const f = { view, values, errors };
    return {
      title: words('samples'),
      body: (
        <Stack>
          <PageTitle lede={words('samples.lede')} back={{ href: `/indicators/${params.indicator}`, label: <Bdi>{keptName(view, version.names)}</Bdi> }}>{words('samples')}</PageTitle>
          <Card>
            <Facts view={view} facts={[
              { label: <Bdi>{keptName(view, version.names)}</Bdi>, value: <strong><Bdi>{keptText(view, version, { value, events, kept: false })}</Bdi></strong> },
              { label: keptWords(view)('time'), value: <Bdi>{periodName(view, period)}</Bdi> },
              { label: words('check.number'), value: <Ltr>{params.figure!}</Ltr> },
            ]} />
            <Buttons>
              <LinkButton kind="quiet" icon="print" href={`/indicators/${params.indicator}/printed/${params.figure}`}>{keptWords(view)('printed')}</LinkButton>
              {released ? <LinkButton kind="quiet" icon="search" href={`/verify?figure=${params.figure}`}>{words('released.see')}</LinkButton>
                : ofNobody(version) && visit.may('evidence.release-figure') ? <PostButton view={view} kind="quiet" action={`/indicators/${params.indicator}/printed/${params.figure}/release`}>{words('release')}</PostButton> : null}
            </Buttons>
          </Card>
          <Table view={view} caption={words('samples')} rows={samples} rowKey={({ id }) => id} rowHref={({ id }) => `/samples/${id}`} empty={<EmptyState title={words('samples.none')} />} columns={[
            { key: 'at', label: words('sample.at'), cell: ({ drawnAt }) => <AtTime view={view} value={drawnAt} /> },
            { key: 'for', label: words('sample.for'), cell: ({ drawnFor }) => <Bdi>{drawnFor}</Bdi> },
            { key: 'size', label: words('sample'), cell: ({ many, drawnFrom }) => words('sample.of', { many, all: drawnFrom }) },
            { key: 'looked', label: words('sample.looked'), cell: ({ looked, many }) => words('sample.of', { many: looked, all: many }) },
          ]} />
          <Card title={words('sample.draw')}>
            <Form {...f}>
              <NumberField {...f} required name="many" label={words('sample.many')} help={words('sample.many_help')} min={1} max={mostDrawn} />
              <TextField {...f} required name="drawn_for" label={words('sample.for')} help={words('sample.for_help')} maxLength={200} />
              <TextField {...f} name="seed" label={words('sample.seed')} help={words('sample.seed_help')} maxLength={100} />
              <Buttons><Button icon="check">{words('sample.draw')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: drawSample, input: ({ params: { figure } }) => ({ figure }), leadsTo: ({ sample }) => `/samples/${sample}` },
});

/** The press that makes a printed figure public. */
export const releasePost = definePage<View>({
  path: '/indicators/:indicator/printed/:figure/release',
  audience: 'staff',
  needs: 'evidence.release-figure',
  post: { action: releaseFigure, input: ({ params: { figure } }) => ({ figure }), leadsTo: ({ figure }) => `/verify?figure=${figure}`, again: samplesPage },
});
