do $$
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class
    where oid in ('people.notice'::regclass, 'people.consent_length'::regclass, 'people.alert_duty'::regclass, 'people.consent_ask'::regclass, 'network.controller'::regclass)),
    'a table of consent lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'people.notice', 'update'), 'a notice that was told can be rewritten';
  assert not has_table_privilege('hadina_app', 'people.alert_duty', 'update'), 'a decision on alerts can be rewritten';
  assert not has_column_privilege('hadina_app', 'people.consent', 'until_at', 'update'), 'a consent can be prolonged without asking her';
  assert not has_column_privilege('hadina_app', 'people.consent', 'recipient_id', 'update'), 'a consent can be turned to another partner';
  assert not has_column_privilege('hadina_app', 'people.consent', 'fields', 'update'), 'more can be shared than she agreed to';
  assert not has_column_privilege('hadina_app', 'people.consent_ask', 'fields', 'update'), 'a question can change after it was asked';
  assert not has_column_privilege('hadina_app', 'desk.disclosure', 'sealed', 'update'), 'what was told can be rewritten';
  assert (select qual like '%until_at > now()%' from pg_policies where policyname = 'disclosure_read'), 'a disclosure outlives the consent';
  assert (select qual like '%until_at > now()%' from pg_policies where policyname = 'referral_read'), 'a referral outlives the consent';
  assert (select not prosecdef from pg_proc where proname = 'shut_referrals'), 'the trigger must run with the writer''s rights';
  assert exists (select from pg_trigger where tgname = 'sharing_ended' and tgenabled = 'O'), 'consent taken back shuts nothing';
  assert not exists (select from pg_constraint where conrelid = 'people.consent'::regclass and conname = 'consent_check'), 'a click still needs a witness';
  assert not exists (select from information_schema.role_table_grants
    where (table_schema, table_name) in (('people', 'notice'), ('people', 'consent_ask'), ('people', 'alert_duty'), ('network', 'controller'))
      and grantee in ('hadina_report', 'hadina_worker', 'public')), 'a login that needs no consent may read one';
end $$;
