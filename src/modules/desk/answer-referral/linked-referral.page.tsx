import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { ServedFields } from '../mark-served/served-fields.tsx';
import { servedByLink } from '../mark-served/served-by-link.ts';
import { DisclosedLines, NameOf } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { answerByLink } from './answer-by-link.ts';
import { AnswerFields } from './answer-fields.tsx';
import { linkedReferral } from './linked-referral.query.ts';

/**
 * What a body without account sees by its link, and where it answers. Opening the page uses nothing up. After a yes the
 * address changes to that of a second link, by which it says later that she was received.
 */
export const linkedReferralPage = definePage<View>({
  path: '/r/:token',
  audience: 'citizen',
  needs: 'desk.linked-referral',
  show: showLinked,
  post: {
    action: answerByLink,
    input: ({ params }) => ({ token: params.token }),
    leadsTo: ({ next }, { params }) => `/r/${next ?? params.token}?thanks=1`,
  },
});

/** Where the second link posts. */
export const servedByLinkPage = definePage<View>({
  path: '/r/:token/served',
  audience: 'citizen',
  needs: 'desk.served-by-link',
  post: {
    action: servedByLink,
    input: ({ params }) => ({ token: params.token }),
    leadsTo: (_, { params }) => `/r/${params.token}?thanks=1`,
    again: linkedReferralPage,
  },
});

type Linked = Awaited<ReturnType<(typeof linkedReferral)['spec']['run']>>;

async function showLinked(visit: Visit<View>) {
  const { view, params } = visit;
  const words = referralWords(view);
  const linked = await visit.ask(linkedReferral, { token: params.token! });
  const thanks = visit.search.thanks === '1';
  return {
    title: words('link.title'),
    quiet: true as const,
    body: (
      <Stack>
        <PageTitle>{words('link.title')}</PageTitle>
        {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
        {thanks ? <Notice view={view} kind="success">{words('link.thanks')}</Notice> : null}
        {linked.answeredAt ? <Buttons><LinkButton kind="quiet" icon="print" href={`/r/${params.token}/receipt`}>{words('receipt.get')}</LinkButton></Buttons> : null}
        {linked.standing === 'open' ? <Open visit={visit} linked={linked} thanks={thanks} /> : null}
        {linked.standing !== 'open' && !thanks && !visit.refusal ? <Notice view={view}>{words(`link.${linked.standing}`)}</Notice> : null}
      </Stack>
    ),
  };
}

const Open = ({ visit, linked, thanks }: { visit: Visit<View>; linked: Linked; thanks: boolean }): ReactNode => {
  const { view, values, errors, params } = visit;
  const words = referralWords(view);
  const f = { view, values, errors: visit.refusal ? {} : errors };
  const hub = linked.hub ? inLanguage(linked.hub.names, view.locale.lang).text : '';
  const answering = linked.kind === 'answer';
  return (
    <>
      <p className="lede">{words('link.lede', { hub })}</p>
      <Card title={words('link.told')}>
        <DisclosedLines view={view} lines={linked.lines} />
        <Facts
          view={view}
          facts={[
            { label: words('link.for'), value: <NameOf view={view} names={linked.service} /> },
            answering ? { label: words('link.until'), value: <OnDate view={view} value={linked.dueAt} /> } : null,
          ]}
        />
      </Card>
      {!answering && thanks ? <Notice view={view}>{words('link.keep')}</Notice> : null}
      <Card title={words(answering ? 'answer.title' : 'sheet.served_title')}>
        <Form {...f} action={answering ? `/r/${params.token}` : `/r/${params.token}/served`}>
          {answering ? <AnswerFields {...f} /> : <ServedFields {...f} />}
          <p className="soft">{words('link.once')}</p>
          <Button icon="check">{words(answering ? 'answer.send' : 'answer.received_send')}</Button>
        </Form>
      </Card>
    </>
  );
};
