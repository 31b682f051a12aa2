do $$
declare
  it text;
begin
  foreach it in array array['sample', 'sample_item', 'sample_finding', 'released_figure', 'other_network', 'taken_receipt'] loop
    assert not has_any_column_privilege('hadina_app', 'evidence.' || it, 'update'), it || ' can be rewritten';
    assert not has_table_privilege('hadina_app', 'evidence.' || it, 'delete'), it || ' can be deleted';
    assert not has_any_column_privilege('hadina_report', 'evidence.' || it, 'select'), 'the login that counts reads ' || it;
    assert (select relrowsecurity and relforcerowsecurity from pg_class where oid = ('evidence.' || it)::regclass), it || ' lacks forced row-level security';
  end loop;
  assert not exists (select from information_schema.columns where table_schema = 'evidence' and column_name ~ 'person'), 'a sample or a receipt names a person';
end $$;
