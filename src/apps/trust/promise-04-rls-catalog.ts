import pg from 'pg';
import { beginFor } from '#core/db/context.ts';
import { faultOf } from '../fault.ts';
import { problemOf } from '../api/problem.ts';
import { localeOf } from '#core/words/locale.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { rulesOfPolicies } from './rls-catalog/rules-of-policies.ts';
import { contextFaults, rulesOfServer } from './rls-catalog/rules-of-context.ts';
import { rulesOfTables } from './rls-catalog/rules-of-tables.ts';

const rules = [...rulesOfTables, ...rulesOfPolicies, ...rulesOfServer];

export const rlsCatalogPromise: TrustPromise = {
  number: 4,
  name: 'rls-catalog',
  title: 'row-level security keeps its twelve rules in every table, view, function and policy',
  run: async (kit) => withOwner(kit, async (owner) => {
    const found = [await contextRule(kit, owner), tellingRule(), ...await lookAll(owner)];
    return noneOf('rules broken', found.reduce((sum, { looked }) => sum + looked, 0), found.flatMap(({ faults }) => faults), 100);
  }),
  plantedFault: async (kit) => withOwner(kit, async (owner) => {
    await owner.query('begin');
    await owner.query(plants);
    const faults = (await lookAll(owner)).flatMap((found) => found.faults).filter((fault) => fault.includes('planted'));
    await owner.query('rollback');
    return [1, 2, 3, 4, 5, 7, 8, 9].every((rule) => faults.some((fault) => fault.startsWith(`rule ${rule}:`)));
  }),
};

/** One planted break for each rule that the catalog can show; all rolled back. */
const plants = `
  create table network.planted (id serial primary key, note text, hub_id uuid);
  create policy planted_row on network.planted for all to hadina_app using (length(note) > 0 and hub_id is not null and current_setting('app.hub', true) = note);
  create view network.planted_view as select * from network.planted;
  create materialized view network.planted_roll as select * from network.planted;
  create function network.planted_call() returns int language sql security definer as 'select 1';`;

const lookAll = async (owner: pg.Client) => {
  const found: { looked: number; faults: string[] }[] = [];
  for (const rule of rules) found.push(await rule.look(owner));
  return found;
};

async function contextRule(kit: Kit, owner: pg.Client) {
  const { house } = await kit.hadina();
  const world = await openHub();
  const { rows } = await owner.query(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and has_table_privilege('hadina_app', c.oid, 'select') and n.nspname !~ '^pg_|information_schema' and c.relname <> 'territory'`);
  return contextFaults(house.app, beginFor(await world.as('desk_officer')), rows.map(({ name }) => name));
}

/** Rule 10: what PostgreSQL tells us about a collision (another's row) never reaches the caller. */
function tellingRule() {
  const detail = 'Key (ref)=(CANARY-0815) already exists.';
  const error = Object.assign(new pg.DatabaseError(`duplicate key ${detail}`, 10, 'error'), { code: '23505', detail, hint: detail, where: detail });
  const said = JSON.stringify(problemOf(faultOf(error), 'core', { locale: localeOf('fr', 'TN'), terms: {} }));
  return { looked: 1, faults: said.includes('CANARY') ? ['rule 10: a caller is told the detail of a database error'] : [] };
}
