import type { DeskPanel } from '#modules/desk/public.ts';
import { LinkButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { portalWords } from '../words.ts';
import { requestList } from './request-list.query.ts';
import { Age } from './requests.page.tsx';

/** Beside the queue: how many requests wait, and how long the oldest has. */
export const requestsPanel: DeskPanel = async (visit) => {
  if (!visit.may('portal.request-list')) return null;
  const { view } = visit;
  const words = portalWords(view);
  const { waiting, oldest, now } = await visit.ask(requestList, {});
  return (
    <Card key="requests" title={words('requests.title')}>
      <p>{words('requests.waiting', { count: waiting })} {oldest ? <Age view={view} since={oldest} now={now} /> : null}</p>
      <LinkButton kind="quiet" href="/desk/requests" icon="mail">{words('requests.see')}</LinkButton>
    </Card>
  );
};
