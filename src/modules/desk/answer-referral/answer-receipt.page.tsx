import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import { NameOf } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { linkedReferral } from './linked-referral.query.ts';

/** What a body keeps of its answer, on paper or as PDF: to whom, for which service, what and when. Never a word about the client. */
export const answerReceiptPage = definePage<View>({
  path: '/r/:token/receipt',
  audience: 'print',
  needs: 'desk.linked-referral',
  show: async ({ view, ask, params }) => {
    const words = referralWords(view);
    const { hub, service, sentAt, answeredAt, declined } = await ask(linkedReferral, { token: params.token! });
    const name = hub ? inLanguage(hub.names, view.locale.lang) : null;
    return {
      title: words('receipt.title'),
      quiet: true as const,
      ...(name ? { hubName: name.text } : {}),
      body: answeredAt ? (
        <>
          <Facts
            view={view}
            facts={[
              { label: words('receipt.answer'), value: <strong>{words(declined ? 'answer.decline' : 'answer.accept')}</strong> },
              { label: words('link.for'), value: <NameOf view={view} names={service} /> },
              name ? { label: words('receipt.from'), value: <Bdi lang={name.lang}>{name.text}</Bdi> } : null,
              { label: words('list.sent'), value: <AtTime view={view} value={sentAt} /> },
              { label: words('receipt.answered'), value: <AtTime view={view} value={answeredAt} /> },
            ]}
          />
          <p>{words('receipt.keep')}</p>
        </>
      ) : <p>{words('receipt.none')}</p>,
    };
  },
});
