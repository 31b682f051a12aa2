import type { ReactNode } from 'react';
import type { HubCard } from '#modules/network/public.ts';
import { PlaceName } from '#modules/network/public.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr, TimeRange } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import type { NextOpening } from './next-opening.ts';
import { Said } from './said.tsx';

/** Whether the door is open now, and if not, when it opens next. Nothing while the hub has not said its hours. */
export const OpenNow = ({ view, openNow, next }: { view: View; openNow: boolean | null; next: NextOpening | null }): ReactNode => {
  const words = portalWords(view);
  if (openNow === null) return null;
  if (openNow) return <p><Badge tone="olive" icon="check">{words('door.open_now')}</Badge></p>;
  return (
    <p>
      <Badge tone="clay" icon="clock">{words('door.closed_now')}</Badge>{' '}
      {next ? <>{words('door.opens_next')} <CalendarDate view={view} value={next.date} />{words('door.comma')} <TimeRange {...next.span} /></> : null}
    </p>
  );
};

/** Where the hub is and how to call it: for whoever would rather come or call than write. */
export const ReachHub = ({ view, hub, children }: { view: View; hub: HubCard; children?: ReactNode }): ReactNode => {
  const words = portalWords(view);
  const address = Object.values(hub.address).some(Boolean);
  return (
    <Card title={words('door.come_or_call')}>
      <p>
        <Icon name="pin" /> {address ? <><Said view={view} value={hub.address} /> · </> : null}<PlaceName view={view} code={hub.territoryCode} />
      </p>
      {hub.phone ? <p><Icon name="phone" /> <a href={`tel:${hub.phone.replaceAll(/[^\d+]/g, '')}`}><Ltr>{hub.phone}</Ltr></a></p> : null}
      {hub.email ? <p><Icon name="mail" /> <a href={`mailto:${hub.email}`}><Ltr>{hub.email}</Ltr></a></p> : null}
      {hub.website ? <p><Icon name="globe" /> <Bdi>{hub.website}</Bdi></p> : null}
      {children}
    </Card>
  );
};
