-- A word stays known to everybody only while a document that everybody may read holds it.
create function is_open_document(d documents) returns boolean language sql stable as $$
  select d.state = 'published' and d.access = 'public' and (d.embargo_until is null or d.embargo_until <= now())
$$;

-- What learn_words makes of all that is said about a document and stands in its versions.
create function plain_words(d documents) returns setof text language sql stable as $$
  select distinct lexeme from (
    select concat_ws(' ', d.title, d.subtitle, d.translated_title, d.keywords, d.abstract ->> 'de', d.abstract ->> 'en') as source
    union all select text from document_pages where document_id = d.id
  ) texts, unnest(tsvector_to_array(to_tsvector('simple', folded(worded(source))))) lexeme
$$;

-- Takes back what a document has made known, but for the words whose stem stands in another one that is open; small words
-- betray nothing. Most do in one of a few hundred; only the others are looked for among all.
create function unlearn_words(of_document uuid) returns void language plpgsql as $$
begin
  with own as materialized (
    select word, tsvector_to_array(both_words(word)) as stems from known_words
      where is_public and to_tsvector('german', word) <> '' and to_tsvector('english', word) <> ''
        and word in (select plain_words(d) from documents d where d.id = of_document)
  ), common as materialized (
    select distinct stem from (
      select known.words from document_words known join documents d on d.id = known.document_id
        where is_open_document(d) limit 300
    ) several, unnest(several.words) stem
  ), rare as materialized (
    select word, stems from own where not exists (select from unnest(stems) stem where stem in (select stem from common))
  ), gone as (
    select word from known_words where word in (
      select word from rare where not exists (
        select from documents_with(stems) holder join documents d on d.id = holder where is_open_document(d)))
      order by word for update
  )
  update known_words set is_public = false where word in (select word from gone);
end $$;

create function document_words_closed() returns trigger language plpgsql as $$
begin
  perform unlearn_words(new.id);
  return null;
end $$;
create constraint trigger documents_words_closed after update on documents deferrable initially deferred for each row
  when ((old.state, old.access, old.embargo_until) is distinct from (new.state, new.access, new.embargo_until)
    and (new.state <> 'published' or new.access <> 'public' or new.embargo_until is not null))
  execute function document_words_closed();

-- Word by word from all texts, once a night: also what was rewritten since, and what shared no more than a stem.
create function relearn_words() returns void language sql as $$
  with open_words as materialized (
    select distinct word from documents d, plain_words(d) word where is_open_document(d)
  ), told as materialized (
    select known.word, open_words.word is not null as is_open from known_words known left join open_words using (word)
  )
  update known_words known set is_public = is_open from told where told.word = known.word and is_public <> is_open
$$;
select relearn_words();
