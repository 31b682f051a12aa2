-- An application of a shop that nobody answers in thirty days is ended by the house: its telephone goes, as with every other, and nobody stands there as who answered.
comment on column currency.shop_application.ended_at is 'When the desk answered it, or when the house ended it because nobody had';
comment on column currency.shop_application.ended_by is 'Who answered; empty while it waits and when the house ended it';
alter table currency.shop_application add constraint received_by_somebody check (merchant_id is null or ended_by is not null);
