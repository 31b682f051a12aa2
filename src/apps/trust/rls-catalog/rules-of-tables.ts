import { byQuery, type CatalogRule, ours } from './ask.ts';

/** Functions that may run with their owner's rights, each with its reason. */
const definersAllowed = [
  'core.enqueue',
  // What moves value: the login that serves requests may ask for it and cannot write it.
  'ledger.open_book', 'ledger.close_book', 'ledger.open_accounts', 'ledger.change_account', 'ledger.apply_batch', 'ledger.publish_head',
];
/** Tables without row-level security: the list of migrations is read by the owner alone. */
const openTables = ['migration.done'];
/** Unique keys that may answer across networks: places of the world, and the chain's own network. */
const worldTables = ['network.territory'];

const list = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Rules 1 to 5 of trust.md 2.4: what the catalog says of logins, tables, views, functions and keys. */
export const rulesOfTables: readonly CatalogRule[] = [
  byQuery(1, 'a login of the house may pass row-level security or make roles', `
    select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as fault
    from pg_roles where rolname in ('hadina_app', 'hadina_report', 'hadina_protected', 'hadina_worker', 'hadina_rights', 'hadina_intake', 'hadina_ledger')`),
  byQuery(1, 'the table belongs to a login that serves requests', `
    select n.nspname || '.' || c.relname as name, pg_get_userbyid(c.relowner) in ('hadina_app', 'hadina_report', 'hadina_protected', 'hadina_rights') as fault
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and ${ours}`),
  byQuery(1, 'row-level security is not on and forced', `
    select n.nspname || '.' || c.relname as name,
      not (c.relrowsecurity and c.relforcerowsecurity) and n.nspname || '.' || c.relname not in (${list(openTables)}) as fault
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours}`),
  byQuery(1, 'a login of the house reaches the queue of jobs', `
    select n.nspname || ' for ' || r.rolname as name, has_schema_privilege(r.oid, n.oid, 'usage') as fault
    from pg_namespace n cross join pg_roles r where n.nspname = 'graphile_worker' and r.rolname in ('hadina_app', 'hadina_report', 'hadina_protected', 'hadina_rights')`),
  byQuery(1, 'the web login enters the protected schema or may become its login', `
    select n.nspname || ' for ' || r.rolname as name,
      has_schema_privilege(r.oid, n.oid, 'usage') or pg_has_role(r.oid, 'hadina_protected', 'member') as fault
    from pg_namespace n cross join pg_roles r where n.nspname = 'confidential' and r.rolname in ('hadina_app', 'hadina_report')`),
  byQuery(2, 'a view without security_invoker', `
    select n.nspname || '.' || c.relname as name, not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false) as fault
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ours}`),
  byQuery(3, 'a function with its owner’s rights, or without its own search_path', `
    select n.nspname || '.' || p.proname as name,
      p.prosecdef and (n.nspname || '.' || p.proname not in (${list(definersAllowed)}) or not coalesce(exists (select from unnest(p.proconfig) c where c like 'search_path=%'), false)) as fault
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`),
  byQuery(4, 'a materialised view', `
    select n.nspname || '.' || c.relname as name, c.relkind = 'm' as fault
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('m', 'v') and ${ours}`),
  byQuery(5, 'a key that answers for another network', `
    select i.indexrelid::regclass::text as name,
      (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) is distinct from 'network_id'
        and i.indrelid::regclass::text not in (${list([...openTables, ...worldTables])}) as fault
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where (i.indisunique or i.indisexclusion) and ${ours} and c.relkind = 'r'`),
  byQuery(5, 'a foreign key between the protected schema and another', `
    select k.conname || ' on ' || k.conrelid::regclass as name,
      (f.relnamespace = 'confidential'::regnamespace) <> (t.relnamespace = 'confidential'::regnamespace) as fault
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid join pg_namespace n on n.oid = f.relnamespace
    where k.contype = 'f' and ${ours}`),
  byQuery(5, 'a number that counts rows of all networks', `
    select n.nspname || '.' || c.relname as name, true as fault from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${ours}`),
];
