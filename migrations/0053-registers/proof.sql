do $$
declare n uuid := gen_random_uuid(); broken boolean := false; skipped boolean := false;
begin
  assert not has_table_privilege('hadina_app', 'registers.entry', 'delete'), 'an entry can be deleted';
  assert not has_table_privilege('hadina_app', 'registers.step', 'delete'), 'a step can be deleted';
  assert not has_table_privilege('hadina_app', 'registers.proof', 'delete'), 'a proof can be deleted without a trace';
  assert not has_column_privilege('hadina_app', 'registers.proof', 'sha256', 'update'), 'the fingerprint of a proof can be rewritten';
  assert not has_column_privilege('hadina_app', 'registers.entry', 'opened_by', 'update'), 'who wrote an entry can be rewritten';
  assert not has_column_privilege('hadina_app', 'registers.entry', 'kind', 'update'), 'an entry can be turned to another kind';
  assert not has_column_privilege('hadina_app', 'registers.step', 'to_state', 'update'), 'a step can be rewritten';
  assert not has_column_privilege('hadina_app', 'registers.measure', 'due_on', 'update'), 'the deadline of a measure can be moved after the fact';
  assert not has_table_privilege('hadina_app', 'registers.measurement', 'update'), 'a baseline can be rewritten';
  assert not has_column_privilege('hadina_app', 'registers.story', 'on_day', 'update'), 'a story can be moved to another day';
  assert not has_schema_privilege('hadina_report', 'registers', 'usage'), 'figures read the registers by another way than their events';
  assert not has_schema_privilege('hadina_protected', 'registers', 'usage'), 'the protected login reads the registers';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace s on s.oid = c.relnamespace
    where s.nspname = 'registers' and c.relkind = 'r'), 'a register lacks forced row-level security';
  begin
    insert into registers.step (network_id, id, hub_id, entry_id, kind, to_state, on_day, at)
      values (n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'study_visit', 'reported', '2026-01-01', now());
  exception when check_violation then broken := true;
  end;
  assert broken, 'a visit can be reported without a report';
  begin
    insert into registers.entry (network_id, id, hub_id, kind, names, state, state_at, state_on, starts_on, opened_at)
      values (n, gen_random_uuid(), gen_random_uuid(), 'study_visit', '{"fr": "x"}', 'validated', now(), '2026-01-01', '2026-01-01', now());
  exception when check_violation then skipped := true;
  end;
  assert skipped, 'an entry can stand in a state of another kind';
  assert exists (select 1 from pg_trigger where tgname = 'keep_path' and tgrelid = 'registers.entry'::regclass), 'a step can be skipped';
end $$;
