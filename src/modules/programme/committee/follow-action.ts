import { z } from 'zod';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { dayHere } from '#modules/network/public.ts';
import { action } from '../programme.ts';
import { ownCommittee } from './own-committee.ts';

/** Writes down what somebody undertook to do and by when; it is followed until it is done (domain.md 2.1). */
export const addAction = action({
  name: 'add-action',
  says: 'Writes down what is to be done, by whom and by when.',
  input: z.strictObject({ committee: id(), meeting: maybe(id()), what: text(2_000), member: maybe(id()), due_on: isoDate() }),
  refuses: ['committee-closed'],
  run: async (doing, { committee, meeting, what, member, due_on }) => {
    const { tx, network, now, actor, absent, record } = doing;
    const { hub } = await ownCommittee(doing, committee);
    const here = (table: 'programme.meeting' | 'programme.committee_member', one: string) =>
      tx.selectFrom(table).select('id').where('network_id', '=', network).where('committee_id', '=', committee).where('id', '=', one).executeTakeFirst();
    if (meeting && !(await here('programme.meeting', meeting))) absent();
    if (member && !(await here('programme.committee_member', member))) absent();
    const { last } = await tx.selectFrom('programme.followed_action').select((eb) => eb.fn.max('number').as('last')).where('network_id', '=', network).where('committee_id', '=', committee).executeTakeFirstOrThrow();
    const followed = newId(now.getTime());
    const number = (last ?? 0) + 1;
    await tx
      .insertInto('programme.followed_action')
      .values({ network_id: network, id: followed, committee_id: committee, meeting_id: meeting ?? null, number, what, member_id: member ?? null, due_on, set_at: now, set_by: actor.account })
      .execute();
    await record({ name: 'action-added', subject: followed, hub, body: { committee, number } });
    return { committee, action: followed };
  },
});

/** Notes that work on it has begun. */
export const beginAction = action({
  name: 'begin-action',
  says: 'Notes that work on a followed action has begun.',
  input: z.strictObject({ committee: id(), action: id() }),
  refuses: ['committee-closed', 'action-moved-on'],
  run: async (doing, { committee, action: followed }) => {
    const { tx, network, refuse, record } = doing;
    const { hub } = await ownCommittee(doing, committee);
    const moved = await tx
      .updateTable('programme.followed_action').set({ state: 'in_progress' })
      .where('network_id', '=', network).where('committee_id', '=', committee).where('id', '=', followed).where('state', '=', 'open').executeTakeFirst();
    if (moved.numUpdatedRows === 0n) refuse('action-moved-on');
    await record({ name: 'action-begun', subject: followed, hub, body: { committee } });
    return { committee };
  },
});

/** Closes a followed action: done or given up, and what came of it. */
export const closeAction = action({
  name: 'close-action',
  says: 'Closes a followed action with what came of it.',
  input: z.strictObject({ committee: id(), action: id(), state: choice(['done', 'dropped']), on: isoDate(), outcome: text(2_000) }),
  refuses: ['committee-closed', 'action-moved-on', 'day-to-come'],
  run: async (doing, { committee, action: followed, state, on, outcome }) => {
    const { tx, network, refuse, record } = doing;
    const { hub } = await ownCommittee(doing, committee);
    if (on > (await dayHere(doing))) refuse('day-to-come', {}, 'on');
    const moved = await tx
      .updateTable('programme.followed_action').set({ state, closed_on: on, outcome })
      .where('network_id', '=', network).where('committee_id', '=', committee).where('id', '=', followed).where('state', 'in', ['open', 'in_progress']).executeTakeFirst();
    if (moved.numUpdatedRows === 0n) refuse('action-moved-on');
    await record({ name: 'action-closed', subject: followed, hub, body: { committee, state } });
    return { committee };
  },
});
