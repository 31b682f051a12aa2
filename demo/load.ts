import type { z } from 'zod';
import type { Action, Query } from '#core/action.ts';
import { type Actor, type HeldRole, visitor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { consoleActor } from '#modules/network/public.ts';
import { demoHubs, type DemoHub, type HubKey, smallHubs } from './content/hubs.ts';

/** A colleague as the loader acts through her. */
export interface Colleague {
  readonly account: string;
  readonly hub: string | null;
  readonly role: HeldRole['role'];
}

/** What a household of the demo pays with: the number of its card with its digits and, where one is tied, its telephone, whose number is invented; or paper. */
export type DemoMeans = { readonly card: string; readonly digits: string; readonly phone: string | null } | { readonly paper: string };

/** One load of the demo: where it writes, how much, and the days it tells of. */
export interface Load {
  readonly house: House;
  readonly network: string;
  readonly small: boolean;
  readonly hubsToOpen: readonly DemoHub[];
  readonly say: (line: string) => void;
  /** Told of each household that pays, so that a newcomer can pay with what it has. */
  readonly shows: (means: DemoMeans) => void;
  /** How many days before the load things began. */
  readonly began: Beginnings;
  /** The moment of loading; nothing is written later than this. */
  readonly now: Date;
  /** Ids of hubs, bodies and colleagues by their key in the content tables. */
  readonly hubs: Map<HubKey, string>;
  readonly bodies: Map<string, string>;
  readonly units: Map<string, string>;
  /** Programmes and committees by the keys of their tables. */
  readonly programmes: Map<string, string>;
  readonly committees: Map<string, string>;
  readonly staff: Map<string, Colleague>;
}

/** Days before the load: the network opens, people are hired, services are listed, the desks receive. */
interface Beginnings {
  readonly opened: number;
  readonly hired: number;
  readonly listed: readonly [earliest: number, latest: number];
  readonly desks: number;
}

const threeMonths: Beginnings = { opened: 210, hired: 200, listed: [97, 150], desks: 91 };
const aYear: Beginnings = { opened: 400, hired: 390, listed: [366, 380], desks: 362 };

/** Begins a load into a new network. */
export const beginLoad = (house: House, { small, say, shows = () => {} }: { small: boolean; say: (line: string) => void; shows?: (means: DemoMeans) => void }): Load => ({
  house, small, say, shows, began: small ? threeMonths : aYear, network: newId(), now: new Date(), hubs: new Map(), bodies: new Map(), units: new Map(), programmes: new Map(), committees: new Map(), staff: new Map(),
  hubsToOpen: small ? demoHubs.filter(({ key }) => smallHubs.includes(key)) : demoHubs,
});

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A moment so many days before the load, at an hour of that day (UTC). */
export function daysAgo(load: Load, days: number, hour = 8, minute = 0): Date {
  const at = new Date(load.now.getTime() - days * DAY);
  at.setUTCHours(hour, minute, 0, 0);
  return at;
}

/** The calendar day "2026-11-21" so many days before the load; negative: after it. */
export const dayAgo = (load: Load, days: number): string => new Date(load.now.getTime() - days * DAY).toISOString().slice(0, 10);

/** A moment some minutes later. */
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

/** A moment some days later. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY);

/** Does an action as somebody at a moment of the past. */
export const does = <I extends z.ZodType, R>(load: Load, actor: Actor, action: Action<I, R>, input: object): Promise<R> => act(load.house, actor, action, input);

/** Asks a question as somebody at a moment of the past. */
export const asks = <I extends z.ZodType, R>(load: Load, actor: Actor, query: Query<I, R>, input: object): Promise<R> => ask(load.house, actor, query, input);

/** The administrator at the console, at a moment. */
export const adminAt = (load: Load, at: Date): Actor => ({ ...consoleActor(load.network), app: 'demo', demoAt: at });

/** Whoever holds a link, at a moment. */
export const strangerAt = (load: Load, at: Date): Actor => ({ ...visitor(load.network, 'demo'), demoAt: at });

/** A colleague of a hub (`desk.medina`), at a moment. */
export function colleagueAt(load: Load, login: string, at: Date): Actor {
  const { account, hub, role } = load.staff.get(login) ?? absentColleague(login);
  const roles: HeldRole[] = hub ? [{ role, scope: 'hub', scopeId: hub, hubs: [hub] }] : [];
  return { network: load.network, account, person: null, hub, roles, app: 'demo', demoAt: at };
}

function absentColleague(login: string): never {
  throw new Error(`The demo hired nobody as ${login}`);
}

/** The id of something the loader made before. */
export function known<K>(made: ReadonlyMap<K, string>, key: K): string {
  const id = made.get(key);
  if (!id) throw new Error(`The demo has not made ${String(key)}`);
  return id;
}
