import { inLanguage } from '#core/input.ts';
import { definePage, type Screen, type Visit } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';
import { transferWords } from '../words.ts';
import { prepareTransfer } from './prepare-transfer.ts';
import { preparePage } from './prepare.page.tsx';

type Made = Awaited<ReturnType<(typeof prepareTransfer)['spec']['run']>>;

/** Her slip, in her language: the six words in order, where, until when, and that nobody else is to see it. Shown this once. */
function slip({ parcel, number, words: spoken, language, until, to }: Made, { view }: Visit<View>): Screen {
  const locale = localeOf(language, view.locale.country, view.locale.timeZone);
  const hers: View = { ...view, locale };
  const words = transferWords(hers);
  const hub = inLanguage(to, language);
  return {
    title: words('slip.title'),
    quiet: true,
    onlyOnce: true,
    reader: hers,
    back: { href: `/transfers/${parcel}`, label: transferWords(view)('sheet.title', { number: String(number) }) },
    body: (
      <>
        <p><Icon name="message" /> {words('slip.say')}</p>
        <ol lang={language} className="figure">{Object.entries(spoken).map(([at, word]) => <li key={at}><Num view={hers} value={Number(at) + 1} /> · <strong>{word}</strong></li>)}</ol>
        <p><Icon name="pin" /> <strong><Bdi lang={hub.lang}>{hub.text}</Bdi></strong></p>
        <p><Icon name="calendar" /> {words('until')} <strong><OnDate view={hers} value={new Date(until)} /></strong></p>
        <p><Icon name="ticket" /> {words('slip.number', { number: String(number) })}</p>
        <p><Icon name="lock" /> {words('slip.nobody')}</p>
      </>
    ),
  };
}

/** Seals it and shows her six words. */
export const wordsPage = definePage<View>({
  path: '/people/:person/transfer/:hub/words',
  audience: 'print',
  needs: 'transfer.prepare-transfer',
  post: {
    action: prepareTransfer, input: ({ params }) => ({ person: params.person, to: params.hub }),
    leadsTo: ({ parcel }: Made) => `/transfers/${parcel}`, shows: slip, again: preparePage,
  },
});
