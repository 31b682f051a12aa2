do $$
begin
  assert not has_table_privilege('hadina_worker', 'core.restored', 'insert'), 'the sealer can move its own clock';
  assert not has_table_privilege('hadina_app', 'core.restored', 'select'), 'the app reads what only the sealer needs';
end $$;
