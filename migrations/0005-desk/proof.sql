do $$
begin
  assert not has_table_privilege('hadina_app', 'desk.ticket', 'delete'), 'a visit can be deleted';
  assert not has_table_privilege('hadina_app', 'desk.listening_note', 'update'), 'a note can be rewritten';
  assert not has_table_privilege('hadina_app', 'desk.listening_note', 'delete'), 'a note can be deleted';
  assert not has_table_privilege('hadina_report', 'desk.listening_note', 'select'), 'figures can read notes';
  assert not has_column_privilege('hadina_report', 'desk.ticket', 'person_id', 'select'), 'figures can see who came';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'desk' and c.relkind = 'r'), 'a desk table lacks forced row-level security';
end $$;
