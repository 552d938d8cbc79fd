-- Pages that are there are read anew by the new rule.
update document_pages set text = text;
-- Titles are suggested while somebody types.
create index documents_title on documents using gin (folded(title) gin_trgm_ops);

-- Ways into the indexes. The planner takes reading all rows for cheap, because it does not count what unpacking their
-- words costs: in these functions it must take the index. None of them asks who may read: their callers do.
create function documents_with(any_of text[]) returns setof uuid language plpgsql stable parallel safe rows 500
  set enable_seqscan = off as $$
begin
  return query select document_id from public.document_words where words && any_of;
end $$;
create function documents_with_all(all_of text[]) returns setof uuid language plpgsql stable parallel safe rows 500
  set enable_seqscan = off as $$
begin
  return query select document_id from public.document_words where words @> all_of;
end $$;
create function pages_with(wanted tsquery, at_most integer) returns table (of_document uuid, of_version integer, no integer)
  language plpgsql stable parallel safe rows 500 set enable_seqscan = off as $$
begin
  return query select document_id, version, page from public.document_pages where words @@ wanted limit at_most;
end $$;

-- Which stems follow each other, small words between them left out: phrases are found in an index of their own instead of
-- by reading every page that holds their words.
create function word_pairs(words tsvector) returns integer[] language sql immutable strict parallel safe cost 2000 as $$
  select coalesce(array_agg(distinct hashtext(before || ' ' || lexeme)), '{}') from (
    select lexeme, lag(lexeme) over ordered as before, place - lag(place) over ordered as apart
    from unnest(words) w, unnest(w.positions) place window ordered as (order by place, lexeme)) following
  where apart between 1 and 4
$$;
create index document_pages_pairs on document_pages using gin (word_pairs(words));
create function pages_with_pairs(pairs integer[], at_most integer) returns table (of_document uuid, of_version integer, no integer)
  language plpgsql stable parallel safe rows 500 set enable_seqscan = off as $$
begin
  return query select document_id, version, page from public.document_pages where public.word_pairs(words) @> pairs limit at_most;
end $$;
