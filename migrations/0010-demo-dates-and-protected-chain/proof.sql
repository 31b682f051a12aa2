do $$
begin
  assert not has_table_privilege('hadina_app', 'confidential.seal', 'select'), 'the app can count protected events';
  assert not has_table_privilege('hadina_app', 'confidential.head', 'select'), 'the app can read protected heads';
  assert not has_table_privilege('hadina_worker', 'confidential.event', 'update'), 'the sealer can change protected events';
end $$;
