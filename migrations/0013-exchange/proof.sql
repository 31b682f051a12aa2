do $$ begin
  assert (select count(*) = 6 from pg_policies where policyname = 'hidden_until_published' and permissive = 'RESTRICTIVE' and cmd = 'SELECT'),
    'an imported record could be seen before it is published';
  assert (select count(*) = 7 and bool_and(qual like '%app.importing%') from pg_policies where policyname = 'undone' and cmd = 'DELETE'),
    'a record that no import wrote could be deleted';
  assert not exists (select from information_schema.column_privileges where table_schema = 'exchange' and grantee = 'hadina_report'
    and (table_name <> 'publication' or column_name = 'hub_id')), 'figures read files';
  assert not has_table_privilege('hadina_app', 'exchange.import', 'delete'), 'an import could be forgotten';
end $$;
