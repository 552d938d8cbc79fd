-- Taking in a page costs less: the same words, pairs and vocabulary in fewer and cheaper steps, the vocabulary once for a
-- whole document instead of page by page.

-- As before; single signs are replaced one by one, which costs a fifth of translating a text of several bytes a letter.
create or replace function worded(source text) returns text
  language sql immutable strict parallel safe
as $$
  select case when source ~ '[éèêëáàâãåíìîïóòôõøúùûçñÉÈÊËÁÀÂÃÅÍÌÎÏÓÒÔÕØÚÙÛÇÑ]'
    then translate(source, '-_/.:@+&''’éèêëáàâãåíìîïóòôõøúùûçñÉÈÊËÁÀÂÃÅÍÌÎÏÓÒÔÕØÚÙÛÇÑ',
      '          eeeeaaaaaiiiiooooouuucneeeeaaaaaiiiiooooouuucn')
    else replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(source,
      '-', ' '), '_', ' '), '/', ' '), '.', ' '), ':', ' '), '@', ' '), '+', ' '), '&', ' '), '''', ' '), '’', ' ') end
$$;

-- The same; a word without umlauts and accents needs no translating.
create or replace function folded(source text) returns text
  language sql immutable strict parallel safe
as $$
  select case when octet_length(source) = length(source) then lower(source)
    else translate(replace(replace(lower(source), 'ß', 'ss'), 'æ', 'ae'),
      'äöüáàâãåéèêëíìîïóòôõøúùûýÿçñšžčćđłśźż', 'aouaaaaaeeeeiiiiooooouuuyycnszccdlszz') end
$$;

-- The same; the small words of each language are counted in one pass.
create or replace function page_words(source text) returns tsvector
  language plpgsql immutable strict parallel safe
as $$
declare
  plain text := public.worded(source);
  all_bytes integer := octet_length(source);
  german integer := (all_bytes - octet_length(replace(replace(replace(replace(replace(source,
    ' und ', ' '), ' der ', ' '), ' die ', ' '), ' ist ', ' '), ' mit ', ' '))) / 4;
  longer text := replace(replace(source, ' and ', ' '), ' the ', ' ');
  english integer := (all_bytes - octet_length(longer)) / 4
    + (octet_length(longer) - octet_length(replace(replace(replace(longer, ' of ', ' '), ' is ', ' '), ' to ', ' '))) / 3;
  words tsvector := case when german > english then to_tsvector('german', plain)
    when english > german then to_tsvector('english', public.folded(plain))
    else to_tsvector('german', plain) || to_tsvector('english', public.folded(plain)) end;
begin
  return words || coalesce((select array_to_tsvector(array_agg(lexeme || '²')
      || coalesce(array_agg(lexeme || '⁴') filter (where cardinality(positions) >= 4), '{}'))
    from unnest(words) where cardinality(positions) >= 2), '');
end $$;
drop function times_of(text, text);

-- The same; an index takes each pair once in any case.
create or replace function word_pairs(words tsvector) returns integer[]
  language sql immutable strict parallel safe cost 2000
as $$
  select coalesce(array_agg(hashtext(before || ' ' || lexeme)), '{}') from (
    select lexeme, lag(lexeme) over ordered as before, place - lag(place) over ordered as apart
    from unnest(words) w, unnest(w.positions) place window ordered as (order by place, lexeme)) following
  where apart between 1 and 4
$$;

-- Words of a document: of what is said about it and of its current version. Those that are known already are left alone.
create function learn_words_of(of_document uuid) returns void
  language sql
as $$
  with own as materialized (select d.*, is_open_document(d) as is_open from documents d where id = of_document),
  texts as (
    select concat_ws(' ', title, subtitle, translated_title, keywords, abstract ->> 'de', abstract ->> 'en') as source from own
    union all select text from document_pages p join own on p.document_id = own.id and p.version = own.current_version
  ), spelled as materialized (
    select distinct lexeme from texts, unnest(tsvector_to_array(to_tsvector('simple', worded(source)))) lexeme
  ), found as materialized (
    select distinct case when octet_length(lexeme) = length(lexeme) then lexeme else folded(lexeme) end as word from spelled
  )
  insert into known_words as known (word, is_public)
    select word, is_open from found, own
    where length(word) between 3 and 40 and word !~ '[^[:alpha:]]'
      and not exists (select from known_words before where before.word = found.word and (is_public or not is_open))
    order by word
    on conflict (word) do update set is_public = true where excluded.is_public and not known.is_public
$$;

create or replace function gather_words(of_document uuid) returns void
  language plpgsql
as $$
begin
  insert into document_words as known (document_id, words)
    select d.id, array(
      select lexeme from unnest(tsvector_to_array(d.words)) lexeme
      union select lexeme from document_pages p, unnest(tsvector_to_array(p.words)) lexeme
        where p.document_id = d.id and p.version = d.current_version and right(lexeme, 1) not in ('²', '⁴')
          and (d.embargo_until is null or d.embargo_until <= now()))
    from documents d where d.id = of_document
    on conflict (document_id) do update set words = excluded.words where known.words <> excluded.words;
  perform learn_words_of(of_document);
end $$;

drop function learn_words(text, boolean);

-- Once in a transaction for each document: what happens at its end sees all of it.
create or replace function document_words_stale() returns trigger
  language plpgsql
as $$
declare
  id text := to_jsonb(new) ->> tg_argv[0];
  mine text := pg_current_xact_id() || ' ' || id;
begin
  if current_setting('metropol.gathered', true) is distinct from mine then
    perform gather_words(id::uuid);
    perform set_config('metropol.gathered', mine, true);
  end if;
  return null;
end $$;
