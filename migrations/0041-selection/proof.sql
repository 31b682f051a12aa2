do $$
begin
  assert not has_table_privilege('hadina_app', 'incubation.standing', 'update'), 'a standing can be changed';
  assert not has_table_privilege('hadina_app', 'incubation.standing', 'delete'), 'a standing can be deleted';
  assert not has_table_privilege('hadina_app', 'incubation.conflict', 'update'), 'a link can be taken back';
  assert not has_table_privilege('hadina_app', 'incubation.conflict', 'delete'), 'a link can be deleted';
  assert not has_column_privilege('hadina_app', 'incubation.decision', 'asked_by', 'update'), 'who asked can be changed';
  assert not has_column_privilege('hadina_app', 'incubation.decision', 'selection_id', 'update'), 'a decision can be turned to another ranking';
  assert not has_table_privilege('hadina_app', 'incubation.rubric_score', 'delete'), 'a score can be deleted';
  assert not has_column_privilege('hadina_app', 'incubation.rubric_score', 'account_id', 'update'), 'a score can be given to another juror';
  assert not has_column_privilege('hadina_app', 'incubation.appeal', 'filed_at', 'update'), 'an appeal can be dated back';
  assert not exists (select from pg_policies where schemaname = 'incubation' and tablename in ('answer', 'appeal') and policyname = 'conflict' and qual like '%call_decider_hubs%'), 'whoever is kept apart reads what she says because she leads the call';
  assert exists (select from pg_constraint where conname = 'decision_four_eyes'), 'the asker may decide';
  assert exists (select from pg_constraint where conname = 'decision_quorum'), 'a decision needs no quorum';
  assert (select count(*) from pg_trigger where tgname in ('keep_decision', 'keep_standing', 'keep_appeal', 'keep_scores', 'wait_for_jurors') and tgenabled = 'O') = 6, 'a guard of the decision is missing';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'incubation' and c.relkind = 'r'), 'a table of the selection lacks forced row-level security';
end $$;
