import { z } from 'zod';
import { holds } from '#core/actor.ts';
import { maybe, wholeNumber } from '#core/input.ts';
import { accountNames, hubCard } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { query } from '../messages.ts';
import { messageText } from '../template/message-text.ts';

export const OUTBOX_PAGE = 30;

/** Every message of this hub, the newest first: for whom, in which words, by which way, and what became of it. No address is opened. */
export const outbox = query({
  name: 'outbox',
  says: 'Shows what was sent to persons of this hub, what waits, and what was refused.',
  input: z.strictObject({ page: maybe(wholeNumber(1, 10_000)) }),
  run: async ({ tx, network, hub, actor, absent }, { page = 1 }) => {
    const card = (await hubCard(tx, hub)) ?? absent();
    const { count } = await tx.selectFrom('messages.message').select((eb) => eb.fn.countAll<string>().as('count'))
      .where('network_id', '=', network).where('hub_id', '=', hub).executeTakeFirstOrThrow();
    const rows = await tx.selectFrom('messages.message').selectAll().where('network_id', '=', network).where('hub_id', '=', hub)
      .orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(OUTBOX_PAGE).offset((page - 1) * OUTBOX_PAGE).execute();
    const people = await peopleByIds(tx, rows.map(({ person_id }) => person_id));
    const staff = await accountNames(tx, rows.flatMap(({ queued_by }) => queued_by ?? []));
    return {
      page, total: Number(count), demo: card.demo,
      messages: rows.map((row) => ({
        id: row.id, person: people.get(row.person_id) ?? null, lang: row.lang, text: messageText(row, card), channel: row.channel, ending: row.ending,
        state: row.state, reason: row.reason, queuedAt: row.queued_at, dueAt: row.due_at, endedAt: row.ended_at,
        by: row.queued_by ? (staff.get(row.queued_by) ?? null) : null, byHouse: row.queued_by === null,
        mayTakeBack: row.state === 'held' && (row.queued_by === null || row.queued_by === actor.account || holds(actor, ['supervisor'])),
      })),
    };
  },
});

export type OutboxMessage = Awaited<ReturnType<typeof outbox.spec.run>>['messages'][number];
