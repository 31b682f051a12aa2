do $$
begin
  assert not has_table_privilege('hadina_keys', 'public.person_key', 'delete'), 'tombstones can be deleted';
  assert not has_table_privilege('hadina_keys', 'public.hub_key', 'update'), 'hub keys can be overwritten';
end $$;
