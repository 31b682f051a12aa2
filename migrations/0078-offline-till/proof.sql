do $$
declare
  it text;
begin
  foreach it in array array['offline_limit', 'offline_till', 'offline_sale'] loop
    assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = ('currency.' || it)::regclass), it || ' lacks forced row-level security';
    assert not has_table_privilege('hadina_app', 'currency.' || it, 'delete, truncate'), it || ' can lose rows';
    assert not has_any_column_privilege('hadina_report', 'currency.' || it, 'select'), it || ' is open to the login of figures';
  end loop;
  assert not has_any_column_privilege('hadina_app', 'currency.offline_sale', 'update'), 'a sale that was settled can be changed';
  assert not has_any_column_privilege('hadina_app', 'currency.offline_limit', 'update'), 'a bound can be changed without a trace';
  assert not has_column_privilege('hadina_app', 'currency.offline_till', 'public_key', 'update'), 'the key of a till can be changed';
  assert not exists (select from information_schema.columns where table_schema = 'currency' and table_name in ('offline_till', 'offline_sale') and (column_name like '%person%' or column_name like '%card_id%' or column_name like '%pin%')),
    'a sale without a network names who paid';
  assert exists (select from pg_constraint c where c.conrelid = 'currency.offline_sale'::regclass and c.contype = 'u'
    and (select array_agg(a.attname order by a.attname) from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) = array['network_id', 'number', 'till_id']::name[]), 'one number of a till may be settled twice';
end $$;
