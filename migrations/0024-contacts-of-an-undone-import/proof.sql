do $$
begin
  assert (select count(*) = 1 from pg_policies where schemaname = 'people' and tablename = 'person_contact' and policyname = 'undone_seen' and cmd = 'SELECT'
    and qual like '%app.importing%' and qual like '%undoing%'), 'contacts are seen by more than the import that is being undone';
end $$;
