import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { FreeText } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Timeline } from '#ui/timeline.tsx';
import type { View } from '#ui/view.ts';
import { answerReferral } from '../answer-referral/answer-referral.ts';
import { ClientLabel } from '../client/client-label.tsx';
import { closeReferral } from '../close-referral/close-referral.ts';
import { markServed } from '../mark-served/mark-served.ts';
import { DisclosedLines, NameOf, ReferralBadge } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { takeBackReferral } from '../take-back-referral/take-back-referral.ts';
import { momentsOf } from './moments-of.ts';
import { NextMoves } from './next-moves.tsx';
import { PartnerLink } from './partner-link.tsx';
import { referralSheet } from './referral-sheet.query.ts';

export type ReferralSheet = Awaited<ReturnType<(typeof referralSheet)['spec']['run']>>;

/** One referral: what was told to whom, its link, what happened, and what can be done now. */
export const referralPage = definePage<View>({
  path: '/referrals/:referral',
  audience: 'staff',
  needs: 'desk.referral-sheet',
  show: showReferral,
});

const toReferral = { input: ({ params }: Visit<View>) => ({ referral: params.referral }), leadsTo: (_: unknown, { params }: Visit<View>) => `/referrals/${params.referral}`, again: referralPage };

/** The buttons of a referral: an answer heard by phone, received there, closed, taken back. */
export const referralButtons = [
  definePage<View>({ path: '/referrals/:referral/answer', audience: 'staff', needs: 'desk.answer-referral', post: { action: answerReferral, ...toReferral } }),
  definePage<View>({ path: '/referrals/:referral/served', audience: 'staff', needs: 'desk.mark-served', post: { action: markServed, ...toReferral } }),
  definePage<View>({ path: '/referrals/:referral/close', audience: 'staff', needs: 'desk.close-referral', post: { action: closeReferral, ...toReferral } }),
  definePage<View>({ path: '/referrals/:referral/back', audience: 'staff', needs: 'desk.take-back-referral', post: { action: takeBackReferral, ...toReferral } }),
];

async function showReferral(visit: Visit<View>) {
  const { view, params } = visit;
  const words = referralWords(view);
  const sheet = await visit.ask(referralSheet, { referral: params.referral! });
  return {
    title: words('sheet.title'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle back={{ href: '/referrals', label: words('sheet.back') }}>
          {sheet.client ? <ClientLabel view={view} client={sheet.client} /> : words('sheet.title')}
        </PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        {visit.search.sent === '1' ? <Notice view={view} kind="success">{words('sheet.sent_notice')}</Notice> : null}
        {sheet.shut ? <Notice view={view} kind="warning">{words(`sheet.shut_${sheet.shut}`)}</Notice> : null}
        <Beside aside={<><Told view={view} sheet={sheet} /><History view={view} sheet={sheet} /></>}>
          <Where view={view} sheet={sheet} />
          {sheet.link && visit.may('desk.refer-client') ? <PartnerLink view={view} link={sheet.link} /> : null}
          {visit.may('desk.refer-client') ? <NextMoves visit={visit} sheet={sheet} /> : null}
        </Beside>
      </Stack>
    ),
  };
}

/** To which service of which body, and where it stands. */
const Where = ({ view, sheet }: { view: View; sheet: ReferralSheet }): ReactNode => {
  const words = referralWords(view);
  return (
    <Card title={<NameOf view={view} names={sheet.service} />}>
      <p><NameOf view={view} names={sheet.organization} /> <ReferralBadge view={view} {...sheet} /></p>
      <Facts
        view={view}
        facts={[
          { label: words('list.sent'), value: <AtTime view={view} value={sheet.sentAt} /> },
          sheet.state === 'sent' ? { label: words('list.due'), value: <OnDate view={view} value={sheet.dueAt} /> } : null,
          sheet.until ? { label: words('sheet.until'), value: <OnDate view={view} value={sheet.until} /> } : null,
          sheet.declineReason ? { label: words('sheet.reason'), value: words(`reason.${sheet.declineReason}`) } : null,
          sheet.words ? { label: words('sheet.words'), value: <FreeText text={sheet.words} /> } : null,
          sheet.serviceOutcome ? { label: words('sheet.served_title'), value: words(`served.${sheet.serviceOutcome}`) } : null,
          sheet.outcome ? { label: words('sheet.outcome'), value: words(`outcome.${sheet.outcome}`) } : null,
        ]}
      />
      <Buttons>
        <LinkButton kind="quiet" href={`/desk/tickets/${sheet.ticket}`} icon="ticket">{words('sheet.visit')}</LinkButton>
        {sheet.servedAt && sheet.assessed === null ? (
          <LinkButton kind="quiet" href={`/desk/tickets/${sheet.ticket}/assessment`} icon="heart">{words('sheet.assess')}</LinkButton>
        ) : null}
      </Buttons>
    </Card>
  );
};

const Told = ({ view, sheet }: { view: View; sheet: ReferralSheet }): ReactNode => (
  <Card title={referralWords(view)('sheet.told')}><DisclosedLines view={view} lines={sheet.lines} /></Card>
);

const History = ({ view, sheet }: { view: View; sheet: ReferralSheet }): ReactNode => (
  <Card title={referralWords(view)('sheet.history')}><Timeline view={view} withHour moments={momentsOf(view, sheet)} /></Card>
);
