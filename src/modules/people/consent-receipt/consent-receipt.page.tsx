import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr, PersonName } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { toldText } from '../consent/told-text.ts';
import { consentWords } from '../consent-words.ts';
import { peopleWords } from '../words.ts';
import { consentReceipt } from './consent-receipt.query.ts';
import { receiptLanguage } from './receipt-language.ts';

/** The receipt of one answer, on A5 and in her language, for her to take home; its square leads to what the hub keeps and why. */
export const consentReceiptPage = definePage<View>({
  path: '/people/:person/consent/:consent/receipt',
  audience: 'print',
  needs: 'people.consent-receipt',
  show: async ({ view, ask, params }) => {
    const kept = await ask(consentReceipt, { person: params.person!, consent: params.consent! });
    const locale = localeOf(receiptLanguage(kept.language), kept.hub.country, kept.hub.timeZone);
    const hubName = inLanguage(kept.hub.names, locale.lang).text;
    const hers: View = { ...view, locale, hubName, ...(view.actor ? { actor: { ...view.actor, hubName } } : {}) };
    const words = consentWords(hers);
    const people = peopleWords(hers);
    const partner = kept.partner && inLanguage(kept.partner, locale.lang);
    const told = toldText(hers, kept.told, kept.purpose);
    const address = `${view.origin ?? ''}/hubs/${kept.hub.id}/data`;
    return {
      title: words('receipt.title'),
      back: { href: `/people/${params.person}/consent`, label: peopleWords(view)('consent.title') },
      reader: hers,
      code: <Qr text={address} label={words('page.notice_of_hub')} />,
      body: (
        <>
          <p><PersonName name={kept.card.name} /></p>
          <Facts view={hers} facts={[
            { label: people('consent.purpose'), value: people(`purpose.${kept.purpose}`) },
            { label: words('receipt.answer'), value: <strong>{words(`state.${kept.state}`)}</strong> },
            { label: words('receipt.on'), value: <OnDate view={hers} value={kept.answeredAt} /> },
            kept.purpose === 'sharing' && { label: words('page.partner'), value: partner ? <Bdi lang={partner.lang}>{partner.text}</Bdi> : words('page.every_partner') },
            kept.fields.length > 0 && { label: words('page.fields'), value: kept.fields.map((field) => words(`shared.${field}`)).join(' · ') },
            kept.until && { label: words('page.until'), value: <OnDate view={hers} value={kept.until} /> },
            { label: words('page.proof'), value: <>{people(`channel.${kept.channel}`)}{kept.witness ? <> · <Bdi>{kept.witness}</Bdi></> : kept.companion ? <> · {words('page.companion')}</> : null}</> },
            kept.guardian && { label: people('consent.guardian'), value: people(`guardian.${kept.guardian}`) },
          ]} />
          <h2>{words('page.told')}</h2>
          <div lang={told.lang}><FreeText text={told.text} /></div>
          <p>{words('receipt.back')}</p>
          <p>{words('receipt.more')} <Ltr>{address.replace(/^https?:\/\//, '')}</Ltr></p>
        </>
      ),
    };
  },
});
