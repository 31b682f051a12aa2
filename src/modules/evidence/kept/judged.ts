import { type RawBuilder, sql } from 'kysely';
import { eventsInside, type Scope, sealed } from '../reading/events-inside.ts';
import { countable, type FieldCode, fieldCodes, type ProofCode } from './countable.ts';
import type { Definition, KeptUnit } from './definition.ts';

/** Where an indicator kept as a row is read. */
export type KeptScope = Omit<Scope, 'events'> & {
  /** Only what says that it happened for this programme, or for one of its calls. */
  readonly within?: { readonly programme: string; readonly calls: readonly string[] } | undefined;
};

/**
 * The events of a period as a table `judged`: what each counts (`thing`), whose it is, and what it lacks to count (`missing`: null
 * when it counts). Then `counted`, those that count. What came before an event on the same road is looked at too and counts zero,
 * unless it came farther.
 */
export function judged(definition: Definition, scope: KeptScope): RawBuilder<unknown> {
  const { events, unit } = definition;
  const looked = [...new Set(events.flatMap((name) => [name, ...countable[name]!.before]))];
  return sql`${eventsInside({ ...scope, events: looked })},
  weighed as (
    select inside.*, ${thingOf(unit)} as thing, coalesce(${thingOf(unit)}, subject_id) as whose, case ${sql.join(lacks(definition, scope).map(([code, holds]) => sql`when (${holds}) is not true then ${code}`), sql` `)} end as missing
    from inside${scope.within ? sql` where body ->> 'programme' = ${scope.within.programme} or body ->> 'call' = any(${[...scope.within.calls]}::text[])` : sql``}
  ),
  arrived as (select whose, subject_id from weighed where missing is distinct from 'not-yet'),
  judged as (
    select * from weighed where missing is distinct from 'not-yet'
      or (whose not in (select whose from arrived) and subject_id not in (select subject_id from arrived))
  ),
  counted as (select * from judged where missing is null)`;
}

/** Every reason for which something is left out, in the order in which it is asked: the last of them stands nearest to counting. */
export const reasonsOf = ({ conditions, proofs }: Pick<Definition, 'conditions' | 'proofs'>): string[] =>
  ['not-yet', 'other-unit', ...fieldCodes.filter((code) => conditions[code]), ...proofs];

function lacks({ events, unit, conditions, proofs }: Definition, { upTo }: KeptScope): [code: string, holds: RawBuilder<unknown>][] {
  return [
    ['not-yet', sql`name = any(${[...events]}::text[])`],
    ['other-unit', sql`${thingOf(unit)} is not null`],
    ...fieldCodes.flatMap((code): [string, RawBuilder<unknown>][] => (conditions[code] ? [[code, meets(code, conditions[code])]] : [])),
    ...proofs.map((code): [string, RawBuilder<unknown>] => [code, proven[code as ProofCode](upTo)]),
  ];
}

/** What is not known of somebody stands empty in some events and as a word in others. */
const meets = (code: FieldCode, values: readonly string[]): RawBuilder<unknown> =>
  code === 'sex' || code === 'age_band' ? sql`coalesce(body ->> ${sql.lit(code)}, 'unknown') = any(${[...values]}::text[])` : sql`body ->> ${sql.lit(code)} = any(${[...values]}::text[])`;

function thingOf(unit: KeptUnit): RawBuilder<unknown> {
  switch (unit) {
    case 'person': return sql`(case when coalesce(body ->> 'kind', 'person') = 'person' then person_id end)`;
    case 'organization': return sql`organization_id`;
    // What is told of an enterprise names it; what is told of a project has it as its subject.
    case 'project': case 'job': case 'job_female': case 'job_young': case 'fte': return sql`coalesce((body ->> 'venture')::uuid, subject_id)`;
    default: return sql`subject_id`;
  }
}

const ownNetwork = sql`(select nullif(current_setting('app.network', true), '')::uuid)`;
const replacing = (row: string, upTo: number | undefined): RawBuilder<unknown> =>
  sql`${sql.ref(`${row}.network_id`)} = ${ownNetwork} and ${sql.ref(`${row}.name`)} = 'registers.proof-replaced' and ${sql.ref(`${row}.body`)} ->> 'entry' = inside.subject_id::text${sealed(row, upTo)}`;

const another = (names: readonly string[], upTo: number | undefined, more: RawBuilder<unknown> = sql``): RawBuilder<unknown> =>
  sql`exists (select from core.event p where p.network_id = ${ownNetwork} and p.subject_id = inside.subject_id and p.name = any(${[...names]}::text[])${more}${sealed('p', upTo)})`;

const proven: Readonly<Record<ProofCode, (upTo: number | undefined) => RawBuilder<unknown>>> = {
  'visit-closed': (upTo) => another(['desk.visit-closed'], upTo),
  'signed-by-all': () => sql`body ->> 'by_all' = 'true'`,
  'not-ended': (upTo) => sql`not ${another(['network.agreement-terminated'], upTo)} and not ${another(['network.agreement-suspended'], upTo,
    sql` and not exists (select from core.event r where r.network_id = p.network_id and r.subject_id = p.subject_id and r.name = 'network.agreement-resumed' and r.id > p.id${sealed('r', upTo)})`)}`,
  'seen-or-on-paper': () => sql`body ->> 'verified' in ('visit', 'papers', 'register')`,
  // The paper that came with the step, or one that took its place; withdrawn, it shows nothing until another is brought.
  'paper-stands': (upTo) => sql`not exists (select from core.event w where w.network_id = ${ownNetwork} and w.name = 'registers.proof-withdrawn' and w.body ->> 'why' <> 'replaced'${sealed('w', upTo)}
    and (w.subject_id::text = inside.body ->> 'proof' or exists (select from core.event r where ${replacing('r', upTo)} and r.body ->> 'proof' = w.subject_id::text))
    and not exists (select from core.event r where ${replacing('r', upTo)} and r.id > w.id))`,
  'at-work': () => sql`body ->> 'alive' = 'true'`,
};
