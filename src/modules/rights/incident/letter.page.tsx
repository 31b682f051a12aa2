import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { countryFacts } from '#core/words/countries.ts';
import { localeOf } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import { incidentNotice } from './incidents.query.ts';

const lawNote = { 'TN-2004-63': 'letter.tn', 'MA-09-08': 'letter.ma', GDPR: 'letter.gdpr' } as const;

/** The draft of a letter to the authority of the country, in the language asked for; it names no person. */
export const incidentLetterPage = definePage<View>({
  path: '/incidents/:incident/letter',
  audience: 'print',
  needs: 'rights.incident-notice',
  show: async ({ view, ask, params, search }) => {
    const { incident, hub, controllers } = await ask(incidentNotice, { incident: params.incident! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? view.locale.lang;
    const locale = localeOf(lang, hub.country, hub.timeZone);
    const hers: View = { ...view, locale };
    const words = rightsWords(hers);
    const law = countryFacts[hub.country].dataLaw;
    return {
      title: words('letter.title'),
      reader: hers,
      back: { href: '/incidents', label: rightsWords(view)('incidents.title') },
      body: (
        <>
          <p className="soft">{words('letter.draft')}</p>
          <p>{law ? words('letter.to', { authority: nameFor(law.authority, locale) }) : words('letter.to_nobody')}</p>
          {law ? <><p>{words('letter.law', { law: nameFor(law.name, locale) })}</p><p>{words(lawNote[law.code])}</p></> : null}
          {controllers.map((body) => <p key={body.organization}>{words('told', { label: words('print.controllers') })} <Bdi>{inLanguage(body.names, locale.lang).text}</Bdi></p>)}
          <Facts view={hers} facts={[
            { label: words('certificate.hub'), value: <Bdi>{inLanguage(hub.names, locale.lang).text}</Bdi> },
            { label: words('incidents.kind'), value: words(`incident.${incident.kind}`) },
            { label: words('incidents.data'), value: incident.data.map((each) => words(`data.${each}`)).join(' · ') },
            { label: words('incidents.persons'), value: <Num view={hers} value={incident.persons} /> },
            { label: words('incidents.risk'), value: words(`risk.${incident.risk}`) },
            { label: words('letter.known'), value: <AtTime view={hers} value={incident.known_at} /> },
            { label: words('letter.due'), value: <AtTime view={hers} value={incident.due_at} /> },
            { label: words('certificate.number'), value: <Ltr>{incident.id}</Ltr> },
          ]} />
          <p>{words('letter.measures')}</p>
        </>
      ),
    };
  },
});
