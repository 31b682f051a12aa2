do $$
begin
  assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'directory.search_words'::regclass), 'the words lack forced row-level security';
  assert (select array_agg(cmd::text order by cmd) = '{DELETE,INSERT,SELECT}' from pg_policies where schemaname = 'directory' and tablename = 'search_words'), 'the words lack a policy or have one too many';
  assert not has_table_privilege('hadina_app', 'directory.search_words', 'update'), 'words are written anew, never changed in place';
  assert not has_table_privilege('hadina_report', 'directory.search_words', 'select'), 'figures need no words';
  assert to_regclass('directory.search_term') is null, 'the older words still stand';
end $$;
