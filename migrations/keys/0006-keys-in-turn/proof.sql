do $$
declare
  nobody uuid := '00000000-0000-0000-0000-000000000001';
begin
  assert not has_table_privilege('hadina_keys', 'public.hub_key', 'update'), 'the login of the key store replaces keys of hubs';
  assert not has_function_privilege('hadina_app', 'public.keep_person_keys(uuid, uuid, uuid[], bytea[], bytea)', 'execute'), 'another login adds keys';
  assert (select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.proname like 'keep%' and not p.prosecdef) >= 3, 'a function runs with rights of its owner';
  begin
    perform public.keep_person_keys(nobody, nobody, array[nobody], array['\x01'::bytea], '\x02'::bytea);
    assert false, 'a key is kept under a key that the hub does not have';
  exception when serialization_failure then null;
  end;
end $$;
