-- Taking words back looked each of them up by itself, which took minutes for a long document.

-- Takes back at once what a document has made known, but for words whose stem stands in one of a few hundred that are
-- open, and small ones, which betray nothing. What it takes back too much, relearn_words gives again soon after.
create or replace function unlearn_words(of_document uuid) returns void language sql as $$
  with others as materialized (
    select distinct stem from (
      select known.words from document_words known join documents d on d.id = known.document_id
        where is_open_document(d) limit 300
    ) several, unnest(several.words) stem
  ), own as materialized (
    select word, stem from known_words, unnest(tsvector_to_array(both_words(word))) stem
      where is_public and to_tsvector('german', word) <> '' and to_tsvector('english', word) <> ''
        and word in (select plain_words(d) from documents d where d.id = of_document)
  ), gone as materialized (
    select word from known_words
      where word in (select word from own except select word from own join others using (stem))
      order by word for update
  )
  update known_words set is_public = false where word in (select word from gone)
$$;

create or replace function document_words_closed() returns trigger language plpgsql as $$
begin
  perform unlearn_words(new.id);
  perform graphile_worker.add_job('relearnWords', job_key => 'relearnWords');
  return null;
end $$;
