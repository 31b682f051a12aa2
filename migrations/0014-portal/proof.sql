do $$
declare
  unreadable name;
begin
  -- The intake login reads no table, view, sequence or column of the house, and changes or takes away nothing.
  for unreadable in
    select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and (has_any_column_privilege('hadina_intake', c.oid, 'select') or has_any_column_privilege('hadina_intake', c.oid, 'update')
        or has_table_privilege('hadina_intake', c.oid, 'delete') or has_table_privilege('hadina_intake', c.oid, 'truncate'))
  loop
    assert false, 'the intake login reaches ' || unreadable;
  end loop;
  assert not has_column_privilege('hadina_intake', 'portal.intake', 'id', 'insert'), 'a stranger chooses the id of a letter';
  assert not has_column_privilege('hadina_intake', 'portal.intake', 'arrived_at', 'insert'), 'a stranger chooses the hour of a letter';
  assert not has_column_privilege('hadina_intake', 'portal.intake', 'state', 'insert'), 'a stranger writes what the desk writes';
  assert not has_column_privilege('hadina_intake', 'core.event', 'id', 'insert'), 'a stranger chooses the id of an event';
  assert not has_column_privilege('hadina_intake', 'core.event', 'body', 'insert'), 'a stranger writes the body of an event';
  assert not has_column_privilege('hadina_intake', 'core.event', 'person_id', 'insert'), 'a stranger names a person in an event';
  assert not has_table_privilege('hadina_app', 'portal.intake', 'insert'), 'the web login writes letters';
  assert not has_table_privilege('hadina_app', 'portal.intake', 'delete'), 'a letter can be taken away';
  assert not has_table_privilege('hadina_report', 'portal.intake', 'select'), 'figures read letters';
  assert not exists (select from pg_roles r where pg_has_role('hadina_intake', r.oid, 'member') and r.rolname like 'hadina\_%' and r.rolname <> 'hadina_intake'),
    'the intake login may become another';
  assert not exists (select from pg_constraint where conrelid = 'portal.intake'::regclass and contype in ('f', 'u', 'x')), 'a key of letters answers about other rows';
  assert not exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('portal', 'core') and has_function_privilege('hadina_intake', p.oid, 'execute')), 'the intake login may call a function of the house';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'portal' and c.relkind = 'r'), 'a table of the portal lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'portal.content', 'delete'), 'an item can be taken away instead of withdrawn';
end $$;
