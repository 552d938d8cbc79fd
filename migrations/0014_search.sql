-- The search: one set of words a page, of its own language; all words of a document in one row; words only some may see.

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

alter table document_pages drop column german, drop column english;
alter table document_pages add column words tsvector not null generated always as (page_words(text)) stored;
create index document_pages_words on document_pages using gin (words);
comment on column document_pages.words is 'Its words for the search, as stems; marked once more where they stand twice (²) or four times (⁴).';

alter table documents drop column german, drop column english;
alter table documents add column words tsvector not null generated always as (
  setweight(both_words(title || ' ' || subtitle || ' ' || translated_title), 'A')
  || setweight(both_words(keywords), 'B')
  || setweight(both_words(coalesce(abstract ->> 'de', '') || ' ' || coalesce(abstract ->> 'en', '')), 'C')) stored;
create index documents_words on documents using gin (words);
comment on column documents.words is 'Words of what is said about it, as stems.';
create index documents_dated on documents (dated desc nulls last, published_at desc, id);

create table document_words (
  document_id uuid primary key references documents on delete cascade,
  words text[] not null
);
create index document_words_words on document_words using gin (words);
comment on table document_words is 'All words of a document, said about it or in its current version. Written by triggers.';
comment on column document_words.document_id is 'The document.';
comment on column document_words.words is 'Stems, each once.';
create trigger document_words_changed after insert or update or delete or truncate on document_words for each statement execute function announce_change();

alter table search_words add column is_public boolean not null default false;
comment on column search_words.is_public is 'It stands in something that everybody may read; others help nobody but the office, so that no word betrays what is hidden.';

create function gather_words(of_document uuid) returns void language plpgsql as $$
declare
  is_open boolean;
begin
  insert into document_words as known (document_id, words)
    select d.id, array(
      select lexeme from unnest(tsvector_to_array(d.words)) lexeme
      union select lexeme from document_pages p, unnest(tsvector_to_array(p.words)) lexeme
        where p.document_id = d.id and p.version = d.current_version and right(lexeme, 1) not in ('²', '⁴'))
    from documents d where d.id = of_document
    on conflict (document_id) do update set words = excluded.words where known.words <> excluded.words;
  select state = 'published' and access = 'public' into is_open from documents where id = of_document;
  insert into search_words as known (word, is_public)
    select word, is_open from (
      select unnest(tsvector_to_array(to_tsvector('simple', folded(worded(text))))) as word
        from document_pages p join documents d on d.id = p.document_id and d.current_version = p.version where d.id = of_document
      union select unnest(tsvector_to_array(to_tsvector('simple', folded(worded(concat_ws(' ', title, subtitle, translated_title, keywords, abstract ->> 'de', abstract ->> 'en'))))))
        from documents where id = of_document) words
    where length(word) between 3 and 40 and word !~ '[^[:alpha:]]'
    order by word
    on conflict (word) do update set is_public = true where excluded.is_public and not known.is_public;
end $$;

create function document_words_stale() returns trigger language plpgsql as $$
begin
  perform gather_words((to_jsonb(new) ->> tg_argv[0])::uuid);
  return null;
end $$;

-- At the end of the transaction, when all pages are there.
create constraint trigger documents_words_added after insert on documents deferrable initially deferred
  for each row execute function document_words_stale('id');
create constraint trigger documents_words_stale after update on documents deferrable initially deferred for each row
  when (old.words is distinct from new.words or old.current_version is distinct from new.current_version
    or old.state is distinct from new.state or old.access is distinct from new.access)
  execute function document_words_stale('id');
create constraint trigger document_versions_words_stale after update of reading on document_versions deferrable initially deferred
  for each row execute function document_words_stale('document_id');

do $$ declare of_document uuid; begin
  for of_document in select id from documents loop perform gather_words(of_document); end loop;
end $$;
