do $$
begin
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class where oid in ('people.merge'::regclass, 'core.same_person'::regclass,
    'people.contact_mark'::regclass, 'people.person_contact'::regclass)), 'a table of identities lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'people.merge', 'delete'), 'a merge can be forgotten';
  assert not has_column_privilege('hadina_app', 'people.merge', 'survivor_id', 'update'), 'a merge can be turned to other files';
  assert not has_column_privilege('hadina_app', 'people.merge', 'proposed_by', 'update'), 'who proposed a merge can be rewritten';
  assert not has_column_privilege('hadina_report', 'core.same_person', 'merge_id', 'select'), 'figures read who decided';
  assert not has_schema_privilege('hadina_report', 'people', 'usage'), 'figures read persons';
  assert not exists (select from information_schema.columns where table_schema = 'core' and table_name = 'same_person'
    and column_name not in ('network_id', 'person_id', 'survivor_id', 'into_id', 'merge_id')), 'the map of identities says more than identifiers';
  assert not has_column_privilege('hadina_app', 'people.person_contact', 'id_kind', 'update'), 'a paper can be turned into another';
  assert not exists (select from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname = 'people' or c.oid = 'core.same_person'::regclass) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and col_description(c.oid, a.attnum) is null), 'a column of people has no comment';
end $$;
