do $$
declare login text;
begin
  foreach login in array array['hadina_app', 'hadina_report', 'hadina_worker'] loop
    assert not has_schema_privilege(login, 'confidential', 'usage'), login || ' may enter the confidential schema';
    assert not has_table_privilege(login, 'confidential.handover', 'select'), login || ' may read hand-overs';
    assert not has_table_privilege(login, 'confidential.event', 'select'), login || ' may read protected events';
    assert not pg_has_role(login, 'hadina_protected', 'member'), login || ' may become the protected login';
  end loop;
  assert not has_table_privilege('hadina_protected', 'confidential.event', 'update'), 'protected events can be changed';
  assert not has_table_privilege('hadina_protected', 'confidential.handover', 'delete'), 'hand-overs can be deleted';
  assert not has_column_privilege('hadina_protected', 'confidential.handover', 'pointer', 'update'), 'a pointer can be rewritten';
  assert not has_table_privilege('hadina_protected', 'desk.listening_note', 'select'), 'notes reach the protected login';
  assert not exists (select from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'confidential' and c.contype = 'f'), 'a key ties protected rows to ordinary ones';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'confidential' and c.relkind = 'r'), 'a confidential table lacks forced row-level security';
end $$;
