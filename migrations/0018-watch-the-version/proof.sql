do $$
begin
  assert has_table_privilege('hadina_worker', 'core.public_version', 'select'), 'the version cannot be watched';
  assert not has_table_privilege('hadina_worker', 'core.public_version', 'update'), 'the worker raises the version';
end $$;
