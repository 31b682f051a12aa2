import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { CalendarDate, Money, Num, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { receiptSheet } from './receipt-sheet.query.ts';

/** The receipt of a funder on paper, in the language asked for. */
export const receiptPage = definePage<View>({
  path: '/funds/:fund/receipts/:receipt/paper',
  audience: 'print',
  needs: 'funding.receipt-sheet',
  show: async ({ view, ask, params, search }) => {
    const paper = await ask(receiptSheet, { fund: params.fund!, receipt: params.receipt! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? view.locale.lang;
    const theirs: View = { ...view, locale: localeOf(lang, paper.hub.country, paper.hub.timeZone) };
    const words = fundingWords(theirs);
    return {
      title: words('receipt'),
      reader: theirs,
      hubName: inLanguage(paper.hub.names, theirs.locale.lang).text,
      back: { href: `/funds/${params.fund}`, label: fundingWords(view)('fund') },
      body: (
        <>
          <p>{paper.takenBack ? <strong>{words('receipt.void')}</strong> : words('receipt.says')}</p>
          <Facts view={theirs} facts={[
            { label: words('receipt.number'), value: <strong><Num view={theirs} value={paper.number} /></strong> },
            { label: words('fund.funder'), value: <Names view={theirs} of={paper.funder} /> },
            { label: words('receipt.amount'), value: <strong><Money view={theirs} value={paper.amount} currency={paper.currency} /></strong> },
            { label: words('receipt.on'), value: <CalendarDate view={theirs} value={paper.receivedOn} /> },
            { label: words('receipt.paper'), value: <Bdi>{paper.paper}</Bdi> },
            { label: words('fund'), value: <Names view={theirs} of={paper.fund} /> },
            { label: words('fund.amount_now'), value: <Money view={theirs} value={paper.promised} currency={paper.currency} /> },
            { label: words('receipt.so_far'), value: <Money view={theirs} value={paper.soFar} currency={paper.currency} /> },
            { label: words('receipt.issued'), value: <OnDate view={theirs} value={paper.at} /> },
            { label: words('receipt.by'), value: <Bdi>{paper.by}</Bdi> },
          ]} />
          <p>{words('certificate.stamp')}</p>
        </>
      ),
    };
  },
});
