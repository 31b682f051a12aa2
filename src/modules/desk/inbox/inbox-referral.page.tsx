import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { AnswerFields } from '../answer-referral/answer-fields.tsx';
import { answerReferral } from '../answer-referral/answer-referral.ts';
import { markServed } from '../mark-served/mark-served.ts';
import { ServedFields } from '../mark-served/served-fields.tsx';
import { DisclosedLines, NameOf, ReferralBadge } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { inboxReferral } from './inbox-referral.query.ts';

/** One referral addressed to the reader's organization, and where she answers. */
export const inboxReferralPage = definePage<View>({
  path: '/inbox/:referral',
  audience: 'staff',
  needs: 'desk.inbox-referral',
  show: showOne,
  post: { action: answerReferral, input: ({ params }) => ({ referral: params.referral }), leadsTo: () => '/inbox' },
});

/** Where she says that the person was received. */
export const inboxServedPage = definePage<View>({
  path: '/inbox/:referral/served',
  audience: 'staff',
  needs: 'desk.mark-served',
  post: { action: markServed, input: ({ params }) => ({ referral: params.referral }), leadsTo: () => '/inbox', again: inboxReferralPage },
});

async function showOne(visit: Visit<View>) {
  const { view, values, errors, params } = visit;
  const words = referralWords(view);
  const one = await visit.ask(inboxReferral, { referral: params.referral! });
  const f = { view, values, errors: visit.refusal ? {} : errors };
  return {
    title: words('link.title'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle back={{ href: '/inbox', label: words('inbox.back') }}>{words('link.title')}</PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        <Card title={words('link.told')}>
          <ReferralBadge view={view} state={one.state} />
          <DisclosedLines view={view} lines={one.lines} />
          <Facts
            view={view}
            facts={[
              { label: words('link.for'), value: <NameOf view={view} names={one.service} /> },
              { label: words('inbox.hub'), value: <NameOf view={view} names={one.hub} /> },
              one.state === 'sent' ? { label: words('link.until'), value: <OnDate view={view} value={one.dueAt} /> } : null,
            ]}
          />
        </Card>
        {one.state === 'sent' ? (
          <Card title={words('answer.title')}>
            <Form {...f} action={`/inbox/${one.id}`}><AnswerFields {...f} /><Button icon="check">{words('answer.send')}</Button></Form>
          </Card>
        ) : null}
        {one.state === 'accepted' ? (
          <Card title={words('sheet.served_title')}>
            <Form {...f} action={`/inbox/${one.id}/served`}><ServedFields {...f} /><Button icon="check">{words('answer.received_send')}</Button></Form>
          </Card>
        ) : null}
      </Stack>
    ),
  };
}
