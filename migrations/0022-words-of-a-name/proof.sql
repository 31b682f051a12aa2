do $$
begin
  assert not exists (select from pg_constraint where conrelid = 'people.name_word'::regclass and contype = 'f'), 'the words of a name are checked one by one';
  assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = 'people.name_word'::regclass), 'the words of a name lack forced row-level security';
  assert (select count(*) = 1 from pg_policies where schemaname = 'people' and tablename = 'name_word' and policyname = 'name_word_own' and with_check is not null), 'the words of a name could be written for another hub';
end $$;
