do $$
begin
  assert not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'rights' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)), 'a table of rights is open';
  assert not pg_has_role('hadina_app', 'hadina_rights', 'member'), 'the web''s own login may become the login of rights';
  assert not has_function_privilege('hadina_app', 'rights.scrub_person(uuid, uuid[])', 'execute'), 'the web''s own login erases by itself';
  assert not has_column_privilege('hadina_rights', 'confidential.file', 'sealed', 'select'), 'the login of rights reads what protected files say';
  assert not has_column_privilege('hadina_rights', 'confidential.key_request', 'words', 'select') and not has_column_privilege('hadina_rights', 'confidential.key_request', 'asked_by', 'select'), 'the login of rights reads who asked for a protected file, and why';
  assert not has_table_privilege('hadina_rights', 'confidential.entry', 'select'), 'the login of rights reads entries of protected files';
  assert not has_table_privilege('hadina_rights', 'core.event', 'update') and not has_table_privilege('hadina_rights', 'core.event', 'delete'), 'an erasure rewrites what happened';
  assert not exists (select from pg_policy p join pg_roles r on r.oid = any (p.polroles) where r.rolname = 'hadina_rights' and pg_get_expr(p.polqual, p.polrelid) = 'true'), 'the login of rights reads everybody';
  assert (select count(*) = 5 from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'people'::regnamespace and t.tgname in ('keep_erased', 'name_no_erased') and t.tgenabled = 'O'), 'whoever was erased can be named again';
end $$;
do $$
begin
  begin
    insert into rights.request (network_id, id, hub_id, person_id, kind, basis, identified_by, asked_at, asked_by, due_on, state)
      values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'erase', 'asked', '{paper}', now(), gen_random_uuid(), current_date, 'open');
    assert false, 'one thing was enough to know who asks';
  exception when check_violation then null;
  end;
end $$;
