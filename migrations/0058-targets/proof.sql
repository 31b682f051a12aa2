do $$
declare
  it text;
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'evidence' and c.relkind = 'r'), 'a table of targets or money lacks forced row-level security';
  foreach it in array array['target', 'target_version'] loop
    assert not has_any_column_privilege('hadina_app', 'evidence.' || it, 'update'), it || ' can be overwritten';
  end loop;
  foreach it in array array['target', 'target_version', 'funder_share', 'eligible_cost', 'exchange_rate', 'hub_revenue'] loop
    assert not has_table_privilege('hadina_app', 'evidence.' || it, 'delete'), it || ' can be deleted';
    assert not has_any_column_privilege('hadina_report', 'evidence.' || it, 'insert'), it || ' can be written by the login that counts';
  end loop;
  assert not has_column_privilege('hadina_app', 'evidence.funder_share', 'share_ten_thousandths', 'update'), 'a share can be rewritten';
  assert not has_column_privilege('hadina_app', 'evidence.eligible_cost', 'amount_minor', 'update'), 'a cost can be rewritten';
  assert not has_column_privilege('hadina_app', 'evidence.hub_revenue', 'amount_minor', 'update'), 'a revenue can be rewritten';
  assert (select attnotnull from pg_attribute where attrelid = 'evidence.target_version'::regclass and attname = 'to_on'), 'a target stands without a period';
  assert not has_any_column_privilege('hadina_report', 'evidence.hub_revenue', 'select'), 'the login that counts reads what a hub lives on';
end $$;
