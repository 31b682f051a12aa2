do $$
begin
  assert not has_table_privilege('hadina_keys', 'public.protected_key', 'delete'), 'tombstones can be deleted';
  assert not has_table_privilege('hadina_keys', 'public.protected_hub_key', 'update'), 'protected hub keys can be overwritten';
  assert not has_table_privilege('hadina_keys', 'public.protected_hub_key', 'delete'), 'protected hub keys can be deleted';
end $$;
