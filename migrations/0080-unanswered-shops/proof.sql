do $$
begin
  assert (select count(*) = 3 from pg_constraint where conrelid = 'currency.shop_application'::regclass and convalidated and conname in ('received_is_over', 'phone_while_waiting', 'received_by_somebody')), 'an application that the house ended keeps its telephone, or is taken up by nobody';
end $$;
