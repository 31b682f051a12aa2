import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime, Money, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { FileState } from '../codes.ts';
import { moneyText, nameIn } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { makePaymentFile, mostPersons } from './make-payment-file.ts';
import { paymentFileList } from './payment-files.query.ts';

type Listed = Awaited<ReturnType<(typeof paymentFileList)['spec']['run']>>;
const tones: Readonly<Record<FileState, Tone>> = { made: 'saffron', approved: 'door', taken_out: 'door', answered: 'olive', dropped: 'rose' };

/** Where a payment file stands, in a word. */
export const FileBadge = ({ view, state }: { view: View; state: FileState }): ReactNode => <Badge tone={tones[state]}>{fundingWords(view)(`fstate.${state}`)}</Badge>;

/** The payment files and the released tranches that wait for one. */
export const paymentFilesPage = definePage<View>({
  path: '/payment-files',
  audience: 'staff',
  needs: 'funding.payment-file-list',
  menu: { label: (reader) => fundingWords(reader)('files'), order: 62, group: 'money', icon: 'coins' },
  show: async (visit) => {
    const { view, ask } = visit;
    const words = fundingWords(view);
    const listed = await ask(paymentFileList, {});
    return {
      title: words('files'),
      body: (
        <Stack>
          <PageTitle lede={words('files.lede')} back={{ href: '/grants', label: words('grants') }}>{words('files')}</PageTitle>
          <Waiting visit={visit} listed={listed} />
          <Card>
            <Table view={view} caption={words('files')} rows={listed.files} rowKey={({ id }) => id} rowHref={({ id }) => `/payment-files/${id}`} empty={<EmptyState title={words('files.none')} />} columns={[
              { key: 'number', label: words('file.number'), cell: ({ number }) => <Num view={view} value={number} /> },
              { key: 'state', label: words('grant.state'), cell: ({ state }) => <FileBadge view={view} state={state} /> },
              { key: 'lines', label: words('file.lines'), numeric: true, cell: ({ lines }) => <Num view={view} value={lines} /> },
              { key: 'total', label: words('file.total'), numeric: true, cell: ({ total, currency }) => <Money view={view} value={total} currency={currency} /> },
              { key: 'made', label: words('file.made'), cell: ({ madeAt }) => <AtTime view={view} value={madeAt} /> },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: makePaymentFile, leadsTo: ({ file, files }) => (files > 1 ? '/payment-files' : `/payment-files/${file}`) },
});

const Waiting = ({ visit, listed: { waiting } }: { visit: Visit<View>; listed: Listed }): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = fundingWords(view);
  const f = { view, values, errors };
  if (waiting.length === 0) return <p className="soft">{words('files.nothing')}</p>;
  const choices = waiting.map((row) => ({
    value: row.id, named: true as const, label: `${row.purpose} · ${row.body ? nameIn(view, row.body) : (row.receipt ?? '')} · ${moneyText(view, row.amount, row.currency)}`,
    help: row.account ? words('payee.ends', { ending: row.ending ?? '' }) : words('payee.none'),
  }));
  return (
    <Card title={words('files.waiting')}>
      {may('funding.make-payment-file')
        ? <Form {...f}><Checkboxes {...f} required name="tranche" label={words('files.waiting')} help={words('files.split', { most: mostPersons })} choices={choices} /><Buttons><Button icon="plus">{words('files.make')}</Button></Buttons></Form>
        : <ul>{choices.map(({ value, label }) => <li key={value}><bdi>{label}</bdi></li>)}</ul>}
    </Card>
  );
};
