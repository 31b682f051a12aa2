create function exchange.remove_records(of_network uuid, records uuid[], places text[], columns text[]) returns void
language plpgsql set search_path = '' as $$
declare
  one uuid;
begin
  foreach one in array records loop
    begin
      for n in 1 .. coalesce(array_length(places, 1), 0) loop
        execute format('delete from %s where network_id = $1 and %I = $2', places[n]::regclass, columns[n]) using of_network, one;
      end loop;
    exception when foreign_key_violation then
      null;
    end;
  end loop;
end $$;
revoke all on function exchange.remove_records(uuid, uuid[], text[], text[]) from public;
grant execute on function exchange.remove_records(uuid, uuid[], text[], text[]) to hadina_app;
comment on function exchange.remove_records(uuid, uuid[], text[], text[]) is
  'Takes away records of an undone import, each with the rows that hang on it, with the rights of whoever calls; a record that something still points at stays.';
