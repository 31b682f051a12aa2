do $$
declare t text;
begin
  foreach t in array array['cohort', 'cohort_place', 'cohort_session', 'coaching_act', 'coaching_note', 'turnover', 'mentor', 'mentoring', 'venture', 'legal_step', 'plan_version', 'prototype', 'product_sheet', 'milestone', 'follow_up', 'job', 'photo_slot', 'spotlight', 'spotlight_owner', 'ended_image'] loop
    assert not has_table_privilege('hadina_app', 'incubation.' || t, 'delete'), t || ': a row can be deleted';
    assert (select c.relrowsecurity and c.relforcerowsecurity from pg_class c where c.oid = ('incubation.' || t)::regclass), t || ' lacks forced row-level security';
    assert not has_any_column_privilege('hadina_report', 'incubation.' || t, 'select'), t || ': figures can read it';
    assert not has_any_column_privilege('hadina_protected', 'incubation.' || t, 'select'), t || ': the protected login reads it';
  end loop;
  assert not has_column_privilege('hadina_app', 'incubation.plan_version', 'sections', 'update'), 'a version of a plan can be written over';
  assert (select count(*) from pg_policies where schemaname = 'incubation' and tablename in ('coaching_note', 'turnover') and cmd = 'SELECT' and qual like '%coach_id%' and qual like '%life_grant%') = 2, 'notes on a life open without a coach or a grant';
  assert not has_column_privilege('hadina_app', 'incubation.follow_up', 'due_on', 'update'), 'a follow-up can be put off';
  assert not has_table_privilege('hadina_app', 'incubation.ended_image', 'update'), 'an ended consent can be woken';
  assert not exists (select from pg_attribute a where a.attrelid = 'incubation.spotlight'::regclass and a.attname in ('person_id', 'application_id', 'venture_id')), 'a public profile leads back to her';
  assert not has_column_privilege('hadina_app', 'incubation.venture', 'person_id', 'update'), 'a venture can be turned to another person';
  assert (select count(*) from pg_trigger where tgname = 'keep_hands' and tgenabled = 'O') = 3, 'somebody may sign for another';
end $$;
