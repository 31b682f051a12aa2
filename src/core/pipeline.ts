import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Action, Asking, Doing, Later, Query } from './action.ts';
import type { Actor } from './actor.ts';
import { blind } from './crypto/blind-index.ts';
import { Vault } from './crypto/vault.ts';
import { beginFor } from './db/context.ts';
import { type AnyTx, inTransaction } from './db/transaction.ts';
import { type LookPurpose, type Looks, recordDenial, recordLooks } from './audit.ts';
import { alarmOfBait } from './brakes/bait.ts';
import { alarmOfStop, ReadsStopped } from './brakes/read-budget.ts';
import { type EventFrame, eventRow, type Happening, recordEvent, recordEvents, recordLeft } from './event.ts';
import type { House } from './house.ts';
import { readInput } from './input.ts';
import { enqueue } from './jobs/enqueue.ts';
import { decide } from './policy/decide.ts';
import type { Compartment } from './policy/rule.ts';
import { NotFound, Refusal } from './refusal.ts';
import { openTries } from './tries.ts';

export interface Options {
  /** UUIDv7 made by the client: the same key gives the same answer, a different body is refused. */
  readonly key?: string | null;
  /** Runs everything and keeps nothing; the same code as the real run. */
  readonly dryRun?: boolean;
}

/** Does one action: reads the input, decides, opens the transaction, runs, insists on an event, commits. */
export async function act<I extends z.ZodType, R>(
  house: House, actor: Actor, action: Action<I, R>, given: unknown, { key = null, dryRun = false }: Options = {},
): Promise<R> {
  const input = readInput(action.spec.input, given);
  const compartment = await permit(house, actor, action, input);
  const inputHash = createHmac('sha256', house.keyFor('input-hash')).update(stable(input)).digest();
  const leaves = action.spec.login === 'intake';
  const pool = leaves ? house.intake : action.spec.login === 'rights' ? house.rights : compartment === 'C2' ? house.protected : (house.together ?? house.app);
  const jobHubs = await hubsOfJob(house, actor);
  const run = (brought?: unknown) => inTransaction(pool, beginFor(actor, { jobHubs, ...broughtTo(house, actor, action, input), importing: action.spec.importing?.(input) }), async (tx, clock) => {
    const command = action.spec.remembers === false || leaves || dryRun ? null : key;
    const before = command ? await answeredBefore<R>(tx, actor, action.fullName, command, inputHash, compartment) : undefined;
    if (before) return before.result;
    const looks: Looks = new Map();
    const asking = openAsking(house, tx, actor, action, looks, clock);
    let recorded = 0;
    const frame = { actor, action: action.fullName, module: action.module, compartment, key, inputHash, now: asking.now };
    // Added to the same object: a copy would ask for the hub of those who stand in none.
    const doing: Doing<unknown> = Object.assign(asking, {
      brought,
      record: (happening: Happening) => { recorded++; return leaves ? recordLeft(tx, frame, happening) : keepEvent(house, tx, frame, happening); },
      recordAll: (happenings: readonly Happening[]) => { recorded += happenings.length; return recordEvents(tx, frame, happenings); },
      later: (name: string, laterInput: Readonly<Record<string, unknown>>, when: Later = {}) => {
        if (when.tells) recorded++;
        return enqueue(tx, actor, name, laterInput, when);
      },
    });
    const result = await action.spec.run(doing, input);
    if (recorded === 0) throw new Error(`${action.fullName} recorded no event; nothing was kept`);
    await keepLooks(house, tx, frame, looks, asking, action);
    if (command) await keepAnswer(tx, actor.network, command, result, compartment);
    return result;
  }, !dryRun).catch((error: unknown) => alarmed(house, actor, compartment, error));
  const { around } = action.spec;
  const look = <L>(work: (asking: Asking<unknown>) => Promise<L>) =>
    inTransaction(pool, beginFor(actor, { readOnly: true }), (tx, clock) => work(openAsking(house, tx, actor, action, new Map(), clock)));
  return around ? around({ actor, input, blind: blinder(house, actor), tries: openTries(house.worker), outbound: house.outbound, look }, run) : run();
}

/** Answers one query under the reader's row-level security; opening sealed fields leaves a trace in the same transaction. */
export async function ask<I extends z.ZodType, R>(house: House, actor: Actor, query: Query<I, R>, given: unknown): Promise<R> {
  const input = readInput(query.spec.input, given);
  const compartment = await permit(house, actor, query, input);
  const pool = query.spec.login === 'report' ? house.report : query.spec.login === 'rights' ? house.rights : compartment === 'C2' ? house.protected : (house.together ?? house.app);
  const jobHubs = await hubsOfJob(house, actor);
  await house.together?.writeKept();
  const begin = beginFor(actor, { readOnly: compartment === 'C0' && !query.spec.file, jobHubs, ...broughtTo(house, actor, query, input), importing: query.spec.importing?.(input) });
  return inTransaction(pool, begin, async (tx, clock) => {
    const looks: Looks = new Map();
    const asking = openAsking(house, tx, actor, query, looks, clock);
    const result = await query.spec.run(asking, input);
    if (query.spec.file) await alarmOfBait(tx, actor, asking.blind, [query.spec.file(input)]);
    const frame = { actor, action: query.fullName, module: query.module, compartment, key: null, inputHash: null, now: asking.now };
    await keepLooks(house, tx, frame, looks, asking, query);
    return result;
  }).catch((error: unknown) => alarmed(house, actor, compartment, error));
}

/** Whoever was stopped is told of to those who must know, once nothing of what she tried is left; then the refusal goes on. */
async function alarmed(house: House, actor: Actor, compartment: Compartment, error: unknown): Promise<never> {
  if (error instanceof ReadsStopped) await alarmOfStop(house, actor, compartment, error);
  throw error;
}

const reasons = new WeakMap<object, LookPurpose>();

/** Why this request opens what it opens: what it said itself while it ran, else what it is for. */
const purposeOf = (asking: object, asked: Action | Query): LookPurpose => reasons.get(asking) ?? asked.spec.purpose ?? 'other';

/**
 * Writes who looked, and brakes whoever looks at too much. The login of rights neither counts looks nor knows bait: what a colleague opens
 * by it is counted and written by the web's own login, before she sees anything.
 */
function keepLooks(house: House, tx: AnyTx, frame: EventFrame, looks: Looks, asking: Asking<unknown>, asked: Action | Query): Promise<void> {
  const keep = (by: AnyTx) => recordLooks(by, frame, looks, { blind: asking.blind, purpose: purposeOf(asking, asked) });
  return asked.spec.login === 'rights' && frame.actor.account ? inTransaction(house.app, beginFor(frame.actor), keep) : keep(tx);
}

/** Writes an event now, or with the others of a transaction that several actions share. */
function keepEvent({ together }: House, tx: AnyTx, frame: EventFrame, happening: Happening): Promise<string> {
  return together && frame.compartment !== 'C2' ? Promise.resolve(together.keep(eventRow(frame, happening))) : recordEvent(tx, frame, happening);
}

const broughtTo = (house: House, actor: Actor, { spec }: Action | Query, input: unknown): { link: Buffer | undefined; beside: Buffer | undefined } =>
  ({ link: spec.link?.(input as never, blinder(house, actor)), beside: spec.beside?.(input as never, blinder(house, actor)) });

const blinder = (house: House, actor: Actor) => (label: string, word: string): Buffer =>
  blind(house.keyFor('blind-index'), `${actor.network}|${label}`, word);

async function permit(house: House, actor: Actor, asked: Action | Query, input: unknown): Promise<Compartment> {
  const resource = asked.spec.resource?.(input as never, actor) ?? {};
  const decision = decide(actor, asked.fullName, resource);
  if (decision.allow) return decision.rule!.compartment;
  await recordDenial(house, actor, asked.fullName, decision);
  throw new Refusal(`core.${decision.reason}`, {}, undefined, { status: 403 });
}

function openAsking(
  house: House, tx: AnyTx, actor: Actor, asked: Action | Query, looks: Looks, clock: Date,
): Asking<unknown> {
  const look = (person: string, field: string, hub: string | null) => {
    const known = looks.get(person) ?? { hub, fields: new Set<string>() };
    looks.set(person, { hub: known.hub ?? hub, fields: known.fields.add(field) });
  };
  const asking = {
    tx, actor, network: actor.network,
    now: actor.app === 'demo' && actor.demoAt ? actor.demoAt : clock,
    vault: new Vault(house.keys, actor.network, actor.hub ?? actor.network, look),
    blind: blinder(house, actor),
    outbound: house.outbound,
    refuse: (code: string, values = {}, field?: string, offer = {}): never => {
      if (!asked.spec.refuses?.includes(code)) throw new Error(`${asked.fullName} does not declare the refusal ${code}`);
      throw new Refusal(`${asked.module}.${code}`, values, field, offer);
    },
    absent: (): never => { throw new NotFound(); },
    because: (purpose: LookPurpose): void => { reasons.set(asking, purpose); },
    opens: (person: string, field: string): void => look(person, field, actor.hub),
    counting: <R>(work: (by: AnyTx) => Promise<R>) => inTransaction(house.report, beginFor(actor, { readOnly: true }), work),
  };
  return Object.defineProperty(asking, 'hub', {
    enumerable: true,
    get: () => { if (!actor.hub) throw new NotFound(); return actor.hub; },
  }) as unknown as Asking<unknown>;
}

/** A job works for the whole network; it sees every hub of it, and the list is read afresh. */
async function hubsOfJob(house: House, actor: Actor): Promise<readonly string[] | undefined> {
  if (actor.app !== 'job' || actor.account !== null) return undefined;
  const { rows } = await house.worker.query<{ id: string }>('select id from network.hub where network_id = $1', [actor.network]);
  return rows.map(({ id }) => id);
}

async function answeredBefore<R>(
  tx: AnyTx, actor: Actor, action: string, key: string, inputHash: Buffer, compartment: Compartment,
): Promise<{ result: R } | undefined> {
  const table = sql.raw(compartment === 'C2' ? 'confidential.command' : 'core.command');
  const { rows: mine } = await sql`insert into ${table} (network_id, key, action, account_id, input_hash)
    values (${actor.network}, ${key}, ${action}, ${actor.account}, ${inputHash})
    on conflict (network_id, key) do nothing returning key`.execute(tx);
  if (mine.length) return undefined;
  const { rows } = await sql<{ action: string; account_id: string | null; input_hash: Buffer; result: R }>`
    select action, account_id, input_hash, result from ${table} where network_id = ${actor.network} and key = ${key}`.execute(tx);
  const seen = rows[0];
  if (!seen || seen.action !== action || seen.account_id !== actor.account || !seen.input_hash.equals(inputHash)) {
    throw new Refusal('core.key-reused', {}, undefined, { status: 409 });
  }
  return { result: seen.result };
}

async function keepAnswer(tx: AnyTx, network: string, key: string, result: unknown, compartment: Compartment): Promise<void> {
  const table = sql.raw(compartment === 'C2' ? 'confidential.command' : 'core.command');
  await sql`update ${table} set result = ${JSON.stringify(result ?? null)}::jsonb
    where network_id = ${network} and key = ${key}`.execute(tx);
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_, v) => {
    if (typeof v === 'bigint') return `${v}n`;
    if (v && typeof v === 'object' && !Array.isArray(v) && !(v instanceof Date)) {
      return Object.fromEntries(Object.entries(v as object).sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    return v;
  }) ?? 'null';

