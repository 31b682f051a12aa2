do $$
declare
  it text;
begin
  foreach it in array array['message_phone', 'message_request', 'message_refused', 'shop_application'] loop
    assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = ('currency.' || it)::regclass), it || ' lacks forced row-level security';
    assert not has_table_privilege('hadina_app', 'currency.' || it, 'delete, truncate'), it || ' can lose rows';
    assert not has_any_column_privilege('hadina_report', 'currency.' || it, 'select'), it || ' is open to the login of figures';
    assert not has_any_column_privilege('hadina_intake', 'currency.' || it, 'select, insert'), it || ' is open to the login of letters';
  end loop;
  foreach it in array array['person_id', 'mark', 'lang'] loop
    assert not has_column_privilege('hadina_app', 'currency.message_phone', it, 'update'), 'a telephone can be turned to another person: ' || it;
  end loop;
  assert not exists (select from information_schema.columns where table_schema = 'currency' and table_name = 'message_phone' and column_name in ('number', 'phone')), 'the number of a telephone is kept';
  assert not has_any_column_privilege('hadina_app', 'currency.message_request', 'update'), 'what a telephone asked can be altered';
  assert not has_column_privilege('hadina_app', 'currency.merchant', 'code', 'update'), 'a shop can be given the number of another';
  assert not exists (select from pg_policies where schemaname = 'currency' and tablename in ('message_phone', 'message_request', 'message_refused', 'shop_application') and cmd = 'SELECT' and permissive = 'PERMISSIVE' and qual not like '%app.hub%'), 'somebody outside the hub reads telephones or applications';
  assert (select indexdef like 'CREATE UNIQUE%' from pg_indexes where schemaname = 'currency' and indexname = 'message_phone_one'), 'two persons may pay from one telephone';
end $$;
