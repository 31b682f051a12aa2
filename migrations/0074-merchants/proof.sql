do $$
declare
  it text;
begin
  foreach it in array array['merchant', 'merchant_account', 'merchant_limit', 'merchant_tie', 'settlement', 'claim', 'claim_part', 'claim_step', 'alert'] loop
    assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = ('currency.' || it)::regclass), it || ' lacks forced row-level security';
    assert not has_table_privilege('hadina_app', 'currency.' || it, 'delete, truncate'), it || ' can lose rows';
    assert not has_any_column_privilege('hadina_report', 'currency.' || it, 'select'), it || ' is open to the login of figures';
  end loop;
  foreach it in array array['merchant_account', 'merchant_limit', 'merchant_tie', 'claim_step'] loop
    assert not has_any_column_privilege('hadina_app', 'currency.' || it, 'update'), it || ' can be changed afterwards';
  end loop;
  foreach it in array array['amount_minor', 'merchant_id', 'submitted_by', 'number', 'currency'] loop
    assert not has_column_privilege('hadina_app', 'currency.claim', it, 'update'), 'a claim can be turned to another: ' || it;
  end loop;
  assert (select count(*) from pg_constraint where conrelid = 'currency.claim'::regclass and conname in ('submitted_and_validated', 'validated_and_paid', 'submitted_and_paid', 'paid_and_reconciled', 'disputed_and_ended')) = 5, 'one pair of eyes is enough for a claim';
  assert exists (select from pg_constraint where conrelid = 'currency.settlement'::regclass and conname = 'four_eyes'), 'one pair of eyes is enough for a settlement';
  assert exists (select from pg_trigger where tgrelid = 'currency.claim'::regclass and tgname = 'keep_claim' and tgenabled = 'O'), 'a claim can go any way';
  assert exists (select from pg_constraint where conrelid = 'currency.merchant'::regclass and conname = 'takes_by_agreement'), 'a shop may take part without an agreement';
  assert not exists (select from pg_policies where schemaname = 'currency' and tablename = 'claim_part' and cmd = 'SELECT' and qual like '%app.organizations%'), 'a shop sees of what its claim is made';
  assert not exists (select from pg_attribute where attrelid in ('currency.merchant'::regclass, 'currency.claim'::regclass, 'currency.claim_part'::regclass, 'currency.claim_step'::regclass, 'currency.alert'::regclass) and attname = 'person_id'), 'a shop''s row names a person';
end $$;
