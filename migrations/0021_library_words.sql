-- The library is searched: one set of words a page, of its own language; all words of a document in one row.
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

create function gather_words(of_document uuid) returns void language plpgsql as $$
declare
  is_open boolean;
begin
  insert into document_words as known (document_id, words)
    select d.id, array(
      select lexeme from unnest(tsvector_to_array(d.words)) lexeme
      union select lexeme from document_pages p, unnest(tsvector_to_array(p.words)) lexeme
        where p.document_id = d.id and p.version = d.current_version and right(lexeme, 1) not in ('²', '⁴')
          and (d.embargo_until is null or d.embargo_until <= now()))
    from documents d where d.id = of_document
    on conflict (document_id) do update set words = excluded.words where known.words <> excluded.words;
  select state = 'published' and access = 'public' and (embargo_until is null or embargo_until <= now()) into is_open
    from documents where id = of_document;
  perform learn_words(concat_ws(' ', title, subtitle, translated_title, keywords, abstract ->> 'de', abstract ->> 'en'), is_open)
    from documents where id = of_document;
  perform learn_words(text, is_open) from document_pages p join documents d on d.id = p.document_id and d.current_version = p.version
    where d.id = of_document order by page;
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
    or old.state is distinct from new.state or old.access is distinct from new.access
    or old.embargo_until is distinct from new.embargo_until)
  execute function document_words_stale('id');
create constraint trigger document_versions_words_stale after update of reading on document_versions deferrable initially deferred
  for each row execute function document_words_stale('document_id');

do $$ declare of_document uuid; begin
  for of_document in select id from documents loop perform gather_words(of_document); end loop;
end $$;
