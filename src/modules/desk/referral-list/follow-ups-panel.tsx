import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { ClientLabel } from '../client/client-label.tsx';
import { NameOf, ReferralBadge } from '../referral/referral-names.tsx';
import { referralWords } from '../referral-words.ts';
import { followUps } from './follow-ups.query.ts';

/** Beside the queue: the referrals that wait for this desk. Draws nothing when there is none. */
export async function followUpsPanel(visit: Visit<View>): Promise<ReactNode> {
  if (!visit.may('desk.follow-ups')) return null;
  const { view } = visit;
  const words = referralWords(view);
  const { count, referrals } = await visit.ask(followUps, {});
  if (count === 0) return null;
  return (
    <Card key="follow-ups" title={words('follow.title')}>
      <p className="soft">{words('follow.count', { count })}</p>
      <ul className="found">
        {referrals.map((row) => (
          <li key={row.id}>
            <a href={`/referrals/${row.id}`}>
              {row.client ? <ClientLabel view={view} client={row.client} /> : <NameOf view={view} names={row.service} />}
            </a>{' '}
            <ReferralBadge view={view} {...row} />
          </li>
        ))}
      </ul>
      <LinkButton kind="quiet" href="/referrals" icon="referral">{words('follow.all')}</LinkButton>
    </Card>
  );
}
