do $$
declare
  it text;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'ledger' and c.relkind = 'r'), 'a table of the ledger lacks forced row-level security';
  foreach it in array array['book', 'account', 'transfer', 'hold', 'block', 'head'] loop
    assert not has_any_column_privilege('hadina_app', 'ledger.' || it, 'insert, update') and not has_table_privilege('hadina_app', 'ledger.' || it, 'delete, truncate'), it || ' is written by the login that serves requests';
    assert not has_table_privilege('hadina_ledger', 'ledger.' || it, 'delete, truncate'), it || ' can lose rows';
    assert not has_any_column_privilege('hadina_report', 'ledger.' || it, 'select'), it || ' is open to the login of figures';
  end loop;
  foreach it in array array['transfer', 'block', 'head'] loop
    assert not has_any_column_privilege('hadina_ledger', 'ledger.' || it, 'update'), it || ' can be changed';
  end loop;
  assert not (select rolcanlogin or rolsuper or rolbypassrls from pg_roles where rolname = 'hadina_ledger'), 'somebody may sign in as the ledger';
  assert not pg_has_role('hadina_app', 'hadina_ledger', 'member'), 'the login that serves requests may become the ledger';
  assert not has_schema_privilege('hadina_ledger', 'ledger', 'create'), 'the ledger may make functions';
  assert (select bool_and(p.proowner = 'hadina_ledger'::regrole and not has_function_privilege('hadina_report', p.oid, 'execute'))
    from pg_proc p where p.pronamespace = 'ledger'::regnamespace and p.prosecdef), 'a function that writes is not the ledger''s own, or is open to others';
end $$;
