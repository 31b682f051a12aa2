do $$
declare
  net uuid := gen_random_uuid();
begin
  assert (select count(*) = 2 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname, c.relname) in (('people', 'contact_rule'), ('messages', 'message')) and c.relrowsecurity and c.relforcerowsecurity),
    'a table of safe contact is open';
  assert not exists (select from information_schema.role_table_grants where grantee in ('hadina_report', 'hadina_worker', 'hadina_intake', 'hadina_protected')
    and (table_schema = 'messages' or table_name = 'contact_rule')), 'another login reads messages or rules of contact';
  assert not exists (select from information_schema.role_table_grants where grantee = 'hadina_app' and privilege_type = 'DELETE'
    and (table_schema = 'messages' or table_name = 'contact_rule')), 'a message can be made to have never been';
  assert not has_column_privilege('hadina_app', 'messages.message', 'template', 'update') and not has_column_privilege('hadina_app', 'messages.message', 'params', 'update')
    and not has_column_privilege('hadina_app', 'messages.message', 'person_id', 'update'), 'a waiting message can be given other words or another person';
  assert not has_column_privilege('hadina_app', 'people.contact_rule', 'never', 'update'), 'a rule of contact can be rewritten instead of replaced';
  assert (select relforcerowsecurity from pg_class where oid = 'people.person_contact'::regclass), 'sealed contacts are no longer guarded from their owner';
  assert (select count(*) = 1 from pg_policies where schemaname = 'people' and tablename = 'person_contact' and policyname = 'person_contact_send'
    and qual like '%release_mark%' and qual like '%released%'), 'the job opens more than the address of the message it released';

  begin
    insert into messages.message (network_id, id, hub_id, person_id, template, params, lang, state, queued_at, due_at, release_mark)
      values (net, gen_random_uuid(), net, net, 'appointment', '{"words": "free text"}', 'ar', 'held', now(), now() + interval '10 minutes', decode(repeat('00', 32), 'hex'));
    raise 'free text stands in a message';
  exception when check_violation or insufficient_privilege then null;
  end;
end $$;
do $$
begin
  assert (select count(*) = 2 from pg_constraint where conrelid = 'people.person_contact'::regclass and conname in ('person_contact_owned', 'person_contact_kind_check')
    and pg_get_constraintdef(oid) like '%email%'), 'an e-mail address without an owner can be kept';
  assert not exists (select from pg_constraint where conrelid = 'people.person_contact'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%owner IS NOT NULL%'
    and pg_get_constraintdef(oid) not like '%email%'), 'an e-mail address can have no owner';
end $$;
