do $$
begin
  assert (select indisprimary and indnkeyatts = 4 and indnatts = 5 from pg_index where indexrelid = 'people.name_word_pkey'::regclass), 'a word of a name could stand twice for one person';
  assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'people.name_word'::regclass), 'the words of a name lack forced row-level security';
  assert (select count(*) = 1 from pg_policies where schemaname = 'people' and tablename = 'name_word' and policyname = 'hidden_until_published' and permissive = 'RESTRICTIVE'),
    'words of an import could be seen before it is published';
end $$;
