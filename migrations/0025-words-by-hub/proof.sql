do $$
begin
  assert exists (select from pg_indexes where schemaname = 'directory' and indexname = 'search_words_hub'), 'the words of a hub are looked for one by one';
end $$;
