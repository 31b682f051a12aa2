do $$ begin
  assert (select count(*) = 4 from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname = 'documents' or (n.nspname, c.relname) = ('network', 'competence')) and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity), 'a table is open';
  assert not has_table_privilege('hadina_app', 'documents.document', 'delete'), 'a document''s row can be deleted';
  assert not has_column_privilege('hadina_app', 'documents.document', 'compartment', 'update'), 'a compartment can be changed';
  assert not has_column_privilege('hadina_app', 'documents.document', 'person_id', 'update'), 'a document can be given to somebody else';
  assert not has_column_privilege('hadina_app', 'documents.document', 'parent_kind', 'update'), 'a document can be moved';
  assert not has_table_privilege('hadina_app', 'documents.piece', 'update'), 'a piece can be changed';
  assert not has_schema_privilege('hadina_report', 'documents', 'usage'), 'figures read documents';
  assert not has_schema_privilege('hadina_worker', 'documents', 'usage'), 'the job table''s login reads documents';
  assert not has_schema_privilege('hadina_intake', 'documents', 'usage'), 'strangers reach documents';
  assert not has_schema_privilege('hadina_protected', 'documents', 'usage'), 'the protected login reads ordinary documents';
  assert not has_column_privilege('hadina_app', 'network.competence', 'until_on', 'update'), 'a certificate can be lengthened';
  assert not has_column_privilege('hadina_protected', 'network.competence', 'number', 'select'), 'the protected login reads numbers of certificates';
  assert not has_table_privilege('hadina_app', 'network.competence', 'delete'), 'a competence can be deleted';
end $$;
