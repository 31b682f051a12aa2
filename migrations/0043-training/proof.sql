do $$
declare n uuid := gen_random_uuid(); k uuid := gen_random_uuid(); t uuid := gen_random_uuid(); broken boolean := false;
begin
  assert not has_table_privilege('hadina_app', 'training.seat', 'delete'), 'a seat can be deleted';
  assert not has_column_privilege('hadina_app', 'training.seat', 'person_id', 'update'), 'a seat can be turned to another person';
  assert not has_table_privilege('hadina_app', 'training.certificate', 'update'), 'a certificate can be rewritten';
  assert not has_table_privilege('hadina_app', 'training.attendance', 'delete'), 'attendance can be deleted';
  assert not has_column_privilege('hadina_app', 'training.session', 'priority', 'update'), 'the order of askers can be changed after they asked';
  assert not has_column_privilege('hadina_app', 'training.session', 'audience', 'update'), 'a course can be turned to other learners';
  assert not has_schema_privilege('hadina_report', 'training', 'usage'), 'figures can read seats';
  assert not has_schema_privilege('hadina_protected', 'training', 'usage'), 'the protected login reads seats';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace s on s.oid = c.relnamespace
    where s.nspname = 'training' and c.relkind = 'r'), 'a table of courses lacks forced row-level security';
  assert (select count(*) from pg_constraint where conname = 'trainer_in_one_room' and contype = 'x') = 1, 'a trainer can stand in two rooms';
  begin
    insert into training.seat (network_id, id, hub_id, session_id, audience, person_id, account_id, code, part, state, state_at, asked_at)
      values (n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'staff', gen_random_uuid(), null, 'ABCDEFGH', 'alone', 'asked', now(), now());
  exception when check_violation then broken := true;
  end;
  assert broken, 'a person can be seated among the staff';
end $$;
