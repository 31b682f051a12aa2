import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { CalendarDate, Money, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr, PersonName } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { grantCertificate } from './grant-certificate.query.ts';

/** The certificate of a grant on paper, in the language asked for. */
export const grantCertificatePage = definePage<View>({
  path: '/grants/:grant/certificate',
  audience: 'print',
  needs: 'funding.grant-certificate',
  show: async ({ view, ask, params, search }) => {
    const paper = await ask(grantCertificate, { grant: params.grant! });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? view.locale.lang;
    const hers: View = { ...view, locale: localeOf(lang, paper.hub.country, paper.hub.timeZone) };
    const words = fundingWords(hers);
    return {
      title: words('certificate'),
      reader: hers,
      hubName: inLanguage(paper.hub.names, hers.locale.lang).text,
      back: { href: `/grants/${params.grant}`, label: fundingWords(view)('grants') },
      body: (
        <>
          <p>{words('certificate.says')}</p>
          <Facts view={hers} facts={[
            { label: words('certificate.number'), value: <strong><Ltr>{paper.number}</Ltr></strong> },
            { label: words('certificate.whom'), value: paper.person ? <PersonName name={paper.person.name} other={paper.person.other} /> : paper.body ? <Names view={hers} of={paper.body} /> : <Ltr>{paper.receipt}</Ltr> },
            { label: words('grant.purpose'), value: <Bdi>{paper.purpose}</Bdi> },
            { label: words('grant.amount'), value: <strong><Money view={hers} value={paper.amount} currency={paper.currency} /></strong> },
            { label: words('grant.kind'), value: words(`kind.${paper.kind}`) },
            { label: words('fund.funder'), value: <Names view={hers} of={paper.funder} /> },
            { label: words('fund'), value: <Names view={hers} of={paper.fund} /> },
            { label: words('sign.on'), value: <CalendarDate view={hers} value={paper.specificationsOn} /> },
            { label: words('certificate.on'), value: <OnDate view={hers} value={paper.on} /> },
          ]} />
          <p>{words('certificate.stamp')}</p>
        </>
      ),
    };
  },
});
