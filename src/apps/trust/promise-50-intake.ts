import pg from 'pg';
import { visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { leaveRequest } from '#modules/portal/leave-request/leave-request.ts';
import { requestForm } from '#modules/portal/leave-request/request-form.query.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { catalogReadings, readingsOf, type Relation, waysRound } from './intake/statements.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { buildTown, type Town } from './town/town.ts';

export const intakePromise: TrustPromise = {
  number: 50,
  name: 'intake',
  title: 'what takes letters from strangers can read no row, not even what it just wrote, nor learn from an error that a row exists',
  run: async (kit) => {
    await kit.hadina();
    const town = await townWithLetters(kit);
    const { cases, faults, rows } = await everythingRead(kit, town);
    return noneOf('rows readable', cases, faults, 500, [`its dump of everything it can read holds ${rows} rows`]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const town = await townWithLetters(kit);
    await withOwner(kit, (owner) => owner.query('grant select on portal.intake to hadina_intake; create policy planted on portal.intake for select to hadina_intake using (true)'));
    try {
      const { faults, rows } = await everythingRead(kit, town);
      return rows > 0 && faults.some((fault) => fault.includes('select * from portal.intake'));
    } finally {
      await withOwner(kit, (owner) => owner.query('revoke select on portal.intake from hadina_intake; drop policy planted on portal.intake; grant insert (network_id, hub_id, request_id, letter) on portal.intake to hadina_intake'));
    }
  },
};

const letter = { wish: 'call-back', subject: 'rights', way: 'phone', phone: '+216 20 123 456', ask_for: 'canary-salma', hours: [], language: 'ar', words: 'canary-words' };

/** A network in which everything was done once, and letters wait. */
async function townWithLetters(kit: Kit): Promise<Town> {
  const town = await buildTown({ random: kit.random, tries: kit.rounds(20, 60, 200) });
  const { house, network, hub } = town.world;
  await ask(house, visitor(network), requestForm, { hub });
  for (let n = 0; n < 5; n++) await act(house, visitor(network), leaveRequest, { hub, press: newId(), ...letter });
  return town;
}

/** Tries every relation and function of the house as the intake login, with the context of a whole hub set by itself. */
async function everythingRead(kit: Kit, { world }: Town): Promise<{ cases: number; faults: string[]; rows: number }> {
  const { house } = await kit.hadina();
  const { relations, calls } = await withOwner(kit, catalogOf);
  const client = new pg.Client(house.connectAs('hadina_intake'));
  await client.connect();
  const faults: string[] = [];
  let cases = 0;
  const context = ['network', 'hub', 'hubs', 'contact_hubs', 'managed_hubs', 'staff_hubs', 'audit_hubs', 'protected_hubs']
    .map((name) => `set local app.${name} = '${name === 'network' ? world.network : name === 'hub' ? world.hub : `{${world.hub}}`}'`).join('; ');
  /** What a statement gives in a transaction of its own that is always taken back; null when it was refused. */
  const tried = async (statement: string): Promise<number | null> => {
    cases++;
    await client.query(`begin; ${context}; set local app.manages_network = 'yes'; set local statement_timeout = '10s'`);
    try {
      const answers = [await client.query(statement)].flat() as pg.QueryResult[];
      return answers.at(-1)!.rows.length;
    } catch {
      return null;
    } finally {
      await client.query('rollback');
    }
  };
  try {
    const statements = [...relations.flatMap(readingsOf), ...calls, ...waysRound];
    for (const statement of statements) if ((await tried(statement)) !== null) faults.push(`was not refused: ${statement}`);
    for (const statement of catalogReadings) if (await tried(statement)) faults.push(`gave rows: ${statement}`);
    faults.push(...await oracleFaults(client, context, world), ...await answerFaults(kit, world));
    cases += 8;
    return { cases, faults, rows: await dumpedRows(client) };
  } finally {
    await client.end();
  }
}

/** All relations of the house with their columns, and a call with nothing of each of its functions. */
async function catalogOf(owner: pg.Client): Promise<{ relations: Relation[]; calls: string[] }> {
  const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname !~ '^pg_'`;
  const { rows: relations } = await owner.query(`
    select n.nspname || '.' || c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns from pg_class c
    join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${ours} and c.relkind in ('r', 'p', 'v', 'm') group by 1`);
  const { rows: calls } = await owner.query(`
    select 'select ' || n.nspname || '.' || p.proname || '(' || coalesce((select string_agg('null::' || format_type(t, null), ', ') from unnest(p.proargtypes) t), '') || ')' as call
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prorettype <> 'trigger'::regtype`);
  return { relations, calls: calls.map(({ call }) => call as string) };
}

/** The database's own dump of everything this login may read, as XML: how many rows it holds. */
async function dumpedRows(client: pg.Client): Promise<number> {
  const { rows } = await client.query(`select database_to_xml(true, true, '')::text as dump`);
  return (String(rows[0].dump).match(/<network_id>|<row>/g) ?? []).length;
}

/** The same insert with a thing that exists and one that does not must be answered alike. */
async function oracleFaults(client: pg.Client, context: string, { house, network, hub }: Town['world']): Promise<string[]> {
  const [known] = await ownerQuery<{ id: string; request_id: string }>(house, 'select id, request_id from portal.intake where network_id = $1 limit 1', [network]);
  const [event] = await ownerQuery<{ id: string }>(house, 'select id from core.event where network_id = $1 limit 1', [network]);
  const sealed = Buffer.alloc(100, 1);
  const answer = async (text: string, values: unknown[]): Promise<string> => {
    await client.query(`begin; ${context}`);
    try {
      const { rowCount, rows } = await client.query(text, values);
      return `done ${rowCount} ${rows.length}`;
    } catch (error) {
      const { code, message, detail = '' } = error as pg.DatabaseError;
      return `${code} ${message} ${detail}`;
    } finally {
      await client.query('rollback');
    }
  };
  const add = 'insert into portal.intake (network_id, hub_id, request_id, letter) values ($1, $2, $3, $4)';
  const pairs: [string, [string, unknown[]], [string, unknown[]]][] = [
    ['a hub', [add, [network, hub, newId(), sealed]], [add, [network, newId(), newId(), sealed]]],
    ['a letter by its name', [add, [network, hub, known!.request_id, sealed]], [add, [network, hub, newId(), sealed]]],
    ['a letter by its id', [add.replace('hub_id', 'id, hub_id').replace('$2', '$5, $2'), [network, hub, newId(), sealed, known!.id]], [add.replace('hub_id', 'id, hub_id').replace('$2', '$5, $2'), [network, hub, newId(), sealed, newId()]]],
    ['an event by its id', ['insert into core.event (network_id, id) values ($1, $2)', [network, event!.id]], ['insert into core.event (network_id, id) values ($1, $2)', [network, newId()]]],
    ['another event than its own', [
      `insert into core.event (network_id, hub_id, app, action, name, subject_id, compartment) values ($1, $2, 'web', 'desk.open-ticket', 'desk.ticket-opened', $3, 'C0')`, [network, hub, newId()]],
    [`insert into core.event (network_id, hub_id, app, action, name, subject_id, compartment) values ($1, $2, 'web', 'people.register-person', 'people.person-registered', $3, 'C0')`, [network, hub, newId()]]],
  ];
  const faults: string[] = [];
  for (const [what, there, nowhere] of pairs) {
    const [one, other] = [await answer(...there), await answer(...nowhere)];
    if (one !== other) faults.push(`tells ${what} that exists from one that does not: ${one} | ${other}`);
    if (what.includes('event') && one.startsWith('done')) faults.push(`could add ${what}`);
  }
  return faults;
}

/** What the form answers holds nothing of what was typed, nor the letter's own name. */
async function answerFaults(kit: Kit, { house, network, hub }: Town['world']): Promise<string[]> {
  const answer = JSON.stringify(await act((await kit.hadina()).house, visitor(network), leaveRequest, { hub, press: newId(), ...letter }));
  const [kept] = await ownerQuery<{ request_id: string; letter: Buffer }>(house, 'select request_id, letter from portal.intake where network_id = $1 order by arrived_at desc limit 1', [network]);
  return [
    ...(/canary|20 ?123/.test(answer) || answer.includes(kept!.request_id) ? ['the answer tells what was written'] : []),
    ...(kept!.letter.includes('canary') ? ['the letter lies open'] : []),
  ];
}
