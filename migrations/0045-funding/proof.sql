do $$
begin
  assert not has_column_privilege('hadina_app', 'funding.fund', 'amount_minor', 'update'), 'what was promised can be changed';
  assert not has_column_privilege('hadina_app', 'funding.grant', 'amount_minor', 'update'), 'an amount can be changed after it was proposed';
  assert not has_column_privilege('hadina_app', 'funding.grant', 'asked_by', 'update'), 'who asked can be changed';
  assert not has_column_privilege('hadina_app', 'funding.grant', 'typed_by', 'update'), 'who typed can be changed';
  assert not has_column_privilege('hadina_app', 'funding.tranche', 'amount_minor', 'update'), 'a tranche can grow';
  assert not has_column_privilege('hadina_app', 'funding.payment', 'tranche_id', 'update'), 'a payment can be turned to another tranche';
  assert not has_column_privilege('hadina_app', 'funding.payment_file', 'made_by', 'update'), 'who made a payment file can be changed';
  assert not has_column_privilege('hadina_app', 'funding.payment', 'print', 'update'), 'a payment can be turned to another account';
  assert not has_column_privilege('hadina_app', 'funding.payee', 'organization_id', 'update'), 'an account can be turned to another body';
  assert not has_table_privilege('hadina_app', 'funding.bank_line', 'update'), 'what the bank said can be changed';
  assert not has_table_privilege('hadina_app', 'funding.grant', 'delete'), 'a grant can be deleted';
  assert not has_schema_privilege('hadina_report', 'funding', 'usage'), 'figures can read grants';
  assert not has_schema_privilege('hadina_protected', 'funding', 'usage'), 'the protected login reads grants';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'funding' and c.relkind = 'r'), 'a table of funding lacks forced row-level security';
end $$;
