do $$
declare t text;
begin
  foreach t in array array['incubation.cohort', 'incubation.cohort_place', 'incubation.cohort_session', 'incubation.application', 'incubation.mentoring', 'incubation.coaching_act', 'incubation.coaching_note', 'incubation.turnover', 'incubation.venture', 'incubation.legal_step', 'incubation.plan_version', 'incubation.prototype', 'incubation.product_sheet', 'incubation.milestone', 'incubation.follow_up', 'incubation.job', 'incubation.photo_slot', 'incubation.spotlight_owner', 'training.session', 'training.half_day', 'training.taught', 'training.seat', 'training.attendance', 'training.certificate'] loop
    assert exists (select from pg_trigger g where g.tgrelid = t::regclass and g.tgname = 'keep_read_only' and g.tgenabled = 'O'), t || ': a partner without an agreement writes';
  end loop;
  foreach t in array array['incubation.read_only_cohort', 'incubation.read_only_application', 'training.read_only_session'] loop
    assert (select c.reloptions @> array['security_invoker=true'] from pg_class c where c.oid = t::regclass), t || ' looks past the policies';
    assert not has_table_privilege('hadina_app', t, 'insert') and not has_table_privilege('hadina_report', t, 'select'), t || ' is open to others';
  end loop;
end $$;
