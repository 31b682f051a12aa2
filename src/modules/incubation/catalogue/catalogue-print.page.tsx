import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { PlaceName } from '#modules/network/public.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Photo } from '#ui/photo.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import { cataloguePages } from './catalogue.query.ts';

/** The catalogue as it goes to the printer, in the language asked for, without whoever withdrew; each profile with the address where it stands or says that it was taken away. */
export const cataloguePrintPage = definePage<View>({
  path: '/catalogues/:catalogue/print',
  audience: 'print',
  needs: 'incubation.catalogue-pages',
  show: async (visit) => {
    const { view: reader, params, search } = visit;
    const { id, names, hub, pages } = await visit.ask(cataloguePages, { catalogue: params.catalogue! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? reader.locale.lang;
    const view: View = { ...reader, locale: localeOf(lang, hub.country, hub.timeZone) };
    const words = togetherWords(view);
    return {
      title: inLanguage(names, view.locale.lang).text,
      reader: view,
      hubName: inLanguage(hub.names, view.locale.lang).text,
      back: { href: `/catalogues/${id}`, label: togetherWords(reader)('catalogues') },
      code: <Qr text={`${reader.origin ?? ''}/made-here`} label={words('catalogue.code')} />,
      body: (
        <>
          <p>{words('catalogue.intro')}</p>
          {pages.length === 0 ? <p>{words('catalogue.empty')}</p> : null}
          {pages.map((page) => {
            const said = inLanguage(page.words, view.locale.lang);
            return (
              <section key={page.code}>
                <h2><Bdi>{page.name}</Bdi></h2>
                {page.picture ? <p><Photo jpeg={page.picture} label={ventureWords(view)('spotlight.picture_of', { name: page.name })} /> {ventureWords(view)(`sector.${page.sector}`)}{page.territory ? <> · <PlaceName view={view} code={page.territory} /></> : null}</p>
                  : <p>{ventureWords(view)(`sector.${page.sector}`)}{page.territory ? <> · <PlaceName view={view} code={page.territory} /></> : null}</p>}
                <p><Bdi lang={said.lang}>{said.text}</Bdi></p>
                <p className="soft"><Ltr>{`${reader.origin ?? ''}/made-here/${page.code}`}</Ltr></p>
              </section>
            );
          })}
          <p className="soft">{words('catalogue.foot')}</p>
        </>
      ),
    };
  },
});
