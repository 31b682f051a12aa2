do $$
begin
  assert exists (select from pg_index i where i.indexrelid = 'ledger.transfer_given_back'::regclass and i.indisvalid and pg_get_expr(i.indpred, i.indrelid) = '(kind = ''reverse''::text)'),
    'what came back to an account is not found without reading what came to it';
  assert exists (select from pg_index i where i.indexrelid = 'ledger.block_at'::regclass and i.indisvalid), 'where a book stood at a moment is not found without reading what came since';
end $$;
