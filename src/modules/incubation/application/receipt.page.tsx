import { definePage } from '#core/page.ts';
import { isLang, localeOf } from '#core/words/locale.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { plainly, Said } from '#modules/desk/public.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import { applicationReceipt } from './application-receipt.query.ts';

/** The slip of an application on A5, in the language asked for (`?in=ar`): call, receipt, moment, where to ask. Neither name nor answer. */
export const receiptPage = definePage<View>({
  path: '/applications/:application/receipt',
  audience: 'print',
  needs: 'incubation.application-receipt',
  show: async ({ view, ask, params, search }) => {
    const slip = await ask(applicationReceipt, { application: params.application! });
    const lang = isLang(search.in) ? search.in : view.locale.lang;
    const locale = localeOf(lang, slip.country, slip.timeZone);
    const hubName = plainly({ ...view, locale }, slip.hub?.names ?? {});
    const hers: View = { ...view, locale, hubName, ...(view.actor ? { actor: { ...view.actor, hubName } } : {}) };
    const words = callWords(hers);
    const address = `${view.origin ?? ''}/open-calls/${slip.call.code}`;
    return {
      title: words('receipt'),
      reader: hers,
      back: { href: `/applications/${params.application}`, label: callWords(view)('application') },
      code: <Qr text={address} label={words('receipt.qr')} />,
      body: (
        <>
          <p><strong><Said view={hers} value={slip.call.names} /></strong></p>
          <p className="slip-code">{words('receipt.number')} <strong><Ltr>{spelledCode(slip.receipt)}</Ltr></strong></p>
          <Facts view={hers} facts={[
            { label: words('call.state'), value: words(`application.state.${slip.state}`) },
            slip.submittedAt ? { label: words('application.submitted'), value: <AtTime view={hers} value={slip.submittedAt} /> } : { label: words('application.closes'), value: <AtTime view={hers} value={slip.call.closesAt} /> },
            { label: words('application.applicant'), value: <>{words(`applicant.${slip.applicant}`)}{slip.members > 1 ? <> · <Num view={hers} value={slip.members} /></> : null}</> },
            slip.call.papers.length > 0 && { label: words('receipt.papers'), value: <ul className="plain">{slip.call.papers.map(({ code, names }) => <li key={code}><Said view={hers} value={names} /></li>)}</ul> },
          ]} />
          <p>{words('receipt.keep')}</p>
          <p>{words('receipt.rules')} <Ltr>{address.replace(/^https?:\/\//, '')}</Ltr></p>
          {slip.hub?.phone ? <p>{words('receipt.ask')} <Bdi>{hubName}</Bdi> <Ltr>{slip.hub.phone}</Ltr></p> : null}
        </>
      ),
    };
  },
});
