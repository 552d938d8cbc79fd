-- The search finds municipalities by their names.
create index municipalities_words on municipalities using gin (both_words(name || ' ' || coalesce(name_en, '')));
