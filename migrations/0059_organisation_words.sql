-- The search over all rooms finds organisations by the words of their names, and the atlas's indicators by theirs.
create index organisations_words on organisations using gin (both_words(name));
create index indicators_words on indicators using gin (bilingual_words(name, definition, ''));
