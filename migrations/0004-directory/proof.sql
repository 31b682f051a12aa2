do $$
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'directory' and c.relkind = 'r'), 'a directory table lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'directory.service', 'delete'), 'a service can be deleted';
  assert not has_table_privilege('hadina_app', 'directory.committee_decision', 'delete'), 'a decision can be deleted';
  assert not has_table_privilege('hadina_app', 'directory.service_use', 'update'), 'what users said can be changed';
  assert not has_table_privilege('hadina_app', 'directory.service_use', 'delete'), 'what users said can be deleted';
  assert not has_column_privilege('hadina_report', 'directory.service', 'phone', 'select'), 'figures can read phones';
  assert (select bool_or(option = 'security_invoker=true') from pg_class c, unnest(c.reloptions) as option
    where c.oid = 'directory.who_does_what_where'::regclass), 'the matrix would show other networks';
  assert not exists (select from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'directory' and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
      and col_description(c.oid, a.attnum) is null), 'a directory column has no comment';
  assert (select bool_and(proleakproof) from pg_proc where proname = 'texteq'), 'text equality would not use the index under row-level security';
end $$;
