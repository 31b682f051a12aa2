do $$
declare
  it text;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'evidence' and c.relkind = 'r'), 'a table of figures lacks forced row-level security';
  foreach it in array array['indicator', 'indicator_version', 'printed_figure'] loop
    assert not has_any_column_privilege('hadina_app', 'evidence.' || it, 'update'), it || ' can be overwritten';
  end loop;
  for it in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'evidence' and c.relkind = 'r' loop
    assert not has_table_privilege('hadina_app', 'evidence.' || it, 'delete'), it || ' can be deleted';
    assert not has_any_column_privilege('hadina_report', 'evidence.' || it, 'insert'), it || ' can be written by the login that counts';
  end loop;
  assert not has_column_privilege('hadina_app', 'evidence.stated_value', 'value', 'update'), 'a stated number can be rewritten';
  assert not has_any_column_privilege('hadina_report', 'evidence.printed_figure', 'select'), 'the login that counts reads what was printed';
  assert not has_column_privilege('hadina_report', 'evidence.indicator_version', 'set_by', 'select'), 'the login that counts reads who wrote';
  assert not exists (select from information_schema.columns where table_schema = 'evidence' and column_name ~ 'person'), 'a figure names a person';
  assert not has_schema_privilege('hadina_protected', 'evidence', 'usage'), 'the protected login reads indicators';
  assert (select count(*) from pg_constraint k where k.conrelid = 'evidence.indicator_version'::regclass and k.contype = 'c'
    and pg_get_constraintdef(k.oid) like '%reason IS NOT NULL%') = 1, 'a definition changes without a reason';
end $$;
