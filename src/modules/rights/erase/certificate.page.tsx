import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import { erasureCertificate } from './erasure-certificate.query.ts';

/** The certificate on paper, in the language asked for: no name stands on it, and it says how it is checked. */
export const certificatePage = definePage<View>({
  path: '/rights/:request/certificate',
  audience: 'print',
  needs: 'rights.erasure-certificate',
  show: async ({ view, ask, may, params, search }) => {
    const { said, hub, file } = await ask(erasureCertificate, { request: params.request! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? view.locale.lang;
    const locale = localeOf(lang, hub.country, hub.timeZone);
    const hers: View = { ...view, locale };
    const words = rightsWords(hers);
    return {
      title: words('certificate.title'),
      quiet: true,
      reader: hers,
      back: may('rights.erasures') ? { href: '/rights', label: rightsWords(view)('erasures.title') } : { href: '/people', label: rightsWords(view)('certificate.back') },
      body: (
        <>
          <p>{words('certificate.says')}</p>
          <Facts view={hers} facts={[
            { label: words('certificate.hub'), value: <Bdi>{inLanguage(hub.names, locale.lang).text}</Bdi> },
            { label: words('certificate.basis'), value: words(`basis.${said.basis}`) },
            { label: words('asked'), value: <AtTime view={hers} value={new Date(said.asked_at)} /> },
            { label: words('certificate.decided'), value: <AtTime view={hers} value={new Date(said.decided_at)} /> },
            { label: words('certificate.erased'), value: <strong><AtTime view={hers} value={new Date(said.erased_at)} /></strong> },
            { label: words('certificate.keys'), value: <Num view={hers} value={said.keys.length} /> },
            { label: words('certificate.number'), value: <Ltr>{said.request}</Ltr> },
          ]} />
          <p>{words('certificate.holds')}</p>
          <p>{words('certificate.check')} <Ltr>hadina verify certificate</Ltr></p>
          <p className="soft"><Ltr>{file.signature}</Ltr></p>
        </>
      ),
    };
  },
});
