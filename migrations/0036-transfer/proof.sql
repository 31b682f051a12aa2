do $$ begin
  assert (select count(*) = 5 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'transfer' and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity), 'a table is open';
  assert not has_table_privilege('hadina_app', 'transfer.piece', 'update'), 'a piece can be changed';
  assert not has_table_privilege('hadina_app', 'transfer.piece', 'delete'), 'a piece can be taken out of its parcel';
  assert not has_table_privilege('hadina_app', 'transfer.parcel', 'delete'), 'a parcel can be made to have never been';
  assert not has_column_privilege('hadina_app', 'transfer.parcel', 'until_at', 'update'), 'a parcel can be made to wait longer';
  assert not has_column_privilege('hadina_app', 'transfer.parcel', 'to_hub_id', 'update'), 'a parcel can be led elsewhere';
  assert not has_column_privilege('hadina_app', 'transfer.parcel', 'digest', 'update'), 'the fingerprint of a parcel can be changed';
  assert not has_table_privilege('hadina_app', 'transfer.departure', 'update'), 'a stub can be changed';
  assert not has_column_privilege('hadina_app', 'transfer.opening', 'person_id', 'update'), 'an opening can be given to somebody else';
  assert not exists (select from information_schema.columns where table_schema = 'transfer' and table_name in ('parcel', 'waiting', 'piece') and column_name ~ 'person|account|case'),
    'a parcel names somebody';
  assert not exists (select from information_schema.columns where table_schema = 'transfer' and column_name ~ 'word'), 'words are kept';
  assert (select count(*) = 2 from pg_policy p where p.polname = 'conflict' and not p.polpermissive
    and p.polrelid in ('transfer.departure'::regclass, 'transfer.opening'::regclass)), 'a colleague kept apart meets her on the move';
  assert (select bool_and(pg_get_expr(p.polqual, p.polrelid) like '%until_at > now()%' and pg_get_expr(p.polqual, p.polrelid) like '%contact_hubs%'
    and pg_get_expr(p.polqual, p.polrelid) not like '%.hub_id%') from pg_policy p where p.polrelid = 'transfer.piece'::regclass and p.polcmd = 'r'), 'a piece is read late or by its sender';
  assert not has_schema_privilege('hadina_report', 'transfer', 'usage'), 'figures read parcels';
  assert not has_schema_privilege('hadina_worker', 'transfer', 'usage'), 'the job table''s login reads parcels';
  assert not has_schema_privilege('hadina_intake', 'transfer', 'usage'), 'strangers reach parcels';
  assert not has_schema_privilege('hadina_protected', 'transfer', 'usage'), 'the protected login reads parcels';
end $$;
