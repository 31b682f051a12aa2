import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { AnyTx } from './db/transaction.ts';
import { newId } from './id.ts';
import type { Compartment } from './policy/rule.ts';

/** What happened, in the past tense, about whom, without anything that must stay sealed. */
export interface Happening {
  /** Past tense, e.g. `ticket-opened`; its shape stands in the module's events.ts. */
  readonly name: string;
  /** The row it is about. */
  readonly subject: string;
  readonly person?: string | null;
  readonly organization?: string | null;
  /** Defaults to the hub where the actor stands. */
  readonly hub?: string | null;
  readonly body?: Readonly<Record<string, unknown>>;
}

const shapes = new Map<string, z.ZodType>();

/** Declares the events of one module with the shape of each body. Bodies carry ids, codes and counts: never a name, a phone, a note. */
export function defineEvents<const E extends Record<string, z.ZodType>>(module: string, events: E): E {
  for (const [name, shape] of Object.entries(events)) shapes.set(`${module}.${name}`, shape);
  return events;
}

/** All event names with their shapes, for documentation and tests. */
export const allEvents = (): ReadonlyMap<string, z.ZodType> => shapes;

export interface EventFrame {
  readonly actor: Actor;
  readonly action: string;
  readonly module: string;
  readonly compartment: Compartment;
  readonly key: string | null;
  readonly inputHash: Buffer | null;
  readonly now: Date;
}

function bodyOf(full: string, happening: Happening): string {
  const shape = shapes.get(full);
  if (!shape) throw new Error(`Event ${full} is not declared`);
  return JSON.stringify(shape.parse(happening.body ?? {}));
}

/** Writes one event in the open transaction; protected ones go to the confidential schema with its own chain. */
export async function recordEvent(tx: AnyTx, frame: EventFrame, happening: Happening): Promise<string> {
  const full = `${frame.module}.${happening.name}`;
  const body = bodyOf(full, happening);
  const { actor } = frame;
  const id = newId(frame.now.getTime());
  const table = sql.raw(frame.compartment === 'C2' ? 'confidential.event' : 'core.event');
  await sql`insert into ${table}
    (network_id, id, at, hub_id, account_id, person_actor_id, typed_for, app, action, name, subject_id, person_id,
     organization_id, compartment, body, key, input_hash)
    values (${actor.network}, ${id}, ${frame.now}, ${happening.hub === undefined ? actor.hub : happening.hub},
     ${actor.account}, ${actor.person}, ${actor.typedFor ?? null}, ${actor.app}, ${frame.action}, ${full},
     ${happening.subject}, ${happening.person ?? null}, ${happening.organization ?? null}, ${frame.compartment},
     ${body}::jsonb, ${frame.key}, ${frame.inputHash})`.execute(tx);
  return id;
}

/** An event ready to be written. */
export interface EventRow {
  readonly id: string;
  readonly frame: EventFrame;
  readonly full: string;
  readonly happening: Happening;
  readonly body: string;
}

/** An event that is written a little later, with others of the same transaction (`writeEvents`); its shape is checked now. */
export function eventRow(frame: EventFrame, happening: Happening): EventRow {
  if (frame.compartment === 'C2') throw new Error('Protected events are written one by one');
  const full = `${frame.module}.${happening.name}`;
  return { id: newId(frame.now.getTime()), frame, full, happening, body: bodyOf(full, happening) };
}

/** Writes events of several actions in one statement, in their order. */
export async function writeEvents(tx: AnyTx, network: string, rows: readonly EventRow[]): Promise<void> {
  const each = <V>(value: (row: EventRow) => V): V[] => rows.map(value);
  await sql`insert into core.event
    (network_id, id, at, hub_id, account_id, person_actor_id, typed_for, app, action, name, subject_id, person_id,
     organization_id, compartment, body, key, input_hash)
    select ${network}::uuid, e.* from unnest(${each(({ id }) => id)}::uuid[], ${each(({ frame }) => frame.now.toISOString())}::timestamptz[],
      ${each(({ frame, happening: { hub } }) => (hub === undefined ? frame.actor.hub : hub))}::uuid[], ${each(({ frame }) => frame.actor.account)}::uuid[],
      ${each(({ frame }) => frame.actor.person)}::uuid[], ${each(({ frame }) => frame.actor.typedFor ?? null)}::uuid[], ${each(({ frame }) => frame.actor.app)}::text[],
      ${each(({ frame }) => frame.action)}::text[], ${each(({ full }) => full)}::text[], ${each(({ happening }) => happening.subject)}::uuid[],
      ${each(({ happening }) => happening.person ?? null)}::uuid[], ${each(({ happening }) => happening.organization ?? null)}::uuid[],
      ${each(({ frame }) => frame.compartment)}::text[], ${each(({ body }) => body)}::jsonb[], ${each(({ frame }) => frame.key)}::uuid[],
      ${each(({ frame }) => frame.inputHash)}::bytea[]) as e`.execute(tx);
}

/** Writes many ordinary events in one statement, in their order; a long list has one for each of its rows. */
export async function recordEvents(tx: AnyTx, frame: EventFrame, happenings: readonly Happening[]): Promise<void> {
  if (frame.compartment === 'C2') throw new Error('Protected events are written one by one');
  if (happenings.length === 0) return;
  const { actor } = frame;
  const names = happenings.map(({ name }) => `${frame.module}.${name}`);
  await sql`insert into core.event
    (network_id, id, at, hub_id, account_id, person_actor_id, typed_for, app, action, name, subject_id, person_id,
     organization_id, compartment, body, key, input_hash)
    select ${actor.network}::uuid, e.id, ${frame.now}::timestamptz, e.hub, ${actor.account}::uuid, ${actor.person}::uuid, ${actor.typedFor ?? null}::uuid,
     ${actor.app}, ${frame.action}, e.name, e.subject, e.person, e.organization, ${frame.compartment}, e.body, ${frame.key}::uuid, ${frame.inputHash}::bytea
    from unnest(${happenings.map(() => newId(frame.now.getTime()))}::uuid[], ${happenings.map(({ hub }) => (hub === undefined ? actor.hub : hub))}::uuid[],
      ${names}::text[], ${happenings.map(({ subject }) => subject)}::uuid[], ${happenings.map(({ person }) => person ?? null)}::uuid[],
      ${happenings.map(({ organization }) => organization ?? null)}::uuid[], ${happenings.map((each, at) => bodyOf(names[at]!, each))}::jsonb[])
      as e (id, hub, name, subject, person, organization, body)`.execute(tx);
}

/** Writes the event of something a stranger left: its id and hour are the database's, and it tells nothing of whoever left it. */
export async function recordLeft(tx: AnyTx, { actor, action, module }: EventFrame, happening: Happening): Promise<string> {
  const full = `${module}.${happening.name}`;
  if (!shapes.has(full)) throw new Error(`Event ${full} is not declared`);
  await sql`insert into core.event (network_id, hub_id, app, action, name, subject_id, compartment)
    values (${actor.network}, ${happening.hub}, ${actor.app}, ${action}, ${full}, ${happening.subject}, 'C0')`.execute(tx);
  return happening.subject;
}
