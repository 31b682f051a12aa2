do $$
declare login text; t text;
begin
  foreach t in array array['door', 'door_opening'] loop
    foreach login in array array['hadina_app', 'hadina_report', 'hadina_worker', 'hadina_intake'] loop
      assert not has_table_privilege(login, 'confidential.' || t, 'select'), login || ' may read confidential.' || t;
    end loop;
    assert not has_table_privilege('hadina_protected', 'confidential.' || t, 'delete'), 'rows of confidential.' || t || ' can be deleted';
  end loop;
  assert not has_column_privilege('hadina_protected', 'confidential.door', 'door', 'update'), 'the words of a door can be changed';
  assert not has_column_privilege('hadina_protected', 'confidential.door', 'until_at', 'update'), 'a door can be made to open longer';
  assert not has_any_column_privilege('hadina_protected', 'confidential.door_opening', 'update'), 'a pass can be made longer';
  assert not has_column_privilege('hadina_protected', 'directory.service', 'phone', 'select'), 'the protected login reads more of services than it needs';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c
    where c.relnamespace = 'confidential'::regnamespace and c.relkind = 'r'), 'a confidential table lacks forced row-level security';
end $$;
