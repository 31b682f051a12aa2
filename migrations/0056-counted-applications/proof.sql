do $$
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class where oid in ('incubation.application_count'::regclass, 'incubation.score_count'::regclass, 'incubation.application'::regclass, 'incubation.rubric_score'::regclass)),
    'a count lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'incubation.application_count', 'delete') and not has_table_privilege('hadina_app', 'incubation.score_count', 'delete'), 'a count can be swept away';
  assert not has_column_privilege('hadina_app', 'incubation.application_count', 'call_id', 'update') and not has_column_privilege('hadina_app', 'incubation.score_count', 'account_id', 'update'), 'a count can be moved to another call or juror';
  assert (select count(*) = 1 and bool_and(qual like '%app.importing%' and qual like '%withdrawn_at%') from pg_policies where schemaname = 'incubation' and tablename = 'application_count' and permissive = 'RESTRICTIVE' and cmd = 'SELECT'),
    'a registration is counted before its file is published';
  assert (select bool_and(with_check like '%app.account%') from pg_policies where schemaname = 'incubation' and tablename = 'score_count' and cmd in ('INSERT', 'UPDATE')), 'a juror counts for another';
  assert (select count(*) = 4 from pg_trigger where not tgisinternal and tgname in ('count_begun', 'count_gone', 'count_moved', 'count_judged')), 'something is not counted';
end $$;
