do $$
begin
  assert not has_table_privilege('hadina_app', 'incubation.application', 'delete'), 'an application can be deleted';
  assert not has_column_privilege('hadina_app', 'incubation.application', 'person_id', 'update'), 'an application can be turned to another person';
  assert not has_column_privilege('hadina_app', 'incubation.application', 'receipt', 'update'), 'a receipt can be changed';
  assert not has_table_privilege('hadina_app', 'incubation.criterion', 'update'), 'a criterion can be rewritten';
  assert not has_table_privilege('hadina_app', 'incubation.quota', 'update'), 'a quota can be rewritten';
  assert not has_column_privilege('hadina_app', 'incubation.applicant', 'person_id', 'update'), 'a member can be turned to another person';
  assert not has_schema_privilege('hadina_report', 'incubation', 'usage'), 'figures can read applications';
  assert not has_schema_privilege('hadina_protected', 'incubation', 'usage'), 'the protected login reads applications';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'incubation' and c.relkind = 'r'), 'a table of calls lacks forced row-level security';
end $$;
