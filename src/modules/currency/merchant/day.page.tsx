import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { localeOf } from '#core/words/locale.ts';
import { dayLater } from '#core/time/wall-clock.ts';
import { CalendarDate, Hour, Money } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Figure, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { labelled } from '#ui/labelled.ts';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Names, nameIn } from '../show.tsx';
import { daySheet } from './day-sheet.query.ts';
import { merchantWords } from './merchant-words.tsx';

type Sheet = Awaited<ReturnType<(typeof daySheet)['spec']['run']>>;

/** What the shop took on one day, on a phone; the days before and after one press away. */
export const dayPage = definePage<View>({
  path: '/shop/:merchant/day',
  audience: 'staff',
  needs: 'currency.day-sheet',
  show: async ({ view, params, search, ask }) => {
    const words = merchantWords(view);
    const sheet = await ask(daySheet, { merchant: params.merchant!, day: search.day });
    const here: View = { ...view, locale: localeOf(view.locale.lang, sheet.hub.country, sheet.hub.timeZone) };
    const at = `/shop/${sheet.merchant}/day`;
    return {
      title: words('day'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={sheet.names} />} back={{ href: '/shop', label: words('own') }} actions={<LinkButton kind="quiet" icon="print" href={`${at}/paper?day=${sheet.day}`}>{words('day.print')}</LinkButton>}>{labelled(view, words('day'))} <CalendarDate view={here} value={sheet.day} /></PageTitle>
          <Day view={here} sheet={sheet} />
          <Buttons>
            <LinkButton kind="quiet" href={`${at}?day=${dayLater(sheet.day, -1)}`}>{words('day.before')}</LinkButton>
            {sheet.day < sheet.today ? <LinkButton kind="quiet" href={`${at}?day=${dayLater(sheet.day, 1)}`}>{words('day.after')}</LinkButton> : null}
          </Buttons>
        </Stack>
      ),
    };
  },
});

/** The same on paper, and as a file. */
export const dayPaper = definePage<View>({
  path: '/shop/:merchant/day/paper',
  audience: 'print',
  needs: 'currency.day-sheet',
  show: async ({ view, params, search, ask }) => {
    const sheet = await ask(daySheet, { merchant: params.merchant!, day: search.day });
    const reader: View = { ...view, locale: localeOf(view.locale.lang, sheet.hub.country, sheet.hub.timeZone) };
    return {
      title: merchantWords(reader)('day'), reader, size: 'A4' as const, hubName: nameIn(reader, sheet.hub.names), back: { href: `/shop/${sheet.merchant}/day?day=${sheet.day}`, label: merchantWords(view)('day') },
      body: <><p><strong><Names view={reader} of={sheet.names} /></strong> · <CalendarDate view={reader} value={sheet.day} /></p><Day view={reader} sheet={sheet} /></>,
    };
  },
});

const Day = ({ view, sheet }: { view: View; sheet: Sheet }): ReactNode => {
  const words = merchantWords(view);
  return (
    <>
      <Grid>{sheet.totals.map(({ currency, sales, minor }) => <Figure key={currency} label={words('day.taken')} note={words('day.sales', { sales })}><Money view={view} value={minor} currency={currency} /></Figure>)}</Grid>
      <Table view={view} caption={words('day')} rows={sheet.lines} rowKey={({ number, at, back }) => `${number}${back ? at.getTime() : ''}`} empty={<EmptyState title={words('day.none')} />} columns={[
        { key: 'number', label: words('receipt'), cell: ({ number }) => <Ltr>{spelledCode(number)}</Ltr> }, { key: 'at', label: words('hour'), cell: ({ at }) => <Hour view={view} value={at} /> },
        { key: 'what', label: words('what'), cell: ({ back }) => words(back ? 'day.back' : 'day.sale') }, { key: 'amount', label: words('amount'), numeric: true, cell: ({ minor, currency }) => <Money view={view} value={minor} currency={currency} /> },
      ]} />
    </>
  );
};
