do $$
declare login text; t text;
begin
  foreach t in array array['file', 'counted_file', 'entry', 'file_grant', 'key_request', 'on_call', 'exclusion'] loop
    foreach login in array array['hadina_app', 'hadina_report', 'hadina_worker', 'hadina_intake'] loop
      assert not has_table_privilege(login, 'confidential.' || t, 'select'), login || ' may read confidential.' || t;
    end loop;
    assert not has_table_privilege('hadina_protected', 'confidential.' || t, 'delete'), 'rows of confidential.' || t || ' can be deleted';
  end loop;
  assert not has_table_privilege('hadina_protected', 'confidential.entry', 'update'), 'what was told can be changed';
  assert not has_any_column_privilege('hadina_protected', 'confidential.entry', 'update'), 'what was told can be changed';
  assert not has_column_privilege('hadina_protected', 'confidential.file_grant', 'until_at', 'update'), 'a grant can be made longer';
  assert not has_column_privilege('hadina_protected', 'confidential.key_request', 'asked_by', 'update'), 'the first key can be given to another';
  assert not has_column_privilege('hadina_protected', 'confidential.key_request', 'voided', 'update'), 'a void request can be brought to life';
  assert not has_column_privilege('hadina_protected', 'confidential.exclusion', 'account_id', 'update'), 'who is kept out can be swapped';
  assert not has_table_privilege('hadina_app', 'people.conflict', 'update'), 'a colleague can end what keeps her apart';
  assert (select count(*) = 3 from pg_policy where polrelid = 'confidential.file'::regclass and not polpermissive), 'a no is missing on files';
  assert (select bool_and(not p.prosecdef) from pg_proc p where p.pronamespace = 'confidential'::regnamespace), 'a function runs with its owner’s rights';
  assert not exists (select from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and (f.relnamespace = 'confidential'::regnamespace) <> (c.relnamespace = 'confidential'::regnamespace)), 'a key ties protected rows to ordinary ones';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c
    where c.relnamespace = 'confidential'::regnamespace and c.relkind = 'r'), 'a confidential table lacks forced row-level security';
end $$;
