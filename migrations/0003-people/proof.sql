do $$
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'people' and c.relkind = 'r'), 'a people table lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'people.person', 'delete'), 'persons can be deleted by the app';
  assert not has_table_privilege('hadina_app', 'people.consent', 'delete'), 'consents can be deleted by the app';
  assert not has_column_privilege('hadina_app', 'people.consent', 'answer', 'update'), 'an answer can be rewritten';
  assert not has_column_privilege('hadina_app', 'people.access_grant', 'until_at', 'update'), 'a grant can be prolonged in place';
  assert not has_column_privilege('hadina_app', 'people.person_contact', 'sealed', 'update'), 'a sealed value can be swapped';
  assert not exists (select from information_schema.role_table_grants
    where table_schema = 'people' and grantee in ('hadina_report', 'hadina_worker', 'public')), 'a login that needs no person may read one';
  assert not exists (select from information_schema.columns where table_schema = 'people' and table_name in ('known_name', 'told_code')
    and column_name in ('person_id', 'hub_id')), 'the network-wide index names a person or a hub';
  assert not exists (select from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'people' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and col_description(c.oid, a.attnum) is null), 'a column of people has no comment';
end $$;
