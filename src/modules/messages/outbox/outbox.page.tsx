import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import { PostButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { type Column, Table } from '#ui/table.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { MessageState } from '../messages.ts';
import { messagesWords } from '../words.ts';
import { OUTBOX_PAGE, outbox, type OutboxMessage } from './outbox.query.ts';
import { takeBackMessage } from './take-back-message.ts';

const looks: Readonly<Record<MessageState, { tone: Tone; icon: IconName }>> = {
  'held': { tone: 'saffron', icon: 'clock' }, 'released': { tone: 'door', icon: 'forward' }, 'sent': { tone: 'olive', icon: 'check' }, 'kept': { tone: 'olive', icon: 'eye' },
  'failed': { tone: 'rose', icon: 'warning' }, 'refused': { tone: 'clay', icon: 'cross' }, 'taken-back': { tone: 'clay', icon: 'back' },
};

/** What left, what waits and what was refused. */
export const outboxPage = definePage<View>({
  path: '/messages',
  audience: 'staff',
  needs: 'messages.outbox',
  namesPersons: true,
  menu: { label: (reader) => messagesWords(reader)('menu'), order: 32, group: 'people', icon: 'message' },
  show: async (visit) => {
    const { view, search } = visit;
    const words = messagesWords(view);
    const { messages, page, total, demo } = await visit.ask(outbox, { page: search.page });
    return {
      title: words('title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('lede')}>{words('title')}</PageTitle>
          {search.held ? <Notice view={view} kind="success">{words('held_notice')}</Notice> : null}
          {demo ? <Notice view={view}>{words('demo')}</Notice> : null}
          <Table<OutboxMessage>
            view={view} caption={words('title')} columns={columnsOf(visit)} rows={messages} rowKey={({ id }) => id}
            empty={<EmptyState title={words('none')}>{words('none_text')}</EmptyState>}
          />
          {total > OUTBOX_PAGE ? <Pager view={view} page={page} pageSize={OUTBOX_PAGE} total={total} /> : null}
        </Stack>
      ),
    };
  },
});

function columnsOf({ view }: Visit<View>): readonly Column<OutboxMessage>[] {
  const words = messagesWords(view);
  return [
    { key: 'who', label: words('col.who'), cell: ({ person }) => person ? <a href={`/people/${person.id}`}><PersonName name={person.name} other={person.other} /></a> : null },
    { key: 'text', label: words('col.text'), cell: ({ text, lang }) => <Bdi lang={lang}>{text}</Bdi> },
    { key: 'way', label: words('col.way'), cell: ({ channel, ending }) => channel ? <div>{words(`way.${channel}`)}{ending ? <div className="soft">{words('ending', { ending })}</div> : null}</div> : null },
    { key: 'state', label: words('col.state'), cell: (message) => <Standing view={view} message={message} /> },
    { key: 'when', label: words('col.when'), cell: ({ queuedAt, by, byHouse }) => <div><AtTime view={view} value={queuedAt} /><div className="soft">{byHouse ? words('by.house') : <Bdi>{by}</Bdi>}</div></div> },
    { key: 'back', label: words('col.back'), cell: ({ id, mayTakeBack }) => mayTakeBack ? <PostButton view={view} kind="danger" action={`/messages/${id}/take-back`}>{words('take_back')}</PostButton> : null },
  ];
}

const Standing = ({ view, message: { state, reason, dueAt } }: { view: View; message: OutboxMessage }): ReactNode => {
  const words = messagesWords(view);
  const key = `reason.${reason}`;
  return (
    <div>
      <Badge {...looks[state]}>{words(`state.${state}`)}</Badge>
      {state === 'held' ? <div className="soft">{words('leaves')} <AtTime view={view} value={dueAt} /></div> : null}
      {reason ? <div className="soft">{words((key in messagesWords.files.en ? key : 'reason.failed') as 'reason.failed')}</div> : null}
    </div>
  );
};

/** Takes one back. */
export const takeBackPage = definePage<View>({
  path: '/messages/:message/take-back',
  audience: 'staff',
  needs: 'messages.take-back-message',
  post: { action: takeBackMessage, input: ({ params }) => ({ message: params.message }), leadsTo: () => '/messages', again: outboxPage },
});
