do $$
begin
  assert not exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ('people', 'desk', 'documents', 'accompaniment', 'messages') and c.relkind = 'r' and c.relrowsecurity
      and c.oid <> 'people.conflict'::regclass and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
      and a.attname in ('person_id', 'spoken_to_id', 'acting_person_id', 'key_owner_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id')
      and has_any_column_privilege('hadina_app', c.oid, 'select')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'conflict' and not p.polpermissive
        and pg_get_expr(p.polqual, p.polrelid) like '%' || a.attname || '%')), 'a table names a person and does not keep colleagues apart';
end $$;
