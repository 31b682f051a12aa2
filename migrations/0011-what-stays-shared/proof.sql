do $$ begin
  assert (select count(*) = 6 from pg_policies where policyname in ('referral_read', 'disclosure_read', 'agreement_by_link',
    'agreement_version_by_link', 'look_supervise', 'assessment_by_slip')), 'a policy is missing';
  assert (select qual like '%shut_at IS NULL%' from pg_policies where policyname = 'disclosure_read'), 'a disclosure outlives the consent';
  assert (select not prosecdef from pg_proc where proname = 'shut_referrals'), 'the trigger must run with the writer''s rights';
  assert exists (select from pg_trigger where tgname = 'sharing_ended' and tgenabled = 'O'), 'consent taken back shuts nothing';
end $$;
