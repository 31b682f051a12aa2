create index search_words_hub on directory.search_words (network_id, hub_id);
