do $$
begin
  assert not (select prosecdef from pg_proc where oid = 'exchange.remove_records(uuid, uuid[], text[], text[])'::regprocedure), 'records are taken away with more rights than the caller has';
  assert not has_function_privilege('hadina_report', 'exchange.remove_records(uuid, uuid[], text[], text[])', 'execute'), 'a reader of figures may take records away';
end $$;
