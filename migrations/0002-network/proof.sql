-- What must not work does not.
do $$
declare
  a uuid := '01900000-0000-7000-8000-00000000a001';
  b uuid := '01900000-0000-7000-8000-00000000b001';
  hub_a uuid := '01900000-0000-7000-8000-00000000a002';
  hub_b uuid := '01900000-0000-7000-8000-00000000b002';
  one uuid := '01900000-0000-7000-8000-00000000a003';
  two uuid := '01900000-0000-7000-8000-00000000a004';
  refused boolean;
  seen integer;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class
    where relnamespace = 'network'::regnamespace and relkind = 'r'), 'every table forces row-level security';
  assert not exists (select from pg_class c where relnamespace = 'network'::regnamespace and relkind = 'r'
    and obj_description(c.oid, 'pg_class') is null), 'every table says what it is';
  assert not exists (select from pg_attribute t join pg_class c on c.oid = t.attrelid
    where c.relnamespace = 'network'::regnamespace and c.relkind = 'r' and t.attnum > 0 and not t.attisdropped
    and col_description(c.oid, t.attnum) is null), 'every column says what it is';
  assert not has_table_privilege('hadina_app', 'network.held_role', 'delete'), 'the app deletes nothing';
  assert not has_column_privilege('hadina_protected', 'network.account', 'password_hash', 'select'), 'the protected login sees no password';
  assert not has_column_privilege('hadina_report', 'network.organization', 'names', 'select'), 'figures see no client organization''s name';
  assert not has_table_privilege('hadina_worker', 'network.account', 'select'), 'the worker sees no accounts';

  perform set_config('app.network', a::text, true), set_config('app.manages_network', 'yes', true), set_config('app.account', '', true);
  insert into network.network (network_id, names, countries, opened_at) values (a, '{"en":"Proof A"}', '{TN}', now());
  insert into network.hub (network_id, id, kind, names, country, time_zone, opened_on)
    values (a, hub_a, 'citess', '{"en":"A"}', 'TN', 'Africa/Tunis', current_date);
  insert into network.account (network_id, id, login, name, created_at) values (a, one, 'one', 'One', now()), (a, two, 'two', 'Two', now());
  perform set_config('app.network', b::text, true);
  insert into network.network (network_id, names, countries, opened_at) values (b, '{"en":"Proof B"}', '{TN}', now());
  insert into network.hub (network_id, id, kind, names, country, time_zone, opened_on)
    values (b, hub_b, 'citess', '{"en":"B"}', 'TN', 'Africa/Tunis', current_date);

  refused := false;
  begin
    insert into network.held_role (network_id, id, account_id, role, scope, hub_id, from_at, until_at, granted_by)
      values (a, gen_random_uuid(), one, 'desk_officer', 'hub', hub_a, now(), now() + interval '1 day', one);
  exception when check_violation or insufficient_privilege then refused := true;
  end;
  assert refused, 'nobody grants a role to herself';

  perform set_config('app.network', a::text, true);
  refused := false;
  begin
    insert into network.held_role (network_id, id, account_id, role, scope, hub_id, from_at, until_at, granted_by)
      values (a, gen_random_uuid(), one, 'coach', 'hub', hub_a, now(), now() + interval '1 day', two),
             (a, gen_random_uuid(), one, 'coach', 'hub', hub_a, now(), now() + interval '2 days', two);
  exception when exclusion_violation then refused := true;
  end;
  assert refused, 'the same role is not held twice at once';

  perform set_config('app.manages_network', '', true);
  set local role hadina_app;
  select count(*) into seen from network.hub;
  assert seen = 1, 'the app sees the hubs of its own network only';
  select count(*) into seen from network.hub where network_id = b;
  assert seen = 0, 'another network is not there';
  refused := false;
  begin
    insert into network.hub (network_id, id, kind, names, country, time_zone, opened_on)
      values (a, gen_random_uuid(), 'citess', '{}', 'TN', 'Africa/Tunis', current_date);
  exception when insufficient_privilege then refused := true;
  end;
  assert refused, 'only those who manage the network open a hub';
  perform set_config('app.network', '', true);
  select count(*) into seen from network.hub;
  assert seen = 0, 'without a context nothing is seen';
  reset role;

  -- The proof leaves nothing behind.
  raise exception 'proof-done';
exception
  when raise_exception then
    if sqlerrm <> 'proof-done' then raise; end if;
end $$;
