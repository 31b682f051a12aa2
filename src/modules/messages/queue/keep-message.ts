import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { hubCard } from '#modules/network/public.ts';
import { personCard, reasonOf, type Way, waysToReach } from '#modules/people/public.ts';
import { openChannels } from '../carriers/carriers.ts';
import type { MessagesTables, TextChannel } from '../messages.ts';
import { languageFor } from '../template/language-for.ts';
import { type MessageParams, type Template, templates } from '../template/templates.ts';

/** How long every message is held before it leaves, so that a slip can be taken back (trust.md T17). */
export const HELD_MINUTES = 10;

/** What is to be told to whom. */
export interface MessageWish {
  readonly hub: string;
  readonly person: string;
  readonly template: Template;
  readonly params: MessageParams;
  /** Not before; after the ten minutes in any case. */
  readonly at?: Date | undefined;
  /** Of no use afterwards. */
  readonly until?: Date | undefined;
  readonly basis?: string | undefined;
  readonly basisId?: string | undefined;
  /** The phone or address and the way chosen by hand; the gate chooses when absent. */
  readonly way?: { readonly contact: string; readonly channel: TextChannel } | undefined;
}

/** Where and when the gate lets a message go, or why not. */
export type Route = { readonly way: Way; readonly due: Date } | { readonly reason: string };

const DAY = 86_400_000;
/** A reminder that would come too late (an appointment on Monday morning, a door that is shut on Sunday) may come so many days sooner. */
const SOONER_DAYS = [0, 1, 2, 3] as const;

/**
 * Asks the gate for the best way: not earlier than ten minutes from now, at the hour wished for or at her next safe one; when
 * that is too late to be of use, some days sooner.
 */
export async function routeOf(doing: Pick<Doing<MessagesTables>, 'tx' | 'network' | 'now'>, wish: MessageWish): Promise<Route> {
  const { tx, now } = doing;
  const channels = openChannels((await hubCard(tx, wish.hub))?.demo ?? false);
  if (channels.length === 0) return { reason: 'no-way-out' };
  const soonest = now.getTime() + HELD_MINUTES * 60_000;
  const moments = [...new Set(SOONER_DAYS.map((days) => Math.max(soonest, (wish.at?.getTime() ?? 0) - days * DAY)))];
  let route: Route = { reason: 'too-late' };
  for (const moment of moments) {
    route = await routeAt(doing, wish, channels, new Date(moment));
    if ('way' in route || route.reason !== 'too-late') return route;
  }
  return route;
}

async function routeAt({ tx, network }: Pick<Doing<MessagesTables>, 'tx' | 'network'>, wish: MessageWish, channels: readonly TextChannel[], at: Date): Promise<Route> {
  const ways = (await waysToReach(tx, { network, hub: wish.hub, person: wish.person, channels, at, purpose: templates[wish.template].purpose }))
    .filter(({ contact, channel }) => !wish.way || (contact.id === wish.way.contact && channel === wish.way.channel));
  const way = ways.find(({ from }) => from !== null);
  if (!way) return { reason: reasonOf(ways) };
  return wish.until && way.from! >= wish.until ? { reason: 'too-late' } : { way, due: way.from! };
}

/** Writes the message down: held until it is due, or refused with the gate's reason. Undefined when the same one waits already. */
export async function keepMessage(doing: Doing<MessagesTables>, wish: MessageWish, route: Route): Promise<{ message: string; reason: string | null } | undefined> {
  const { tx, network, now, actor, blind, record, later } = doing;
  const card = (await personCard(tx, wish.person)) ?? doing.absent();
  const id = newId(now.getTime());
  const held = 'way' in route;
  const channel = held ? (route.way.channel as TextChannel) : null;
  const reason = held ? null : route.reason;
  const kept = await tx.insertInto('messages.message').values({
    network_id: network, id, hub_id: wish.hub, person_id: wish.person, contact_id: held ? route.way.contact.id : null, channel,
    template: wish.template, params: wish.params, lang: languageFor(card.languages), basis: wish.basis ?? null, basis_id: wish.basisId ?? null,
    state: held ? 'held' : 'refused', reason, queued_at: now, queued_by: actor.account, due_at: held ? route.due : now, until_at: wish.until ?? null,
    released_at: null, ended_at: held ? null : now, taken_back_by: null, ending: null, release_mark: markOfMessage(blind, id),
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (!kept.numInsertedOrUpdatedRows) return undefined;
  const about = { subject: id, person: wish.person, hub: wish.hub };
  if (held) {
    await record({ ...about, name: 'message-queued', body: { template: wish.template, channel } });
    await later('messages.send-message', { message: id }, { at: route.due, key: `message-${id}` });
  } else {
    await record({ ...about, name: 'message-refused', body: { template: wish.template, reason } });
  }
  return { message: id, reason };
}

/** The keyed mark of a message: the sending job brings it, and row-level security opens that message's address and no other. */
export const markOfMessage = (blind: Doing<unknown>['blind'], message: string): Buffer => blind('message', message);
