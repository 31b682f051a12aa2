import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { LookPurpose } from './audit.ts';
import type { Vault } from './crypto/vault.ts';
import type { AnyTx, Tx } from './db/transaction.ts';
import type { Happening } from './event.ts';
import type { Outbound } from './outbound/outbound.ts';
import type { Resource } from './policy/decide.ts';
import type { Tries } from './tries.ts';
import type { Values } from './words/words.ts';

/** What an action or query holds while it runs, inside its transaction. */
export interface Asking<T> {
  readonly tx: Tx<T>;
  readonly actor: Actor;
  /** The database's clock at begin (or the demo loader's earlier date). Use it for every time written. */
  readonly now: Date;
  /** The hub where the actor stands; refuses as NotFound when she stands in none. */
  readonly hub: string;
  readonly network: string;
  readonly vault: Vault;
  /** A keyed fingerprint of a word (blind index). */
  readonly blind: (label: string, word: string) => Buffer;
  /** Looks whether an address may be called; nothing is sent from inside a transaction. */
  readonly outbound: Pick<Outbound, 'check'>;
  /** Says no with a reason; the code must stand in `refuses`. */
  readonly refuse: (code: string, values?: Values, field?: string, offer?: Record<string, unknown>) => never;
  /** Absent or hidden: the same answer. */
  readonly absent: () => never;
  /** Says why this request opens what is sealed, when it knows better than its own declaration. */
  readonly because: (purpose: LookPurpose) => void;
  /** Notes that all of a person is opened, even when nothing of it is sealed: it counts as a look, and bait tells. */
  readonly opens: (person: string, field: string) => void;
  /** Counts as the login of figures, which sees no names and misses nobody who is kept apart from the asker; it reads what was committed, in a transaction of its own. */
  readonly counting: <R>(work: (tx: AnyTx) => Promise<R>) => Promise<R>;
}

export interface Doing<T> extends Asking<T> {
  /** Writes the event; an action that records none, now or by a job that `tells`, is refused at commit. Returns the event's id. */
  readonly record: (happening: Happening) => Promise<string>;
  /** What `around` brought along. */
  readonly brought?: unknown;
  /** Writes many events at once, in their order: one for each row of a long list. */
  readonly recordAll: (happenings: readonly Happening[]) => Promise<void>;
  /** Another action to run later as a job, enqueued in this same transaction. */
  readonly later: (action: string, input: Readonly<Record<string, unknown>>, when?: Later) => Promise<void>;
}

/** When a job runs, under which key it stands once, and whether it acts with the rights that the asker has at that moment. */
export interface Later {
  readonly at?: Date;
  readonly key?: string;
  readonly asMe?: true;
  /** The job writes the event of this action, so that nothing tells who did it. */
  readonly tells?: true;
}

/** What is known before the transaction opens. */
export interface Before<I> {
  readonly actor: Actor;
  readonly input: I;
  readonly blind: (label: string, word: string) => Buffer;
  readonly tries: Tries;
  /** The one way out of the house: another machine is asked here, never while a transaction waits. */
  readonly outbound: Outbound;
  /** Reads in a short transaction of its own, closed again before the action's opens. */
  // biome-ignore lint/suspicious/noExplicitAny: each module reads its own tables.
  readonly look: <R>(work: (asking: Asking<any>) => Promise<R>) => Promise<R>;
}

interface Common<I extends z.ZodType> {
  /** Verb-noun (`refer-person`) or what you get (`case-list`), without the module. */
  readonly name: string;
  /** One plain sentence a coach would understand. */
  readonly says: string;
  readonly input: I;
  /** Refusal codes it may give; each has words and a test that provokes it. */
  readonly refuses?: readonly string[];
  /** Why it opens what is sealed; written with each look. */
  readonly purpose?: LookPurpose;
  /** What it touches, when that is not simply the hub where the actor stands. */
  readonly resource?: (input: z.output<I>, actor: Actor) => Resource;
  /**
   * What the visitor brought instead of an account, as 32 bytes that a row keeps (a fingerprint of a link's token, a keyed
   * one of a code and a word). Row-level security reads it as `app.link`, in hexadecimal.
   */
  readonly link?: (input: z.output<I>, blind: (label: string, word: string) => Buffer) => Buffer;
  /** A second thing that was brought beside the first (the number of a price, with a card), likewise; row-level security reads it as `app.beside`. */
  readonly beside?: (input: z.output<I>, blind: (label: string, word: string) => Buffer) => Buffer;
  /** The import it works on; row-level security shows that import its own records before they are published. */
  importing?(input: z.output<I>): string;
}

export interface ActionSpec<T, I extends z.ZodType, R> extends Common<I> {
  readonly run: (doing: Doing<T>, input: z.output<I>) => Promise<R>;
  /** What stands around the transaction: counting tries, waiting for a turn. No connection is held meanwhile. */
  around?<X>(before: Before<z.output<I>>, run: (brought?: unknown) => Promise<X>): Promise<X>;
  /** False where the answer must not be kept (a session token); then the same key is not answered again. */
  readonly remembers?: false;
  /**
   * `intake`: what a stranger leaves. It runs under a login that adds and reads nothing, answers no key a second time, and its
   * event carries neither body, person nor account. `rights`: an erasure that was decided; it reaches rows of that person alone.
   */
  readonly login?: 'intake' | 'rights';
}

export interface QuerySpec<T, I extends z.ZodType, R> extends Common<I> {
  readonly run: (asking: Asking<T>, input: z.output<I>) => Promise<R>;
  /** `report`: figures read by the report login, which sees no names. `rights`: what is kept of a person who asked. */
  readonly login?: 'report' | 'rights';
  /** The person whose file it opens, sealed or not: if it is bait, an alarm is raised in the same transaction. */
  readonly file?: (input: z.output<I>) => string;
}

export interface Action<I extends z.ZodType = z.ZodType, R = unknown> {
  readonly kind: 'action';
  readonly module: string;
  /** `module.name`. */
  readonly fullName: string;
  // biome-ignore lint/suspicious/noExplicitAny: the pipeline runs actions of every module.
  readonly spec: ActionSpec<any, I, R>;
}

export interface Query<I extends z.ZodType = z.ZodType, R = unknown> {
  readonly kind: 'query';
  readonly module: string;
  readonly fullName: string;
  // biome-ignore lint/suspicious/noExplicitAny: the pipeline runs queries of every module.
  readonly spec: QuerySpec<any, I, R>;
}

const actions = new Map<string, Action>();
const queries = new Map<string, Query>();

/** Opens a module: its actions and queries see only the tables named in T. */
export function openModule<T>(module: string) {
  return {
    action<I extends z.ZodType, R>(spec: ActionSpec<T, I, R>): Action<I, R> {
      const action: Action<I, R> = { kind: 'action', module, fullName: `${module}.${spec.name}`, spec };
      actions.set(action.fullName, action as unknown as Action);
      return action;
    },
    query<I extends z.ZodType, R>(spec: QuerySpec<T, I, R>): Query<I, R> {
      const query: Query<I, R> = { kind: 'query', module, fullName: `${module}.${spec.name}`, spec };
      queries.set(query.fullName, query as unknown as Query);
      return query;
    },
  };
}

/** Every action declared so far, by full name. */
export const allActions = (): ReadonlyMap<string, Action> => actions;
/** Every query declared so far, by full name. */
export const allQueries = (): ReadonlyMap<string, Query> => queries;
