do $$
begin
  assert not exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where (n.nspname in ('people', 'desk', 'documents', 'accompaniment', 'messages') or c.oid in ('core.event'::regclass, 'core.look'::regclass)) and c.relkind = 'r' and c.relrowsecurity
      and c.oid <> 'people.conflict'::regclass and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
      and a.attname in ('person_id', 'spoken_to_id', 'acting_person_id', 'key_owner_id', 'survivor_id', 'absorbed_id', 'first_id', 'second_id')
      and has_any_column_privilege('hadina_app', c.oid, 'select')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'conflict' and not p.polpermissive
        and pg_get_expr(p.polqual, p.polrelid) ~ ('\m' || a.attname || '\M') and pg_get_expr(p.polqual, p.polrelid) like '%people.kept_apart%')),
    'a table names a person and does not keep colleagues apart from the whole of her';
  assert not exists (
    select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'accompaniment' and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id')
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id')), 'something of a case does not say whose it is';
  assert not has_table_privilege('hadina_app', 'confidential.kept_from_me', 'select'), 'the web reads who is kept out';
  assert not has_table_privilege('hadina_protected', 'core.same_mark', 'insert'), 'the protected login writes identities';
  assert not exists (select from pg_views where viewname in ('kept_apart', 'kept_from_me', 'opened_to_me', 'myself')
    and not exists (select from pg_class c where c.relname = viewname and c.reloptions @> array['security_invoker=true'])), 'a view looks past the policies';
  assert not exists (select from pg_policy p where p.polname = 'counted_file_read' and pg_get_expr(p.polqual, p.polrelid) like '%managed_hubs%'), 'a manager counts protected files';
  assert not has_column_privilege('hadina_protected', 'people.conflict', 'since', 'update'), 'a wish is moved in time';
end $$;
