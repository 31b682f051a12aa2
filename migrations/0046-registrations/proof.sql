do $$
begin
  assert (select count(*) = 6 from pg_policies where schemaname = 'incubation' and policyname = 'hidden_until_published' and permissive = 'RESTRICTIVE' and cmd = 'SELECT'),
    'a registration could be seen before its file is published';
  assert (select count(*) = 6 and bool_and(qual like '%app.importing%' and qual like '%undoing%') from pg_policies where schemaname = 'incubation' and policyname = 'undone' and cmd = 'DELETE'),
    'a registration that no file wrote could be deleted';
  assert not has_table_privilege('hadina_app', 'incubation.reached', 'update'), 'what was reached can be rewritten';
  assert not exists (select from information_schema.column_privileges where table_schema = 'incubation' and grantee = 'hadina_report'
    and (table_name in ('answer', 'points', 'criterion') or column_name in ('receipt', 'sealed', 'said', 'typed_by', 'reason', 'counts_for'))), 'figures read what is said or given';
  assert not has_schema_privilege('hadina_protected', 'incubation', 'usage'), 'the protected login reads applications';
  assert not has_table_privilege('hadina_app', 'incubation.perhaps_twice', 'delete') or (select count(*) = 1 from pg_policies where schemaname = 'incubation'
    and tablename = 'perhaps_twice' and cmd = 'DELETE' and policyname = 'undone'), 'a doubt can be swept away';
  assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'incubation.reached'::regclass), 'what was reached lacks forced row-level security';
end $$;
