import { definePage, type Visit } from '#core/page.ts';
import { Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { referralWords } from '../referral-words.ts';
import { ChooseService } from './choose-service.tsx';
import { PreviewAndSend } from './preview-and-send.tsx';
import { referClient } from './refer-client.ts';
import { servicesToRefer } from './services-to-refer.query.ts';

/**
 * Sending a client elsewhere, in two looks: which service (`service` in the address), then exactly what will be told. `after`
 * names the referral that this one replaces.
 */
export const referClientPage = definePage<View>({
  path: '/desk/tickets/:ticket/referral',
  audience: 'staff',
  needs: 'desk.services-to-refer',
  show: showReferral,
  post: {
    action: referClient,
    input: ({ params }) => ({ ticket: params.ticket }),
    leadsTo: ({ referral }) => `/referrals/${referral}?sent=1`,
  },
});

async function showReferral(visit: Visit<View>) {
  const { view, search, params } = visit;
  const words = referralWords(view);
  const ticket = params.ticket!;
  return {
    title: words('refer.title'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle
          lede={words('refer.lede')}
          back={{ href: search.after ? `/referrals/${search.after}` : `/desk/tickets/${ticket}`, label: words(search.after ? 'sheet.back' : 'assess.back') }}
        >
          {words('refer.title')}
        </PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        {search.after ? <Notice view={view}>{words('refer.replaces')}</Notice> : null}
        {search.service
          ? await PreviewAndSend(visit)
          : <ChooseService view={view} search={search} options={await visit.ask(servicesToRefer, { ticket, after: search.after, type: search.type })} />}
      </Stack>
    ),
  };
}
