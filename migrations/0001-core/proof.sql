do $$
begin
  assert not has_table_privilege('hadina_app', 'core.event', 'update'), 'events can be changed by the app';
  assert not has_table_privilege('hadina_app', 'core.event', 'delete'), 'events can be deleted by the app';
  assert not has_table_privilege('hadina_app', 'core.look', 'delete'), 'looks can be deleted by the app';
  assert not has_column_privilege('hadina_report', 'core.event', 'account_id', 'select'), 'figures can see who did it';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'core' and c.relkind = 'r'), 'a core table lacks forced row-level security';
end $$;
