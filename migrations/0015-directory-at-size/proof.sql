do $$
begin
  assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'core.public_version'::regclass), 'the version lacks forced row-level security';
  assert not has_table_privilege('hadina_app', 'core.public_version', 'delete'), 'the version can be set back by deleting';
  assert not has_table_privilege('hadina_report', 'core.public_version', 'select'), 'figures need no version';
  assert (select count(*) from pg_trigger where tgfoid = 'core.public_changed'::regproc) >= 19, 'a public table does not raise the version';
  assert (select bool_and(proleakproof) from pg_proc where proname in ('int8ge', 'uuid_eq', 'text_ge', 'text_lt')), 'an index would not be used under row-level security';
  assert (select relforcerowsecurity from pg_class where oid = 'network.organization'::regclass), 'bodies are open to their owner';
  assert not exists (select from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.oid in ('core.public_version'::regclass, 'directory.service'::regclass, 'directory.location'::regclass, 'network.organization'::regclass)
      and a.attnum > 0 and not a.attisdropped and col_description(c.oid, a.attnum) is null), 'a column has no comment';
end $$;
