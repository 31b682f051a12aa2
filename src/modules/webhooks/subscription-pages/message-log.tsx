import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { type OfferedEvent, offeredEvents, TRIAL } from '../subscription/offered-events.ts';
import type { subscriptionSheet } from '../subscription/subscription-sheet.query.ts';
import { webhooksWords } from '../words.ts';
import { addressFor } from './hub-asked.ts';
import { DeliveryBadge } from './state-badge.tsx';

type Sheet = Awaited<ReturnType<(typeof subscriptionSheet)['spec']['run']>>;
type Delivery = Sheet['deliveries'][number];

const faults = ['not-public', 'not-found', 'not-https', 'redirected', 'too-slow', 'too-big', 'unreachable'] as const;

/** Every message with every try, newest first, and a button that sends one again. */
export function MessageLog({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }): ReactNode {
  const { view } = visit;
  const words = webhooksWords(view);
  const here = `/settings/webhooks/${sheet.id}`;
  const nameOf = ({ event }: Delivery) => (event === TRIAL ? words('trial_name') : event in offeredEvents ? nameFor(offeredEvents[event as OfferedEvent], view.locale) : event);
  const again = ({ id, state }: Delivery) => (sheet.state === 'ended' || state === 'waiting' ? null
    : <PostButton view={view} kind="quiet" action={addressFor(visit, `${here}/messages/${id}/again`)}>{words('log.again')}</PostButton>);
  return (
    <Card title={words('log')}>
      <Table
        view={view} caption={words('log')} rows={sheet.deliveries} rowKey={({ id }) => id}
        empty={<EmptyState title={words('log_none')} />}
        columns={[
          { key: 'event', label: words('log.event'), cell: nameOf },
          { key: 'at', label: words('log.at'), cell: ({ at }) => <AtTime view={view} value={at} /> },
          { key: 'tries', label: words('log.tries'), cell: (row) => <Tries view={view} delivery={row} /> },
          { key: 'state', label: words('log.state'), cell: ({ state }) => <DeliveryBadge view={view} state={state} /> },
          { key: 'again', label: words('log.again'), cell: again },
        ]}
      />
      <Buttons>
        {sheet.page > 1 ? <LinkButton kind="quiet" href={addressFor(visit, here, { page: String(sheet.page - 1) })}>{words('newer')}</LinkButton> : null}
        {sheet.more ? <LinkButton kind="quiet" href={addressFor(visit, here, { page: String(sheet.page + 1) })}>{words('older')}</LinkButton> : null}
      </Buttons>
    </Card>
  );
}

function Tries({ view, delivery: { attempts, nextAt } }: { view: View; delivery: Delivery }): ReactNode {
  const words = webhooksWords(view);
  const said = ({ status, fault, milliseconds }: Delivery['attempts'][number]): string =>
    status === null ? words(`fault.${faults.find((known) => known === fault) ?? 'unreachable'}`) : words('answered', { status, milliseconds });
  return (
    <div>
      {attempts.map((attempt) => <div key={attempt.at.getTime()}>{said(attempt)} · <span className="soft"><AtTime view={view} value={attempt.at} /></span></div>)}
      {nextAt ? <div className="soft">{words('next_at')} <AtTime view={view} value={nextAt} /></div> : null}
    </div>
  );
}
