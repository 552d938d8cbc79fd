-- The search: how texts become words, and the words that are known.


-- A text as its words are read: what joins words parts them, so that VRS-2023-0417 is three words everywhere; accents go,
-- umlauts stay, because the German stemmer knows them.
create function worded(source text) returns text language sql immutable strict parallel safe as $$
  select translate(source, '-_/.:@+&''’éèêëáàâãåíìîïóòôõøúùûçñÉÈÊËÁÀÂÃÅÍÌÎÏÓÒÔÕØÚÙÛÇÑ',
    '          eeeeaaaaaiiiiooooouuucneeeeaaaaaiiiiooooouuucn')
$$;

-- Words with German and with English stems: for titles, which are too short to tell their language.
create function both_words(source text) returns tsvector language sql immutable strict parallel safe as $$
  select to_tsvector('german', worded(source)) || to_tsvector('english', folded(worded(source)))
$$;

-- The words of a page, with the stems of the language that leaves fewer words (it knows the small ones). Words that stand
-- there twice or four times stand once more, marked: so the search begins with pages that are about a word.
create function page_words(source text) returns tsvector language sql immutable strict parallel safe as $$
  select words || coalesce((select array_to_tsvector(array_agg(lexeme || '²') || coalesce(array_agg(lexeme || '⁴') filter (where cardinality(positions) >= 4), '{}'))
    from unnest(words) where cardinality(positions) >= 2), '')
  from (select case when length(german) < 25 then german || english when length(german) <= length(english) then german else english end as words
    from (select to_tsvector('german', worded(source)) as german, to_tsvector('english', folded(worded(source))) as english) both_languages) chosen
$$;

-- Begun anew: whose words may be used is known from now on.
drop table search_words;
create table known_words (
  word text primary key,
  is_public boolean not null
);
create index known_words_parts on known_words using gin (word gin_trgm_ops);
comment on table known_words is 'Every word of what can be searched once, without case and accents: what a search finds compounds and typing errors in. Shown to nobody.';
comment on column known_words.word is 'The word.';
comment on column known_words.is_public is 'It stands in something that everybody may read; others help nobody but the office, so that no word betrays what is hidden.';
create trigger known_words_changed after insert or update or delete or truncate on known_words for each statement execute function announce_change();

-- Adds the words of a text to those that are known.
create function learn_words(source text, is_open boolean) returns void language sql as $$
  insert into known_words as known (word, is_public)
    select lexeme, is_open from unnest(tsvector_to_array(to_tsvector('simple', folded(worded(source))))) lexeme
    where length(lexeme) between 3 and 40 and lexeme !~ '[^[:alpha:]]'
    order by lexeme
    on conflict (word) do update set is_public = true where excluded.is_public and not known.is_public
$$;
