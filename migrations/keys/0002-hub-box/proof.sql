do $$
begin
  assert not has_table_privilege('hadina_keys', 'public.hub_box', 'update'), 'a letter box can be swapped for another';
  assert not has_table_privilege('hadina_keys', 'public.hub_box', 'delete'), 'a letter box can be thrown away with its letters';
end $$;
