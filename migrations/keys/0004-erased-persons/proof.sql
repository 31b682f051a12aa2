do $$
declare network uuid := gen_random_uuid(); person uuid := gen_random_uuid();
begin
  insert into public.erased_person (network_id, person_id) values (network, person);
  insert into public.person_key (network_id, person_id, hub_id, wrapped) values (network, person, network, '\x01');
  assert (select k.wrapped is null and k.destroyed_at is not null from public.person_key k where k.person_id = person), 'the key of somebody who was erased was made anew';
  update public.person_key k set wrapped = '\x02', destroyed_at = null where k.person_id = person;
  assert (select k.wrapped is null and k.destroyed_at is not null from public.person_key k where k.person_id = person), 'the key of somebody who was erased came back';
  delete from public.person_key k where k.person_id = person;
  delete from public.erased_person e where e.person_id = person;
  assert not has_table_privilege('hadina_keys', 'public.erased_person', 'update') and not has_table_privilege('hadina_keys', 'public.erased_person', 'delete'), 'an erasure can be taken back';
end $$;
