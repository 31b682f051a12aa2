do $$
declare t text;
begin
  foreach t in array array['incubation.deliverable', 'incubation.handed_in', 'incubation.photo_part', 'incubation.catalogue', 'incubation.catalogue_entry', 'training.sheet', 'training.sheet_piece', 'training.room', 'training.check_in'] loop
    assert (select c.relrowsecurity and c.relforcerowsecurity from pg_class c where c.oid = t::regclass), t || ' lacks forced row-level security';
    assert not has_any_column_privilege('hadina_report', t, 'select'), t || ': figures can read it';
    assert not has_any_column_privilege('hadina_protected', t, 'select'), t || ': the protected login reads it';
    assert t = 'training.sheet_piece' or not has_table_privilege('hadina_app', t, 'delete'), t || ': a row can be deleted';
  end loop;
  assert not has_any_column_privilege('hadina_app', 'incubation.handed_in', 'update'), 'what was handed in can be written over';
  assert not has_any_column_privilege('hadina_app', 'incubation.photo_part', 'update'), 'who was taken can be written over';
  assert not has_column_privilege('hadina_app', 'incubation.catalogue_entry', 'spotlight_id', 'update'), 'a printed page can be turned to another profile';
  assert not has_any_column_privilege('hadina_app', 'training.sheet_piece', 'update'), 'a signed sheet can be written over';
  assert not has_any_column_privilege('hadina_app', 'training.check_in', 'update'), 'who said she is there can be written over';
  assert (select with_check like '%until_at%' and with_check like '%app.link%' from pg_policies where schemaname = 'training' and tablename = 'check_in' and cmd = 'INSERT'), 'one checks in without the code of the room';
  assert (select qual like '%withdrawn_at%' from pg_policies where schemaname = 'training' and tablename = 'sheet_piece' and policyname = 'sheet_piece_destroy'), 'a sheet that stands can be emptied';
  assert not exists (select from pg_attribute a where a.attrelid in ('incubation.catalogue_entry'::regclass, 'incubation.catalogue'::regclass) and a.attname in ('person_id', 'application_id')), 'a printed catalogue leads back to her';
  assert (select permissive = 'RESTRICTIVE' from pg_policies where schemaname = 'training' and tablename = 'sheet_piece' and policyname = 'conflict'), 'who is kept apart from somebody on a sheet opens it';
  assert exists (select from pg_constraint where conrelid = 'incubation.photo_part'::regclass and conname = 'taken_with_consent'), 'somebody can be taken without her consent';
  assert (select count(*) from pg_policies where schemaname = 'incubation' and tablename in ('handed_in', 'photo_part') and policyname = 'conflict' and permissive = 'RESTRICTIVE') = 2, 'who is kept apart reads it';
end $$;
