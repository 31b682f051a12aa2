import { definePage } from '#core/page.ts';
import { Amount, CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { aidHome } from './aid-home.query.ts';

type Programme = Awaited<ReturnType<(typeof aidHome)['spec']['run']>>['programmes'][number];

/** Aid at this hub: programmes with their sums, what waits for a decision, and the instruments. */
export const aidHomePage = definePage<View>({
  path: '/aid',
  audience: 'staff',
  needs: 'currency.aid-home',
  menu: { label: (reader) => currencyWords(reader)('aid'), order: 63, group: 'money', icon: 'hand' },
  show: async ({ view, ask, may }) => {
    const words = currencyWords(view);
    const { instruments, programmes, waiting } = await ask(aidHome, {});
    const sum = (key: 'granted' | 'spent' | 'balance' | 'expired'): Column<Programme> => ({ key, label: words(`sum.${key}`), numeric: true, cell: (row) => <Amount view={view} value={row.sums[key]} currency={row.currency} /> });
    return {
      title: words('aid'),
      body: (
        <Stack>
          <PageTitle lede={words('aid.lede')} actions={<>
            {may('currency.open-aid-programme') && instruments.some(({ kind }) => kind === 'aid') ? <LinkButton icon="plus" href="/aid/programmes/new">{words('programme.new')}</LinkButton> : null}
            {may('currency.open-instrument') ? <LinkButton kind="quiet" href="/aid/instruments/new">{words('instrument.new')}</LinkButton> : null}
          </>}>{words('aid')}</PageTitle>
          {waiting.length > 0 ? (
            <Card title={words('waiting')}>
              <Table view={view} caption={words('waiting')} rows={waiting} rowKey={({ id }) => id} {...(may('currency.batch-sheet') ? { rowHref: ({ id }: { id: string }) => `/aid/batches/${id}` } : {})} columns={[
                { key: 'programme', label: words('programme'), cell: ({ names }) => <Names view={view} of={names} /> },
                { key: 'households', label: words('households'), numeric: true, cell: ({ households }) => <Num view={view} value={households} /> },
                { key: 'total', label: words('total'), numeric: true, cell: ({ total, currency }) => <Money view={view} value={total} currency={currency} /> },
              ]} />
            </Card>
          ) : null}
          <Card title={words('programmes')}>
            <Table<Programme> view={view} caption={words('programmes')} rows={programmes} rowKey={({ id }) => id} rowHref={({ id }) => `/aid/programmes/${id}`} empty={<EmptyState title={words('programmes.none')}>{words('programmes.none_text')}</EmptyState>} columns={[
              { key: 'name', label: words('programme'), cell: ({ names, currency }) => <><Names view={view} of={names} /> <small className="soft"><Ltr>{currency}</Ltr></small></> },
              { key: 'ends', label: words('programme.ends'), cell: ({ endsOn, closed }) => (closed ? words('programme.closed') : <CalendarDate view={view} value={endsOn} />) },
              sum('granted'), sum('spent'), sum('balance'), sum('expired'),
            ]} />
          </Card>
          <Card title={words('instruments')}>
            <Table view={view} caption={words('instruments')} rows={instruments} rowKey={({ id }) => id} rowHref={({ id }) => `/aid/instruments/${id}`} empty={<EmptyState title={words('instruments.none')}>{words('instruments.none_text')}</EmptyState>} columns={[
              { key: 'name', label: words('instrument'), cell: ({ names }) => <Names view={view} of={names} /> },
              { key: 'kind', label: words('instrument.kind'), cell: ({ kind }) => words(`kind.${kind}`) },
              { key: 'currency', label: words('currency'), cell: ({ currency }) => <Ltr>{currency}</Ltr> },
            ]} />
          </Card>
        </Stack>
      ),
    };
  },
});
