do $$
declare
  it text;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'programme' and c.relkind = 'r'), 'a table of programmes lacks forced row-level security';
  foreach it in array array['target', 'period', 'funding_share', 'meeting', 'presence', 'decision'] loop
    assert not has_table_privilege('hadina_app', 'programme.' || it, 'update'), it || ' can be overwritten';
    assert not has_any_column_privilege('hadina_app', 'programme.' || it, 'update'), it || ' can be overwritten in part';
  end loop;
  for it in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'programme' and c.relkind = 'r' loop
    assert not has_table_privilege('hadina_app', 'programme.' || it, 'delete'), it || ' can be deleted';
  end loop;
  assert not has_column_privilege('hadina_app', 'programme.cost', 'amount_minor', 'update'), 'a cost can be rewritten';
  assert not has_column_privilege('hadina_app', 'programme.partner', 'since', 'update'), 'a partner can be made to have come earlier';
  assert not has_column_privilege('hadina_app', 'programme.programme', 'code', 'update'), 'a public address can move';
  assert (select count(*) = 1 from pg_constraint k where k.conrelid = 'programme.decision'::regclass and k.contype = 'c'
    and pg_get_constraintdef(k.oid) = 'CHECK (quorum_reached)'), 'a meeting without quorum decides';
  assert exists (select from pg_constraint k where k.conrelid = 'incubation.call'::regclass and k.confrelid = 'programme.programme'::regclass), 'a call serves a programme that is not there';
  assert not exists (select from information_schema.columns where table_schema = 'programme' and column_name ~ 'person'), 'a programme names a person';
  assert not has_schema_privilege('hadina_report', 'programme', 'usage'), 'figures read programmes without a reason';
  assert not has_schema_privilege('hadina_protected', 'programme', 'usage'), 'the protected login reads programmes';
end $$;
