import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { number } from '#core/words/format.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Figure, Stack } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Filters } from '#ui/filters.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { figurePlaces } from '../desk-figures/figure-places.query.ts';
import { frozenFigure } from '../frozen/frozen.query.ts';
import { FrozenNotice } from '../frozen/frozen-shown.tsx';
import { readingsOf } from '../reading/reading.ts';
import { proofWords } from '../receipt/proof-words.ts';
import { monthChoices } from '../show/choices.ts';
import { type HubNames, keyName, periodName } from '../show/names.ts';
import { SealOf } from '../show/opened.tsx';
import { evidenceWords } from '../words.ts';
import { indicatorSheet, type IndicatorSheet } from './indicator-list.query.ts';
import { keptFigure } from './kept-figure.query.ts';
import { DefinitionFacts, InForce, keptName, keptText, LeftOut } from './kept-shown.tsx';
import { keptWords } from './kept-words.ts';
import { type KeptFigure, ofNobody } from './read-kept.ts';

interface Part { readonly view: View; readonly sheet: IndicatorSheet; readonly figure: KeptFigure; readonly hubs: HubNames }

/** One indicator: how much over which months, what it left out and why, what it counts in every version. */
export const indicatorPage = definePage<View>({
  path: '/indicators/:indicator',
  audience: 'staff',
  needs: 'evidence.indicator-sheet',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = keptWords(view);
    const sheet = await visit.ask(indicatorSheet, { indicator: params.indicator });
    const { over, from, to, by, region } = search;
    const figure = await visit.ask(keptFigure, { indicator: params.indicator, over, from, to, by, region });
    const { hubs } = await visit.ask(figurePlaces, {});
    const { frozen } = figure.period.from === figure.period.to ? await visit.ask(frozenFigure, { indicator: params.indicator, month: figure.period.to, over: figure.over }) : { frozen: null };
    const counting = frozen && sheet.versions.find((one) => one.version === frozen.number.version);
    const part = { view, sheet, figure, hubs };
    const title = keptName(view, sheet.now.names);
    const ofPeriod = `?${new URLSearchParams({ from: figure.period.from, to: figure.period.to })}`;
    return {
      title,
      body: (
        <Stack>
          <PageTitle
            back={{ href: '/indicators', label: words('indicators') }}
            actions={sheet.mine ? <LinkButton kind="quiet" icon="edit" href={`/indicators/${sheet.id}/change`}>{words('change')}</LinkButton> : null}
          ><Bdi>{title}</Bdi></PageTitle>
          <IndicatorFilters visit={visit} sheet={sheet} figure={figure} />
          <Counted {...part} />
          {frozen && counting ? <FrozenNotice view={view} of={frozen.of} number={frozen.number} text={(shown) => keptText(view, counting, shown)} /> : null}
          {figure.exact && sheet.now.source === 'events' && visit.may('evidence.kept-records')
            ? (
              <Buttons>
                <LinkButton kind="quiet" icon="search" href={`/indicators/${sheet.id}/events${ofPeriod}`}>{words('records')}</LinkButton>
                <PostButton view={view} kind="quiet" icon="print" action={`/indicators/${sheet.id}/print`} values={{ ...figure.period }}>{words('print')}</PostButton>
              </Buttons>
            ) : null}
          <Card title={words('definition')}><DefinitionFacts view={view} of={sheet.now} /></Card>
          <Stated visit={visit} sheet={sheet} />
          <Printed visit={visit} sheet={sheet} />
          <Versions {...part} />
        </Stack>
      ),
    };
  },
});

const IndicatorFilters = ({ visit: { view, actor }, sheet, figure }: { visit: Visit<View>; sheet: IndicatorSheet; figure: KeptFigure }): ReactNode => {
  const words = evidenceWords(view);
  const f = { view, values: { ...figure.period, over: figure.over, by: figure.by ?? '' }, errors: {}, unmarked: true };
  const overs = sheet.hub ? [] : readingsOf(actor).map(({ over }) => ({ value: over, label: words(`over.${over}`) }));
  const months = monthChoices(view, houseTime(), figure.exact);
  return (
    <Filters view={view}>
      {overs.length > 1 ? <SelectField {...f} name="over" label={words('filter.over')} choices={overs} /> : null}
      {figure.exact ? <SelectField {...f} name="from" label={words('filter.from')} choices={months} /> : null}
      <SelectField {...f} name="to" label={words(figure.exact ? 'filter.to' : 'filter.month')} choices={months} />
      {sheet.now.cuts.length ? <SelectField {...f} name="by" label={words('filter.by')} choices={sheet.now.cuts.map((value) => ({ value, label: words(`cut.${value}`) }))} /> : null}
    </Filters>
  );
};

const Counted = ({ view, sheet, figure, hubs }: Part): ReactNode => {
  const words = keptWords(view);
  const version = sheet.versions.find((one) => one.version === figure.version);
  if (!version) return <Notice view={view}>{words('not_in_force')}</Notice>;
  if (figure.hubOnly) return <Notice view={view}>{words('hub_only')}</Notice>;
  const rows = figure.rows.map((row) => ({ ...row, label: keyName(view, figure.by!, row.key, hubs) }));
  const bars = rows.flatMap(({ key, label, shown }) => (shown.value === null ? [] : [{ key, label, value: shown.value }]));
  return (
    <>
      <Figure label={<Bdi>{periodName(view, figure.period)}</Bdi>} note={<>{words('version.of', { version: version.version })} · {words(`source.${version.source}`)}</>}>
        <Bdi>{keptText(view, version, figure.total)}</Bdi>
      </Figure>
      {version.source === 'context' ? <Notice view={view}>{words('context_note')}</Notice> : null}
      {figure.changed ? <Notice view={view}>{words('changed_note')}</Notice> : null}
      {rows.length ? (
        <Card title={evidenceWords(view)(`cut.${figure.by!}`)}>
          <BarChart view={view} title={periodName(view, figure.period)} bars={bars} format={(value) => keptText(view, version, { value, events: null, kept: false })} />
          <Table view={view} caption={evidenceWords(view)(`cut.${figure.by!}`)} rows={rows} rowKey={({ key }) => key} columns={[
            { key: 'key', label: evidenceWords(view)(`cut.${figure.by!}`), cell: ({ label }) => <Bdi>{label}</Bdi> },
            { key: 'value', label: evidenceWords(view)('divided.value'), numeric: true, cell: ({ shown }) => <Bdi>{keptText(view, version, shown)}</Bdi> },
          ]} />
        </Card>
      ) : null}
      {figure.folded ? <Notice view={view}>{evidenceWords(view)('folded.note')}</Notice> : null}
      {figure.exact || ofNobody(version) ? <Card><LeftOut view={view} leftOut={figure.leftOut} /></Card> : null}
      <p className="soft">{evidenceWords(view)('opened.head_line')} <SealOf view={view} head={figure.head} /></p>
    </>
  );
};

/** The numbers stated for it, with who says them. */
const Stated = ({ visit, sheet }: { visit: Visit<View>; sheet: IndicatorSheet }): ReactNode => {
  const { view } = visit;
  const words = keptWords(view);
  if (sheet.now.source === 'events') return null;
  const may = visit.may('evidence.state-value');
  return (
    <Card title={words('stated')}>
      <Table view={view} caption={words('stated')} rows={sheet.stated} rowKey={({ id }) => id} empty={<p className="soft">{words('stated.none')}</p>} columns={[
        { key: 'time', label: words('time'), cell: ({ from, to }) => <span><CalendarDate view={view} value={from} /> – <CalendarDate view={view} value={to} /></span> },
        { key: 'value', label: words('value'), numeric: true, cell: ({ value }) => number(value, view.locale) },
        { key: 'said_by', label: words('said_by'), cell: ({ saidBy }) => <Bdi>{saidBy}</Bdi> },
        { key: 'proof', label: words('proof'), cell: ({ proof }) => (proof ? <Bdi>{proof}</Bdi> : <Badge tone="saffron" icon="warning">{words('reason.no-proof')}</Badge>) },
        ...(may ? [{ key: 'back', label: words('withdraw'), cell: ({ id }: { id: string }) => <a href={`/indicators/${sheet.id}/values/${id}/withdraw`}>{words('withdraw')}</a> }] : []),
      ]} />
      {may ? <LinkButton kind="quiet" icon="plus" href={`/indicators/${sheet.id}/value`}>{words('state')}</LinkButton> : null}
    </Card>
  );
};

/** What left the house of it, each with its proof. */
const Printed = ({ visit, sheet }: { visit: Visit<View>; sheet: IndicatorSheet }): ReactNode => {
  const { view } = visit;
  const words = keptWords(view);
  return sheet.printed.length === 0 ? null : (
    <Card title={words('printed')}>
      <Table view={view} caption={words('printed')} rows={sheet.printed} rowKey={({ id }) => id} rowHref={({ id }) => `/indicators/${sheet.id}/printed/${id}`} columns={[
        { key: 'at', label: words('printed_at'), cell: ({ at }) => <AtTime view={view} value={at} /> },
        { key: 'time', label: words('time'), cell: ({ from, to }) => <Bdi>{periodName(view, { from, to })}</Bdi> },
        { key: 'value', label: words('value'), numeric: true, cell: ({ value }) => <Bdi>{keptText(view, sheet.now, { value, events: null, kept: false })}</Bdi> },
        ...(visit.may('evidence.sample-list') ? [{ key: 'samples', label: proofWords(view)('samples'), cell: ({ id }: { id: string }) => <a href={`/indicators/${sheet.id}/printed/${id}/samples`}>{proofWords(view)('samples')}</a> }] : []),
      ]} />
    </Card>
  );
};

const Versions = ({ view, sheet }: Part): ReactNode => {
  const words = keptWords(view);
  return sheet.versions.length < 2 ? null : (
    <Card title={words('versions')}>
      {[...sheet.versions].reverse().map((one) => (
        <details key={one.version}>
          <summary>{words('version.of', { version: one.version })} · <InForce view={view} of={one} />{one.reason ? <> · <Bdi>{one.reason}</Bdi></> : null}</summary>
          <DefinitionFacts view={view} of={one} />
        </details>
      ))}
    </Card>
  );
};
