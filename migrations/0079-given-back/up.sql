-- What a shop took in a day is asked at every payment. It follows from what stood on its account before that day and what stands there now, when what did not come
-- from a sale is taken off: both are found without reading the day's sales again, however many there were.
create index transfer_given_back on ledger.transfer (network_id, book_id, to_id, number) where kind = 'reverse';
create index block_at on ledger.block (network_id, book_id, at, number);
