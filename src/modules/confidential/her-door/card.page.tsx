import { definePage } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { codeWord } from '../write-entry/entry-words.ts';
import { confidentialWords } from '../words.ts';
import { cardSheet } from './card-sheet.query.ts';

/** The small card, printed at the hub by whoever has just proved who she is: a date, a place, a list. Whoever finds it learns nothing. */
export const cardPage = definePage<View>({
  path: '/safe/f/:file/card',
  audience: 'print',
  needs: 'confidential.card-sheet',
  show: async ({ view: reader, params, ask }) => {
    const { bag, meetings } = await ask(cardSheet, { file: params.file! });
    // No name of a hub stands on it.
    const view: View = { ...reader, hubName: '' };
    const words = confidentialWords(view);
    return {
      title: words('card.title'),
      quiet: true,
      reader: view,
      back: { href: `/safe/f/${params.file}`, label: words('file.back') },
      body: (
        <>
          {bag.length + meetings.length === 0 ? <p>{words('card.empty')}</p> : null}
          {meetings.length ? <h2>{words('card.next')}</h2> : null}
          {meetings.map(({ on, hour, place }) => <p key={`${on} ${hour} ${place}`}><CalendarDate view={view} value={on!} /> {hour ? <Ltr>{hour}</Ltr> : null} <Bdi>{place ?? ''}</Bdi></p>)}
          {bag.length ? <h2>{words('card.list')}</h2> : null}
          <ul>{bag.map((thing) => <li key={thing}>{codeWord(view, 'bag', thing)}</li>)}</ul>
        </>
      ),
    };
  },
});
