import type { ReactNode } from 'react';
import type { Action } from '#core/action.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { nameFor } from '#core/words/named.ts';
import { AtTime, OnDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { endSubscription, pauseSubscription, resumeSubscription } from '../change-subscription/pause-subscription.ts';
import { sendAgain, sendTrial } from '../deliver/send-again.ts';
import { type OfferedEvent, offeredEvents } from '../subscription/offered-events.ts';
import { subscriptionSheet } from '../subscription/subscription-sheet.query.ts';
import { webhooksWords } from '../words.ts';
import { addressFor } from './hub-asked.ts';
import { MessageLog } from './message-log.tsx';
import { StateBadge } from './state-badge.tsx';

type Sheet = Awaited<ReturnType<(typeof subscriptionSheet)['spec']['run']>>;

/** One subscription: where it is sent, whether it answers, and the log of its messages. */
export const subscriptionPage = definePage<View>({
  path: '/settings/webhooks/:subscription',
  audience: 'staff',
  needs: 'webhooks.subscription-sheet',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = webhooksWords(view);
    const sheet = await visit.ask(subscriptionSheet, { subscription: params.subscription!, page: search.page });
    const done = (['saved', 'trial', 'again'] as const).find((what) => what === search.done);
    return {
      title: sheet.label,
      body: (
        <Stack>
          <PageTitle lede={<Ltr>{sheet.target}</Ltr>} back={{ href: addressFor(visit, '/settings/webhooks'), label: words('title') }}><Bdi>{sheet.label}</Bdi></PageTitle>
          {done ? <Notice view={view} kind="success">{words(({ saved: 'saved', trial: 'trial_left', again: 'again_left' } as const)[done])}</Notice> : null}
          {visit.errors[''] ? <Notice view={view} kind="warning">{visit.errors['']}</Notice> : null}
          {sheet.disabledFor ? <Notice view={view} kind="warning">{words(`disabled.${sheet.disabledFor}`)}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('state'), value: <StateBadge view={view} state={sheet.state} /> },
              { label: words('since'), value: <OnDate view={view} value={sheet.madeAt} /> },
              { label: words('events'), value: <ul>{sheet.events.map((code) => <li key={code}>{nameFor(offeredEvents[code as OfferedEvent], view.locale)}</li>)}</ul> },
              sheet.formerUntil && sheet.formerUntil > houseTime() ? { label: words('former_secret'), value: <AtTime view={view} value={sheet.formerUntil} /> } : null,
            ]} />
            {sheet.state === 'ended' ? null : <Doings visit={visit} sheet={sheet} />}
          </Card>
          <MessageLog visit={visit} sheet={sheet} />
        </Stack>
      ),
    };
  },
});

function Doings({ visit, sheet: { id, state } }: { visit: Visit<View>; sheet: Sheet }): ReactNode {
  const { view } = visit;
  const words = webhooksWords(view);
  const here = `/settings/webhooks/${id}`;
  const button = (what: string, said: string, kind: 'primary' | 'quiet' | 'danger' = 'quiet') => <PostButton view={view} kind={kind} action={addressFor(visit, `${here}/${what}`)}>{said}</PostButton>;
  return (
    <Buttons>
      {state === 'on' ? button('trial', words('trial'), 'primary') : button('resume', words('resume'), 'primary')}
      <LinkButton kind="quiet" href={addressFor(visit, `${here}/edit`)}>{words('edit')}</LinkButton>
      <LinkButton kind="quiet" href={addressFor(visit, `${here}/secret`)}>{words('new_secret')}</LinkButton>
      {state === 'on' ? button('pause', words('pause')) : null}
      {button('end', words('end'), 'danger')}
    </Buttons>
  );
}

// biome-ignore lint/suspicious/noExplicitAny: one page for each button, whatever its action takes.
const buttonPage = (path: string, needs: string, action: Action<any, { subscription: string }>, done: string): Page<View> =>
  definePage<View>({
    path: `/settings/webhooks/:subscription/${path}`, audience: 'staff', needs,
    post: {
      action, again: subscriptionPage, input: ({ params }) => ({ subscription: params.subscription }),
      leadsTo: ({ subscription }, visit) => addressFor(visit, `/settings/webhooks/${subscription}`, { done }),
    },
  });

/** The buttons of the sheet and of its log. */
export const subscriptionPosts: Page<View>[] = [
  buttonPage('trial', 'webhooks.send-trial', sendTrial, 'trial'),
  buttonPage('pause', 'webhooks.pause-subscription', pauseSubscription, 'saved'),
  buttonPage('resume', 'webhooks.resume-subscription', resumeSubscription, 'saved'),
  buttonPage('end', 'webhooks.end-subscription', endSubscription, 'saved'),
  definePage<View>({
    path: '/settings/webhooks/:subscription/messages/:delivery/again', audience: 'staff', needs: 'webhooks.send-again',
    post: {
      action: sendAgain, again: subscriptionPage, input: ({ params }) => ({ delivery: params.delivery }),
      leadsTo: ({ subscription }, visit) => addressFor(visit, `/settings/webhooks/${subscription}`, { done: 'again' }),
    },
  }),
];
