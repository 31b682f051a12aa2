do $$
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class where oid in ('people.possible_double'::regclass, 'people.double_search'::regclass)),
    'a table of doubles lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'people.possible_double', 'delete'), 'a verdict can be forgotten';
  assert not has_column_privilege('hadina_app', 'people.possible_double', 'first_id', 'update')
    and not has_column_privilege('hadina_app', 'people.possible_double', 'second_id', 'update'), 'a verdict can be turned to other files';
  assert not has_table_privilege('hadina_report', 'people.possible_double', 'select'), 'figures read who may be whom';
  assert (select count(*) = 3 from pg_policies where schemaname = 'people' and tablename = 'possible_double'), 'the rules of possible doubles are not the three written';
end $$;
