do $$ begin
  assert (select count(*) = 4 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'incubation' and c.relname in ('call_extension', 'paper', 'application_door', 'application_opening') and c.relrowsecurity and c.relforcerowsecurity), 'a table is open';
  assert not has_table_privilege('hadina_app', 'incubation.call_extension', 'update'), 'a move of a closing can be rewritten';
  assert not has_table_privilege('hadina_app', 'incubation.call_extension', 'delete'), 'a move of a closing can be hidden';
  assert not has_column_privilege('hadina_app', 'incubation.paper', 'document_id', 'update'), 'a paper can get another file';
  assert not has_column_privilege('hadina_app', 'incubation.paper', 'person_id', 'update'), 'a paper can be given to somebody else';
  assert not has_column_privilege('hadina_app', 'incubation.application_door', 'application_id', 'update'), 'a word can open another application';
  assert not has_table_privilege('hadina_app', 'incubation.application_opening', 'update'), 'a pass can be lengthened';
  assert not has_table_privilege('hadina_report', 'incubation.paper', 'select'), 'figures read papers';
  assert not has_table_privilege('hadina_report', 'incubation.application_door', 'select'), 'figures read doors';
  assert not has_table_privilege('hadina_intake', 'incubation.application_door', 'select'), 'the login of letters reads doors';
  assert (select count(*) = 2 from pg_policy where polname = 'conflict' and not polpermissive and polrelid in ('incubation.paper'::regclass, 'incubation.application_door'::regclass)), 'somebody kept apart reads papers';
  assert (select with_check like '%a.hub_id = application_door.hub_id%' from pg_policies where tablename = 'application_door' and cmd = 'INSERT'), 'a door can lead to another hub’s application';
  assert (select count(*) = 2 from pg_constraint where conrelid = 'documents.document'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%parent_kind%'), 'the compartment of a document is not bound to what it belongs to';
end $$;
