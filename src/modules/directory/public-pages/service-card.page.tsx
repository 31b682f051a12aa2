import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Phone } from '#ui/phone.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { servicePage } from '../service-page/service-page.query.ts';
import { InLang, plainIn } from '../show/in-lang.tsx';
import { listed, typeName } from '../show/names-of-codes.ts';
import { Openings } from '../show/openings.tsx';
import { Places } from '../show/places.tsx';
import { directoryWords } from '../words.ts';

/** One service on a small sheet to take home or to pin on a wall, with a code that opens its page. */
export const serviceCardPage = definePage<View>({
  path: '/directory/:service/card',
  audience: 'print',
  needs: 'directory.service-page',
  show: async (visit) => {
    const { view, params } = visit;
    const words = directoryWords(view);
    const { entry, provider, territories } = await visit.ask(servicePage, { service: params.service });
    const address = `${view.origin ?? ''}/directory/${entry.id}`;
    return {
      title: plainIn(view, entry.names),
      code: <Qr text={address} label={words('card.code')} />,
      back: { href: `/directory/${entry.id}`, label: words('card.back') },
      body: (
        <>
          <p><Bdi>{listed(view, entry.types.map((code) => typeName(view, code)))}</Bdi>{provider ? <> · <InLang view={view} value={provider.names} /></> : null}</p>
          <Places view={view} places={entry.places} territories={territories} />
          <Openings view={view} openings={entry.openings} />
          <Facts
            view={view}
            facts={[
              Boolean(entry.phone) && { label: words('sheet.phone'), value: <Phone view={view} number={entry.phone!} call /> },
              { label: words('sheet.documents'), value: entry.documents.length ? entry.documents.map(({ id, names }, at) => <span key={id}>{at ? ' · ' : ''}<InLang view={view} value={names} /></span>) : words('sheet.no_documents') },
              { label: words('fresh_on'), value: <OnDate view={view} value={entry.freshAt} /> },
            ]}
          />
        </>
      ),
    };
  },
});
