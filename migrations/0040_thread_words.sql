-- The search over all rooms finds pieces of the thread by these words.
create index pieces_words on pieces using gin (bilingual_words(title, text,
  coalesce(reason ->> 'de', '') || ' ' || coalesce(reason ->> 'en', '') || ' '
  || coalesce(addressee ->> 'de', '') || ' ' || coalesce(addressee ->> 'en', '')));
