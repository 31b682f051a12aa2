do $$
declare
  n uuid := gen_random_uuid();
  a uuid[] := array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid()];
  refused boolean;
begin
  assert not has_table_privilege('hadina_app', 'core.tries', 'select'), 'the web login reads the counters of tries';
  assert not has_table_privilege('hadina_app', 'network.answered_question', 'update'), 'an answered question can be forgotten';
  assert not has_table_privilege('hadina_report', 'network.code_secret', 'select') and not has_table_privilege('hadina_worker', 'network.passkey', 'select'), 'secrets are read by who has no need';
  assert (select count(*) = 7 from pg_class c join pg_namespace s on s.oid = c.relnamespace where c.relrowsecurity and c.relforcerowsecurity
    and s.nspname || '.' || c.relname in ('core.tries', 'network.passkey', 'network.code_secret', 'network.answered_question', 'network.recovery',
      'network.identity_provider', 'network.outside_identity')), 'a table without forced row-level security';

  -- Four eyes stand in the table itself. Everything here is undone by the block's own error.
  begin
    perform set_config('app.network', n::text, true), set_config('app.manages_network', 'yes', true);
    set local role hadina_app;
    insert into network.network (network_id, names, countries, rules, opened_at) values (n, '{"en": "Proof"}', '{TN}', '{}', now());
    insert into network.account (network_id, id, login, name, created_at) select n, x, 'proof.' || i, 'Proof', now() from unnest(a) with ordinality u (x, i);
    insert into network.recovery (network_id, id, account_id, asked_by, asked_at, until_at) values (n, gen_random_uuid(), a[1], a[2], now(), now());
    refused := false;
    begin
      update network.recovery set confirmed_by = a[2], confirmed_at = now(), code_hash = sha256('x') where network_id = n;
    exception when check_violation then refused := true;
    end;
    assert refused, 'who asked may confirm';
    refused := false;
    begin
      update network.recovery set confirmed_by = a[1], confirmed_at = now(), code_hash = sha256('x') where network_id = n;
    exception when check_violation then refused := true;
    end;
    assert refused, 'she confirms her own recovery';
    update network.recovery set confirmed_by = a[3], confirmed_at = now(), code_hash = sha256('x') where network_id = n;
    perform set_config('app.manages_network', '', true), set_config('app.account', a[3]::text, true);
    assert not exists (select from network.recovery where network_id = n), 'a colleague reads another''s recovery';
    perform set_config('app.account', a[1]::text, true);
    insert into network.code_secret (network_id, id, account_id, secret, last_step, created_at) values (n, gen_random_uuid(), a[1], 'sealed', 0, now());
    perform set_config('app.account', a[2]::text, true);
    assert not exists (select from network.code_secret where network_id = n), 'a colleague reads another''s secret';
    raise exception using errcode = 'ZZ999', message = 'undo';
  exception when sqlstate 'ZZ999' then null;
  end;
  reset role;
end $$;
