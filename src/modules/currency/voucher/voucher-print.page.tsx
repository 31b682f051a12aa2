import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { CalendarDate, Money, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Card, Grid } from '#ui/card.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { categoriesText, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { spelledVoucher } from './voucher-code.ts';
import { voucherSheet } from './voucher-sheet.query.ts';
import { voucherWords } from './voucher-words.ts';

/** A sheet of vouchers to cut out, in Arabic, French or English: amount, what it buys, until when, its square and its code; never a name. */
export const voucherPrintPage = definePage<View>({
  path: '/aid/vouchers/:batch/print',
  audience: 'print',
  needs: 'currency.voucher-sheet',
  show: async ({ view, params, search, ask }) => {
    const sheet = await ask(voucherSheet, { batch: params.batch! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? (['ar', 'fr', 'en'] as const).find((each) => each === view.locale.lang) ?? 'en';
    const reader: View = { ...view, locale: localeOf(lang, sheet.hub.country, sheet.hub.timeZone) };
    const words = voucherWords(reader);
    return {
      title: words('voucher'),
      reader,
      size: 'A4' as const,
      hubName: nameIn(reader, sheet.hub.names),
      back: { href: `/aid/wallets/${sheet.aid}/vouchers`, label: voucherWords(view)('vouchers') },
      body: (
        <Grid>
          {sheet.vouchers.map(({ serial, amount, code }) => (
            <Card key={serial}>
              <p>{words('voucher')} · <Num view={reader} value={serial} /></p>
              <p><strong><Money view={reader} value={amount} currency={sheet.currency} /></strong></p>
              <Qr text={`${view.origin ?? ''}/till/vouchers?code=${code}`} label={words('qr')} />
              <p className="slip-code"><strong><Ltr>{spelledVoucher(code)}</Ltr></strong></p>
              <p>{categoriesText(reader, sheet.categories)}</p>
              <p>{currencyWords(reader)('until')} <CalendarDate view={reader} value={sheet.until} /></p>
              <p>{words('once')}</p>
            </Card>
          ))}
        </Grid>
      ),
    };
  },
});
