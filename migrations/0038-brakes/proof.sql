do $$
begin
  assert not has_table_privilege('hadina_app', 'core.alarm', 'delete'), 'alarms can be deleted';
  assert not has_column_privilege('hadina_app', 'core.alarm', 'account_id', 'update'), 'an alarm can be moved to another account';
  assert not has_table_privilege('hadina_report', 'core.alarm', 'select'), 'figures read alarms';
  assert not has_table_privilege('hadina_report', 'core.bait', 'select'), 'figures read bait';
  assert not has_table_privilege('hadina_app', 'core.bait', 'delete'), 'bait can be taken away';
  assert not has_column_privilege('hadina_app', 'exchange.leave', 'until_at', 'update'), 'a leave can be made longer';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class where oid in ('core.alarm'::regclass, 'core.bait'::regclass, 'exchange.leave'::regclass)), 'a table is open';
end $$;
