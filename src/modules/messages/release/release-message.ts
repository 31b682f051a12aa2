import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { contactValue, reasonOf, waysToReach } from '#modules/people/public.ts';
import type { Letter } from '../carriers/carrier.ts';
import { action, type MessagesTables, type MessageTable } from '../messages.ts';
import { markOfMessage } from '../queue/keep-message.ts';
import { messageSubject, messageText } from '../template/message-text.ts';
import { templates } from '../template/templates.ts';
import { CUT_OFF_MINUTES } from './message-due.query.ts';

/**
 * Asks the gate once more, at the moment of leaving. Yes: the address is opened for this one message and given to the job, in
 * memory. Her hour has passed: the message waits for the next one. She took her consent back, the number ended: refused.
 */
export const releaseMessage = action({
  name: 'release-message',
  says: 'Asks the gate of safe contact again and lets one message go.',
  input: z.strictObject({ message: id() }),
  link: ({ message }, blind) => markOfMessage(blind, message),
  // The answer holds an address: it is never kept.
  remembers: false,
  run: async (doing, { message }) => {
    const { tx, network, now } = doing;
    const cutOff = new Date(now.getTime() - CUT_OFF_MINUTES * 60_000);
    const row = (await tx.selectFrom('messages.message').selectAll().where('network_id', '=', network).where('id', '=', message)
      .where((eb) => eb.or([eb.and([eb('state', '=', 'held'), eb('due_at', '<=', now)]), eb.and([eb('state', '=', 'released'), eb('released_at', '<', cutOff)])]))
      .forUpdate().executeTakeFirst()) ?? doing.absent();
    const hub = (await hubCard(tx, row.hub_id)) ?? doing.absent();
    if (row.until_at && row.until_at <= now) return refused(doing, row, 'too-late');
    const ways = await waysToReach(tx, { network, hub: row.hub_id, person: row.person_id, channels: [row.channel!], at: now, purpose: templates[row.template].purpose });
    const way = ways.find(({ contact }) => contact.id === row.contact_id);
    if (!way?.from) return refused(doing, row, reasonOf(way ? [way] : []));
    if (!way.allow) return row.until_at && way.from >= row.until_at ? refused(doing, row, 'too-late') : putOff(doing, row, way.from);
    await tx.updateTable('messages.message').set({ state: 'released', released_at: now, tries: sql`tries + 1` })
      .where('network_id', '=', network).where('id', '=', message).execute();
    const to = (await contactValue(doing, { person: row.person_id, contact: row.contact_id!, hub: row.hub_id })) ?? doing.absent();
    if (row.channel !== 'email') await tx.updateTable('messages.message').set({ ending: to.slice(-2) }).where('network_id', '=', network).where('id', '=', message).execute();
    await doing.record({ ...about(row), name: 'message-released', body: { template: row.template, channel: row.channel } });
    const letter: Letter = {
      id: message, channel: row.channel!, to, lang: row.lang, text: messageText(row, hub), subject: messageSubject(row.lang, hub),
    };
    return { letter, demo: hub.demo, tries: row.tries + 1 };
  },
});

const about = (row: Selectable<MessageTable>) => ({ subject: row.id, person: row.person_id, hub: row.hub_id });

async function refused({ tx, network, now, record }: Doing<MessagesTables>, row: Selectable<MessageTable>, reason: string): Promise<null> {
  await tx.updateTable('messages.message').set({ state: 'refused', reason, ended_at: now }).where('network_id', '=', network).where('id', '=', row.id).execute();
  await record({ ...about(row), name: 'message-refused', body: { template: row.template, reason } });
  return null;
}

async function putOff({ tx, network, record, later }: Doing<MessagesTables>, row: Selectable<MessageTable>, due: Date): Promise<null> {
  await tx.updateTable('messages.message').set({ state: 'held', due_at: due }).where('network_id', '=', network).where('id', '=', row.id).execute();
  await record({ ...about(row), name: 'message-put-off', body: { template: row.template, channel: row.channel } });
  await later('messages.send-message', { message: row.id }, { at: due });
  return null;
}
