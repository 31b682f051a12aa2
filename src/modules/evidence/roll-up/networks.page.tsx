import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { nameFor } from '#core/words/named.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Figure, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { findIndicator, indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { keptName } from '../kept/kept-shown.tsx';
import { proofWords } from '../receipt/proof-words.ts';
import { shownText } from '../show/amount.ts';
import { monthChoices } from '../show/choices.ts';
import { indicatorName } from '../show/names.ts';
import { evidenceWords } from '../words.ts';
import { addNetwork } from './add-network.ts';
import { networksTogether } from './networks-together.query.ts';
import { takeReceipt } from './take-receipt.ts';

type Read = Awaited<ReturnType<(typeof networksTogether)['spec']['run']>>;

/** One figure of several networks: each as it says, whether it counts the same, and between what all together lie. */
export const networksPage = definePage<View>({
  path: '/network-figures',
  audience: 'staff',
  needs: 'evidence.networks-together',
  menu: { label: (reader) => proofWords(reader)('networks'), order: 66, group: 'figures', icon: 'chart' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = proofWords(view);
    const figures = evidenceWords(view);
    const read = await visit.ask(networksTogether, { indicator: search.indicator, month: search.month });
    const f = { view, values: { indicator: read.indicator, month: read.period.to }, errors: {}, unmarked: true };
    const shown = (value: number | null) => shownText(view, read.indicator, { value, events: null, kept: value === null });
    return {
      title: words('networks'),
      body: (
        <Stack>
          <PageTitle lede={words('networks.lede')} actions={visit.may('evidence.add-network') ? <><LinkButton icon="plus" href="/network-figures/receipt">{words('receipt.take_in')}</LinkButton><LinkButton kind="quiet" icon="plus" href="/network-figures/new">{words('network.add')}</LinkButton></> : null}>{words('networks')}</PageTitle>
          <Filters view={view}>
            <SelectField {...f} name="indicator" label={figures('divided.value')} choices={indicatorCodes.map((value) => ({ value, label: indicatorName(view, value) }))} />
            <SelectField {...f} name="month" label={figures('filter.month')} choices={monthChoices(view, houseTime(), false)} />
          </Filters>
          {read.others.length ? <TogetherFigure view={view} read={read} shown={shown} /> : null}
          <Table view={view} caption={words('networks')} rows={[{ other: '', names: null, receipt: null, agreedOn: '', agreedBy: '' }, ...read.others]} rowKey={({ other }) => other} columns={[
            { key: 'network', label: words('network'), cell: ({ names, agreedOn, agreedBy }) => (names ? <div><Bdi>{keptName(view, names)}</Bdi><div className="soft"><Bdi>{agreedBy}</Bdi> · <CalendarDate view={view} value={agreedOn} /></div></div> : words('networks.ours')) },
            { key: 'value', label: figures('divided.value'), numeric: true, cell: ({ names, receipt }) => <Bdi>{names ? (receipt ? shown(receipt.value) : '–') : shownText(view, read.indicator, read.own)}</Bdi> },
            { key: 'same', label: words('same'), cell: ({ names, receipt }) => (!names ? '–' : receipt ? (receipt.same ? <Badge tone="olive">{words('same.yes')}</Badge> : <div><Badge tone="saffron">{words('same.no')}</Badge><details className="breakable"><summary>{words('receipt.definition')}</summary><Ltr>{receipt.definition}</Ltr></details></div>) : <span className="soft">{words('same.none')}</span>) },
          ]} />
          {read.others.length ? null : <EmptyState title={words('networks.none')}>{words('networks.none_says')}</EmptyState>}
          <Card title={words('receipt.counts')}><p>{nameFor(findIndicator(read.indicator)!.rule, view.locale)}</p><details><summary>{words('receipt.definition')}</summary><p className="breakable soft"><Ltr>{read.definition}</Ltr></p></details></Card>
        </Stack>
      ),
    };
  },
});

const TogetherFigure = ({ view, read, shown }: { view: View; read: Read; shown: (value: number | null) => string }): ReactNode => {
  const words = proofWords(view);
  const range = read.together;
  if (!range) return <Notice view={view}>{words('networks.no_range')}</Notice>;
  return (
    <Figure label={words('networks.together')} note={<>{words('networks.counted', { count: read.counted })}. {words(range.least === range.most ? 'networks.rule_sum' : 'networks.rule')}</>}>
      {range.least === range.most ? <Bdi>{shown(range.most)}</Bdi> : words('networks.range', { least: shown(range.least), most: shown(range.most) })}
    </Figure>
  );
};

/** Another network, with the key of its receipts. */
export const addNetworkPage = definePage<View>({
  path: '/network-figures/new',
  audience: 'staff',
  needs: 'evidence.add-network',
  show: ({ view, values, errors }) => {
    const words = proofWords(view);
    const f = { view, values, errors };
    return {
      title: words('network.add'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/network-figures', label: words('networks') }}>{words('network.add')}</PageTitle>
          <Card>
            <Form {...f} native>
              <MultilingualField {...f} required name="names" label={words('network.name')} />
              <TextField {...f} required ltr name="other" label={words('network.id')} help={words('network.id_help')} />
              <TextField {...f} required ltr name="public_key" label={words('network.key')} help={words('network.key_help')} />
              <DateField {...f} required name="agreed_on" label={words('network.agreed_on')} />
              <TextField {...f} required name="agreed_by" label={words('network.agreed_by')} maxLength={300} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: addNetwork, leadsTo: () => '/network-figures' },
});

/** A receipt of another network, as it came. */
export const takeReceiptPage = definePage<View>({
  path: '/network-figures/receipt',
  audience: 'staff',
  needs: 'evidence.take-receipt',
  show: ({ view, values, errors }) => {
    const words = proofWords(view);
    const f = { view, values, errors };
    return {
      title: words('receipt.take_in'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/network-figures', label: words('networks') }}>{words('receipt.take_in')}</PageTitle>
          <Card>
            <Form {...f}>
              <TextArea {...f} required name="receipt" label={words('receipt.paste')} help={words('receipt.paste_help')} rows={8} maxLength={30_000} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: takeReceipt, leadsTo: () => '/network-figures' },
});
