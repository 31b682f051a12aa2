do $$ begin
  assert exists (select from pg_trigger where tgname = 'keep_apart_hands' and tgrelid = 'incubation.application'::regclass and tgenabled <> 'D'), 'who is kept apart writes an application by hand';
  assert (select proconfig @> array['search_path=pg_catalog, pg_temp'] and not prosecdef from pg_proc where oid = 'incubation.keep_apart_hands'::regproc), 'the guard looks where others may write, or with other rights';
  assert exists (select from pg_trigger where tgname = 'note_first_lister' and tgrelid = 'incubation.venture'::regclass), 'whoever lists an enterprise names another';
end $$;
