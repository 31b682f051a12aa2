do $$
declare
  it text;
begin
  foreach it in array array['card', 'local_wallet', 'payment', 'payment_leg', 'payment_of', 'pay_request', 'refund'] loop
    assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = ('currency.' || it)::regclass), it || ' lacks forced row-level security';
    assert not has_table_privilege('hadina_app', 'currency.' || it, 'delete, truncate'), it || ' can lose rows';
    assert not has_any_column_privilege('hadina_report', 'currency.' || it, 'select'), it || ' is open to the login of figures';
  end loop;
  foreach it in array array['amount_minor', 'merchant_id', 'currency', 'category'] loop
    assert not has_column_privilege('hadina_app', 'currency.payment', it, 'update'), 'a sale can be changed: ' || it;
    assert not has_column_privilege('hadina_app', 'currency.pay_request', it, 'update'), 'what a till asked can be altered: ' || it;
  end loop;
  assert not has_any_column_privilege('hadina_app', 'currency.payment_of', 'update'), 'a sale can be laid on somebody else';
  assert not has_column_privilege('hadina_app', 'currency.card', 'person_id', 'update'), 'a card can be turned to another person';
  assert not exists (select from information_schema.columns where table_schema = 'currency' and table_name in ('payment', 'payment_leg', 'pay_request', 'refund') and column_name in ('person_id', 'card_id')),
    'what a shop reads names who paid';
  assert not exists (select from pg_policies where schemaname = 'currency' and tablename in ('payment_of', 'payment_leg') and cmd = 'SELECT' and qual like '%app.organizations%'), 'a shop reads who paid, or from which wallet';
  assert (select count(*) from pg_constraint where conname in ('refund_within_sale', 'refund_within_leg')) = 2, 'more may be given back than was paid';
  assert (select indexdef like 'CREATE UNIQUE%' from pg_indexes where schemaname = 'currency' and indexname = 'card_one'), 'somebody may hold two cards';
end $$;
