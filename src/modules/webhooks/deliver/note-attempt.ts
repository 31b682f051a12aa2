import { sql } from 'kysely';
import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id, maybe, text, wholeNumber } from '#core/input.ts';
import { setWishes } from '../subscription/set-wishes.ts';
import { action, type WebhooksTables } from '../webhooks.ts';
import { nextTry } from './retry-plan.ts';

const GONE = 410;

/** Writes down what came of a try and plans the next one; after a day without any success the subscription is switched off. */
export const noteAttempt = action({
  name: 'note-attempt',
  says: 'Writes down what came of a try to tell a program.',
  input: z.strictObject({ delivery: id(), tries: wholeNumber(0, 100), status: maybe(wholeNumber(100, 999)), fault: maybe(text(40)), milliseconds: maybe(wholeNumber(0, 1_000_000)) }),
  run: async (doing, { delivery, tries: before, status, fault, milliseconds }) => {
    const { tx, network, now, absent, record, later } = doing;
    const tries = before + 1;
    const delivered = status !== undefined && status >= 200 && status < 300;
    const next = delivered || status === GONE ? null : nextTry(tries, now);
    // Two processes that sent the same message at once: one of them writes the next step, both write what they saw.
    const row = await tx.updateTable('webhooks.delivery')
      .set({ state: delivered ? 'delivered' : next ? 'waiting' : 'given-up', tries, next_at: next })
      .where('network_id', '=', network).where('id', '=', delivery).where('state', '=', 'waiting').where('tries', '=', before)
      .returning(['subscription_id', 'keeper_hub_id'])
      .executeTakeFirst();
    const known = row ?? (await tx.selectFrom('webhooks.delivery').select(['subscription_id', 'keeper_hub_id']).where('network_id', '=', network).where('id', '=', delivery).executeTakeFirst());
    if (!known) return absent();
    await tx.insertInto('webhooks.attempt').values({
      network_id: network, id: newId(now.getTime()), delivery_id: delivery, keeper_hub_id: known.keeper_hub_id, at: now,
      status: status ?? null, fault: status === undefined ? (fault ?? 'unreachable') : null, milliseconds: milliseconds ?? null,
    }).execute();
    await record({ name: 'delivery-attempted', subject: delivery, hub: known.keeper_hub_id, body: { outcome: delivered ? 'delivered' : 'failed', status: status ?? null, tries } });
    if (row && next) await later('webhooks.send-delivery', { delivery }, { at: next });
    if (row && !delivered && !next) await giveUp(doing, row, delivery, status === GONE ? 'gone' : 'failing');
    return { delivery, delivered };
  },
});

interface Told { readonly subscription_id: string; readonly keeper_hub_id: string | null }

/** Switches the subscription off, unless another message got through since this one was first asked for. */
async function giveUp({ tx, network, now, record }: Doing<WebhooksTables>, { subscription_id: subscription, keeper_hub_id: hub }: Told, delivery: string, reason: 'gone' | 'failing'): Promise<void> {
  const reached = await tx.selectFrom('webhooks.attempt as a')
    .innerJoin('webhooks.delivery as d', (join) => join.onRef('d.network_id', '=', 'a.network_id').onRef('d.id', '=', 'a.delivery_id'))
    .where('a.network_id', '=', network).where('d.subscription_id', '=', subscription).where('a.status', '>=', 200).where('a.status', '<', 300)
    .where('a.at', '>', sql<Date>`(select since from webhooks.delivery where network_id = ${network} and id = ${delivery})`)
    .select('a.id').limit(1).executeTakeFirst();
  if (reached && reason === 'failing') return;
  const { numUpdatedRows } = await tx.updateTable('webhooks.subscription').set({ state: 'disabled', disabled_at: now, disabled_for: reason })
    .where('network_id', '=', network).where('id', '=', subscription).where('state', '=', 'on').executeTakeFirst();
  if (!numUpdatedRows) return;
  await setWishes({ tx, network }, { subscription, hub, events: [] });
  await record({ name: 'subscription-disabled', subject: subscription, hub, body: { reason } });
}
