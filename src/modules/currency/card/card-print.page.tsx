import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { localeOf } from '#core/words/locale.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import { Phone } from '#ui/phone.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { nameIn } from '../show.tsx';
import { tillWords } from '../till/till-words.ts';
import { cardSheet } from './card-sheet.query.ts';

/** The card on paper: its square, its number, whom to call when it is lost. It may be found by others: no name stands on it, nor what it pays with. */
export const cardPrintPage = definePage<View>({
  path: '/cards/:card/print',
  audience: 'print',
  needs: 'currency.card-sheet',
  show: async ({ view: reader, params, search, ask }) => {
    const { person, number, code, hub } = await ask(cardSheet, { card: params.card! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search['in']) ?? reader.locale.lang;
    const locale = localeOf(lang, hub.country, hub.timeZone);
    const view: View = { ...reader, locale };
    const words = tillWords(view);
    return {
      title: words('card'),
      quiet: true as const,
      hubName: nameIn(view, hub.names),
      reader: view,
      back: { href: `/people/${person}/means`, label: tillWords(reader)('means') },
      code: <Qr text={`${reader.origin ?? ''}/k/${code}`} label={words('card.square')} />,
      body: (
        <>
          <p className="slip-code"><Icon name="coins" /> {words('card.number')} <strong><Ltr>{spelledCode(number)}</Ltr></strong></p>
          <p><Icon name="stall" /> {words('card.how')}</p>
          <p><Icon name="lock" /> {words('card.secret')}</p>
          <p><Icon name="phone" /> {words('card.if_lost')} {hub.phone ? <Phone view={view} number={hub.phone} /> : null}</p>
        </>
      ),
    };
  },
});
