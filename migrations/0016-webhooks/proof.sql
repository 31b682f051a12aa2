do $$ begin
  assert (select count(*) = 4 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'webhooks' and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity), 'a table is open';
  assert not has_table_privilege('hadina_app', 'webhooks.attempt', 'update'), 'an attempt can be changed';
  assert not has_table_privilege('hadina_app', 'webhooks.attempt', 'delete'), 'an attempt can be deleted';
  assert not has_column_privilege('hadina_app', 'webhooks.delivery', 'subject_id', 'update'), 'what was told can be changed';
  assert not has_table_privilege('hadina_report', 'webhooks.subscription', 'select'), 'figures read targets';
  assert not has_table_privilege('hadina_worker', 'webhooks.subscription', 'select'), 'the job table''s login reads targets';
  assert (select not prosecdef from pg_proc where proname = 'tell'), 'the trigger must run with the writer''s rights';
  assert exists (select from pg_trigger where tgname = 'tell_webhooks' and tgrelid = 'core.event'::regclass), 'nobody is told';
  assert not exists (select from pg_trigger where tgrelid = 'confidential.event'::regclass and not tgisinternal and tgname like '%webhook%'), 'protected matters are told';
end $$;
