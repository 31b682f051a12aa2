do $$
declare
  it text;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'evidence' and c.relkind = 'r'), 'a table of figures lacks forced row-level security';
  foreach it in array array['count_mark', 'counted_event', 'counted_cell'] loop
    assert not has_any_column_privilege('hadina_app', 'evidence.' || it, 'select'), it || ' is read by the login of the web';
    assert not has_any_column_privilege('hadina_app', 'evidence.' || it, 'insert') and not has_any_column_privilege('hadina_app', 'evidence.' || it, 'update'), it || ' can be written by the login of the web';
    assert not has_any_column_privilege('hadina_report', 'evidence.' || it, 'insert') and not has_any_column_privilege('hadina_report', 'evidence.' || it, 'update'), it || ' can be written by the login that counts';
  end loop;
  foreach it in array array['frozen_month', 'frozen_figure'] loop
    assert not has_any_column_privilege('hadina_app', 'evidence.' || it, 'update') and not has_table_privilege('hadina_app', 'evidence.' || it, 'delete'), it || ' can be thawed';
    assert not has_any_column_privilege('hadina_worker', 'evidence.' || it, 'insert'), it || ' is written by a job';
  end loop;
  assert not has_column_privilege('hadina_report', 'evidence.frozen_month', 'frozen_by', 'select'), 'the login that counts reads who froze';
  assert not has_any_column_privilege('hadina_report', 'core.event', 'update'), 'the login that counts changes the register';
  assert not exists (select from information_schema.columns where table_schema = 'evidence' and column_name ~ 'person'), 'a figure names a person';
end $$;
