import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import { findServiceType } from '#modules/directory/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Icon, Pictogram } from '#ui/icon.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { slipSheet } from '../slip/slip-sheet.query.ts';
import { orientationMade } from './orientation-made.query.ts';

/** Her next steps on paper, in the order she prefers. A service that is not public, or is delicate, is not named: the sheet may be found. */
export const planPrintPage = definePage<View>({
  path: '/desk/tickets/:ticket/orientation/print',
  audience: 'print',
  needs: 'desk.orientation-made',
  show: async ({ view: reader, ask, may, params }) => {
    // In the language of her slip, once she has one: the two go home together.
    const sheet = may('desk.slip-sheet') ? await ask(slipSheet, { ticket: params.ticket! }) : null;
    const view: View = sheet?.slip ? { ...reader, locale: localeOf(sheet.slip.lang, sheet.country, sheet.timeZone) } : reader;
    const words = orientationWords(view);
    const made = await ask(orientationMade, { ticket: params.ticket! });
    const named = (made?.choices ?? []).flatMap(({ card }) => (card?.listed && !card.delicate ? [card] : []));
    return {
      title: words('plan.title'),
      back: { href: `/desk/tickets/${params.ticket}/orientation`, label: orientationWords(reader)('orientation.title') },
      reader: view,
      body: (
        <>
          {named.length === 0 ? <p className="next-step">{words('slip.come_back')}</p> : null}
          {named.map((card, index) => {
            const type = findServiceType(card.types[0] ?? '');
            return (
              <section key={card.id}>
                <h2><Bdi>{index + 1}</Bdi>. <Pictogram code={card.types[0] ?? ''} /> <Said view={view} value={card.names} /></h2>
                {type ? <p className="soft"><Bdi>{nameFor(type.names, view.locale)}</Bdi></p> : null}
                {card.phone ? <p><Icon name="phone" /> <Phone view={view} number={card.phone} /></p> : null}
              </section>
            );
          })}
          <p><Icon name="info" /> {words('plan.asks')}</p>
        </>
      ),
    };
  },
});
