import type { ReactNode } from 'react';
import { PlaceName, territoryLine } from '#modules/network/public.ts';
import { number } from '#core/words/format.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { BarChart } from '#ui/chart.tsx';
import { Facts } from '#ui/facts.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { indicatorName } from '../shown.tsx';
import type { Mismatch } from '../target/mismatches.ts';
import { programmeWords } from '../words.ts';
import type { SheetPart } from './programme.page.tsx';
import type { TargetsRead } from './read-targets.ts';

type Target = TargetsRead['targets'][number];

/** What was promised: one picture for each thing counted, by place or by version, with what does not add up above it. */
export const TargetsPart = ({ visit: { view, may }, sheet }: SheetPart): ReactNode => {
  const words = programmeWords(view);
  const indicators = [...new Set(sheet.targets.map(({ indicator }) => indicator))];
  const of = indicators.map((indicator) => sheet.targets.filter((target) => target.indicator === indicator));
  return (
    <Card title={words('targets')} id="targets">
      {indicators.length === 0 ? <p className="soft">{words('targets.none')}</p> : null}
      {sheet.flags.length ? <ul className="plain">{sheet.flags.map((flag) => <li key={`${flag.kind} ${flag.indicator} ${flag.territory} ${flag.sex}`}><Flag view={view} flag={flag} /></li>)}</ul> : null}
      <Facts view={view} facts={of.filter(isOne).map(([target]) => ({ label: `${indicatorName(view, target!.indicator)} · ${whereOf(view, target!)}`, value: <strong><Num view={view} value={target!.value} /></strong> }))} />
      {of.filter((targets) => !isOne(targets)).map((targets) => <TargetChart key={targets[0]!.indicator} view={view} indicator={targets[0]!.indicator} targets={targets} />)}
      {indicators.length ? <details><summary>{words('targets.versions')}</summary><TargetTable view={view} targets={sheet.targets} /></details> : null}
      {indicators.length && may('evidence.programme-progress') ? <LinkButton kind="quiet" icon="chart" href={`/programmes/${sheet.id}/progress`}>{words('targets.progress')}</LinkButton> : null}
      {sheet.mine ? <LinkButton kind="quiet" icon="plus" href={`/programmes/${sheet.id}/target`}>{words('target.title')}</LinkButton> : null}
    </Card>
  );
};

/** One number that never changed needs no picture. */
const isOne = (targets: readonly Target[]): boolean => targets.length === 1 && targets[0]!.versions.length === 1;

/** Where a target counts: the place, and women or men when they are counted apart. */
const whereOf = (view: View, { territory, sex }: Pick<Target, 'territory' | 'sex'>): string => {
  const words = programmeWords(view);
  const place = territory === null ? words('whole') : ((named) => (named ? nameFor(named.names, view.locale) : territory))(territoryLine(territory)[0]);
  return sex === 'all' ? place : `${place} · ${words(`sex.${sex}`)}`;
};

/** Bars by place and sex; where there is one target only but several versions, bars by version. */
const TargetChart = ({ view, indicator, targets }: { view: View; indicator: string; targets: readonly Target[] }): ReactNode => {
  const words = programmeWords(view);
  const [only] = targets;
  const bars = targets.length === 1 && only!.versions.length > 1
    ? only!.versions.map((each) => ({ key: String(each.version), label: words('version_n', { number: each.version }), value: each.value, tone: each.version === only!.version ? ('door' as const) : ('clay' as const) }))
    : targets.map((each) => ({ key: each.key, label: whereOf(view, each), value: each.value, tone: each.sex === 'female' ? ('clay' as const) : each.sex === 'male' ? ('olive' as const) : ('door' as const) }));
  return <BarChart view={view} title={indicatorName(view, indicator)} bars={bars} />;
};

const TargetTable = ({ view, targets }: { view: View; targets: readonly Target[] }): ReactNode => {
  const words = programmeWords(view);
  const rows = targets.flatMap((target) => [...target.versions].reverse().map((each) => ({ ...each, current: each.version === target.version })));
  return (
    <Table view={view} caption={words('targets.versions')} rows={rows} rowKey={({ indicator, territory, sex, version }) => `${indicator} ${territory} ${sex} ${version}`} columns={[
      { key: 'indicator', label: words('indicator'), cell: ({ indicator }) => indicatorName(view, indicator) },
      { key: 'where', label: words('where'), cell: ({ territory, sex }) => <span>{territory === null ? words('whole') : <PlaceName view={view} code={territory} />}{sex === 'all' ? null : <> · {words(`sex.${sex}`)}</>}</span> },
      { key: 'value', label: words('value'), numeric: true, cell: ({ value, current }) => (current ? <strong><Num view={view} value={value} /></strong> : <s><Num view={view} value={value} /></s>) },
      { key: 'version', label: words('version'), cell: ({ version, since }) => <span>{words('version_n', { number: version })} · <CalendarDate view={view} value={since} /></span> },
      { key: 'said', label: words('said_by'), cell: ({ saidBy, reason }) => <div><Bdi>{saidBy}</Bdi>{reason ? <div className="soft"><Bdi>{reason}</Bdi></div> : null}</div> },
    ]} />
  );
};

const Flag = ({ view, flag }: { view: View; flag: Mismatch }): ReactNode => {
  const words = programmeWords(view);
  const n = (value: number) => number(value, view.locale);
  return (
    <>
      <Badge tone="saffron" icon="warning">{words('flag')}</Badge>{' '}
      {words(`flag.${flag.kind}`, { what: indicatorName(view, flag.indicator), where: whereOf(view, flag), value: n(flag.value), sum: n(flag.sum), parts: flag.parts })}
    </>
  );
};
