do $$
declare
  missing text;
begin
  assert not has_table_privilege('hadina_app', 'accompaniment.case_file', 'delete'), 'a file can be deleted';
  assert not has_column_privilege('hadina_app', 'accompaniment.case_file', 'person_id', 'update'), 'a file can be turned to another person';
  assert not has_column_privilege('hadina_app', 'accompaniment.case_file', 'hub_id', 'update'), 'a file can be moved to another hub by a change';
  assert not has_column_privilege('hadina_app', 'accompaniment.assignment', 'account_id', 'update'), 'an assignment can be turned to another worker';
  assert not has_column_privilege('hadina_app', 'accompaniment.life_grant', 'until_at', 'update'), 'a grant can be made longer';
  assert not has_column_privilege('hadina_app', 'accompaniment.life_grant', 'account_id', 'update'), 'a grant can be turned to another reader';
  assert not has_column_privilege('hadina_app', 'accompaniment.approval', 'asked_by', 'update'), 'the author of a plan can be changed';
  assert not has_column_privilege('hadina_app', 'accompaniment.approval', 'content', 'update'), 'a submitted plan can be rewritten';
  assert not has_table_privilege('hadina_app', 'accompaniment.act', 'update'), 'an act can be rewritten';
  assert not has_schema_privilege('hadina_report', 'accompaniment', 'usage'), 'figures can read files';
  assert not has_schema_privilege('hadina_protected', 'accompaniment', 'usage'), 'the protected login reads files';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'accompaniment' and c.relkind = 'r'), 'a table of files lacks forced row-level security';
  select string_agg(t, ', ') into missing from unnest(array['decided_by <> asked_by', 'granted_by <> account_id', '90 days']) t
    where not exists (select from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
      where n.nspname = 'accompaniment' and c.contype = 'c' and pg_get_constraintdef(c.oid) like '%' || t || '%');
  assert missing is null, 'four eyes or the length of a grant is not checked: ' || missing;
end $$;
