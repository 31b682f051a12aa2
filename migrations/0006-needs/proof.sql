do $$
begin
  assert not has_table_privilege('hadina_app', 'desk.form', 'update'), 'a published form can be changed';
  assert not has_table_privilege('hadina_app', 'desk.form_question', 'update'), 'a published question can be changed';
  assert not has_table_privilege('hadina_app', 'desk.orientation', 'update'), 'an orientation can be rewritten';
  assert not has_table_privilege('hadina_app', 'desk.orientation_choice', 'delete'), 'a choice can be deleted';
  assert not has_table_privilege('hadina_app', 'desk.slip', 'update'), 'a slip can be rewritten';
  assert not has_table_privilege('hadina_app', 'desk.needs_assessment', 'delete'), 'an assessment can be deleted';
  assert not has_table_privilege('hadina_report', 'desk.needs_answer', 'select'), 'figures can read answers';
  assert not has_table_privilege('hadina_report', 'desk.needs_sealed_answer', 'select'), 'figures can read sealed answers';
  assert not exists (select from pg_attribute where attrelid = 'desk.slip'::regclass and attname ~ 'word'), 'a slip keeps its word';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'desk' and c.relkind = 'r'), 'a desk table lacks forced row-level security';
  assert not exists (select from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'desk' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and col_description(c.oid, a.attnum) is null), 'a desk column has no comment';
end $$;
