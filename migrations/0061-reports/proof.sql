do $$
declare
  it text;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'reports' and c.relkind = 'r'), 'a table of reports lacks forced row-level security';
  foreach it in array array['number', 'said_number'] loop
    assert not has_any_column_privilege('hadina_app', 'reports.' || it, 'update'), it || ' can be overwritten';
  end loop;
  for it in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'reports' and c.relkind = 'r' loop
    assert not has_table_privilege('hadina_app', 'reports.' || it, 'delete'), it || ' can be deleted';
  end loop;
  assert not has_schema_privilege('hadina_report', 'reports', 'usage'), 'the login that counts reads reports';
  assert not has_schema_privilege('hadina_protected', 'reports', 'usage'), 'the protected login reads reports';
  assert not has_column_privilege('hadina_app', 'reports.delivery', 'account_id', 'update'), 'a delivery can be turned to another reader';
  assert not has_column_privilege('hadina_app', 'reports.delivery', 'until_at', 'update'), 'a delivery can be made longer';
  assert not has_column_privilege('hadina_app', 'reports.report', 'hub_id', 'update'), 'a report can be moved to another hub';
  assert not exists (select from pg_policy p where p.polrelid = 'reports.number'::regclass and pg_get_expr(p.polqual, p.polrelid) like '%delivery%'), 'a reader outside reaches exact numbers';
  assert not exists (select from information_schema.columns where table_schema = 'reports' and column_name ~ 'person'), 'a report names a person';
end $$;
