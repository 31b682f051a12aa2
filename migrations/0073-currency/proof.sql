do $$
declare
  it text;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'currency' and c.relkind = 'r'), 'a table of the currency lacks forced row-level security';
  foreach it in array array['instrument', 'legal_basis', 'rulebook', 'budget'] loop
    assert not has_any_column_privilege('hadina_app', 'currency.' || it, 'update'), it || ' can be changed after it was published';
  end loop;
  foreach it in array array['instrument', 'legal_basis', 'rulebook', 'programme', 'budget', 'load', 'batch', 'aid', 'wallet_door'] loop
    assert not has_table_privilege('hadina_app', 'currency.' || it, 'delete, truncate'), it || ' can lose rows';
    assert not has_any_column_privilege('hadina_report', 'currency.' || it, 'select'), it || ' is open to the login of figures';
  end loop;
  foreach it in array array['amount_minor', 'person_id', 'unit_id', 'programme_id'] loop
    assert not has_column_privilege('hadina_app', 'currency.aid', it, 'update'), 'an aid can be turned to another: ' || it;
  end loop;
  assert (select count(*) from pg_constraint where conname = 'four_eyes' and conrelid in ('currency.load'::regclass, 'currency.batch'::regclass)) = 2, 'one pair of eyes is enough for money';
  assert (select count(*) from pg_indexes where schemaname = 'currency' and indexname in ('aid_once', 'aid_once_carried') and indexdef like 'CREATE UNIQUE%') = 2, 'a household may be given to twice';
  assert exists (select from pg_constraint where conrelid = 'currency.instrument'::regclass and conname = 'one_set_of_accounts'), 'a hub may keep a second set of accounts';
  assert exists (select from pg_constraint where conrelid = 'currency.instrument'::regclass and contype = 'f' and confrelid = 'ledger.book'::regclass), 'an instrument may stand without a book';
  assert not exists (select from pg_constraint where conrelid = 'currency.programme'::regclass and pg_get_constraintdef(oid) ~ 'alcohol|tobacco'), 'alcohol may be bought with aid';
end $$;
