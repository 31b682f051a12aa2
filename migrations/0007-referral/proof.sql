do $$
begin
  assert not has_table_privilege('hadina_app', 'desk.referral', 'delete'), 'a referral can be deleted';
  assert not has_column_privilege('hadina_app', 'desk.referral', 'organization_id', 'update'), 'a referral can be turned to another body';
  assert not has_column_privilege('hadina_app', 'desk.referral', 'person_id', 'update'), 'a referral can be turned to another person';
  assert not has_table_privilege('hadina_app', 'desk.disclosure', 'update'), 'what was disclosed can be rewritten';
  assert not has_column_privilege('hadina_app', 'desk.referral_link', 'expires_at', 'update'), 'a link can be made longer';
  assert not has_column_privilege('hadina_app', 'desk.complaint', 'sealed', 'update'), 'a complaint can be rewritten';
  assert not has_any_column_privilege('hadina_report', 'desk.disclosure', 'select'), 'figures can read what was disclosed';
  assert not has_any_column_privilege('hadina_report', 'desk.referral_link', 'select'), 'figures can read links';
  assert not has_column_privilege('hadina_report', 'desk.referral', 'spoken_to_id', 'select'), 'figures can see who was sent';
  assert not has_column_privilege('hadina_report', 'desk.complaint', 'person_id', 'select'), 'figures can see who complained';
  assert (select bool_and(relrowsecurity and relforcerowsecurity) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'desk' and c.relkind = 'r'), 'a desk table lacks forced row-level security';
end $$;
