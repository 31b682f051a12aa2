do $$
begin
  assert exists (select from pg_trigger g where g.tgrelid = 'funding.fund'::regclass and g.tgname = 'keep_amount' and g.tgenabled = 'O'), 'what was promised can be changed by one hand';
  assert not has_column_privilege('hadina_app', 'funding.amendment', 'amount_minor', 'update'), 'an amendment can be changed after it was asked for';
  assert not has_column_privilege('hadina_app', 'funding.amendment', 'asked_by', 'update'), 'who asked for an amendment can be changed';
  assert not has_table_privilege('hadina_app', 'funding.amendment', 'delete'), 'an amendment can be removed';
  assert not has_column_privilege('hadina_app', 'funding.receipt', 'amount_minor', 'update'), 'a receipt can be changed';
  assert not has_column_privilege('hadina_app', 'funding.receipt', 'number', 'update'), 'a receipt can get another number';
  assert not has_table_privilege('hadina_app', 'funding.receipt', 'delete'), 'a receipt can be removed';
  assert not has_column_privilege('hadina_app', 'incubation.venture', 'listed_by', 'update'), 'who let an enterprise into the register can be changed';
  assert not has_table_privilege('hadina_report', 'funding.receipt', 'select'), 'figures read receipts';
  assert exists (select from pg_trigger g where g.tgrelid = 'programme.committee_member'::regclass and g.tgname = 'keep_money_voices' and g.tgenabled = 'O'), 'a text votes on money';
  assert exists (select from pg_trigger g where g.tgrelid = 'programme.committee'::regclass and g.tgname = 'keep_money_quorum' and g.tgenabled = 'O'), 'one alone decides on money';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c where c.oid in ('funding.amendment'::regclass, 'funding.receipt'::regclass)), 'a table lacks forced row-level security';
end $$;
