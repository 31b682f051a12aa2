do $$
declare
  it text;
begin
  foreach it in array array['purchase', 'conversion', 'voucher_batch', 'voucher'] loop
    assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = ('currency.' || it)::regclass), it || ' lacks forced row-level security';
    assert not has_table_privilege('hadina_app', 'currency.' || it, 'delete, truncate'), it || ' can lose rows';
    assert not has_any_column_privilege('hadina_report', 'currency.' || it, 'select'), it || ' is open to the login of figures';
  end loop;
  foreach it in array array['conversion', 'voucher_batch'] loop
    assert not has_any_column_privilege('hadina_app', 'currency.' || it, 'update'), it || ' can be changed afterwards';
  end loop;
  foreach it in array array['hash', 'amount_minor', 'expires_on', 'book_id', 'wallet_id', 'batch_id'] loop
    assert not has_column_privilege('hadina_app', 'currency.voucher', it, 'update'), 'a voucher can be turned to another: ' || it;
  end loop;
  assert (select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'currency.voucher'::regclass and polname = 'voucher_end') like '%issued%', 'a voucher that was taken can be changed';
  assert (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'currency.voucher'::regclass and conname = 'taken_once') like '%payment_id%', 'a voucher may be taken without a receipt';
  assert (select bool_and(pg_get_expr(polwithcheck, polrelid) like '%issued%') from pg_policy where polname in ('payment_by_voucher', 'leg_by_voucher')), 'a used voucher writes another sale';
  assert exists (select from pg_constraint where conrelid = 'currency.purchase'::regclass and conname = 'four_eyes'), 'one pair of eyes is enough for money of outside';
  assert exists (select from pg_constraint where conrelid = 'currency.conversion'::regclass and conname = 'two_books'), 'a conversion may stay in one book';
  assert not exists (select from information_schema.columns where table_schema = 'currency' and table_name = 'voucher' and column_name in ('person_id', 'code')), 'a voucher names somebody or keeps its code';
end $$;
