do $$
declare
  it text;
begin
  foreach it in array array['purpose', 'ethics', 'columns', 'from_on', 'to_on', 'asked_by', 'days'] loop
    assert not has_column_privilege('hadina_app', 'research.extract', it, 'update'), 'a request can be changed after it was approved: ' || it;
  end loop;
  assert not has_table_privilege('hadina_app', 'research.extract', 'delete'), 'a request can be deleted';
  assert not has_any_column_privilege('hadina_app', 'research.content', 'update'), 'an extract can be exchanged';
  assert not has_schema_privilege('hadina_report', 'research', 'usage'), 'the login that counts reads extracts';
  assert not has_schema_privilege('hadina_protected', 'research', 'usage'), 'the protected login reads extracts';
  assert not exists (select from information_schema.columns where table_schema = 'research' and column_name ~ 'person|hub'), 'an extract leads to a person or a hub';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'research' and c.relkind = 'r'), 'a table of research lacks forced row-level security';
  assert (select count(*) from pg_constraint where conrelid = 'research.extract'::regclass and conname in ('four_eyes', 'both_said_yes', 'months_once')) = 3, 'one pair of eyes is enough for an extract';
end $$;
