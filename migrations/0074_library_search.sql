-- What matches a common word is joined as many rows, which it is; a rare one costs little either way.
alter function documents_with(text[]) rows 5000;
alter function documents_with_all(text[]) rows 5000;

-- Documents of which it is said, from the index whatever the planner thinks of it.
create function documents_about(wanted tsquery) returns setof uuid
  language plpgsql stable parallel safe rows 1000
  set enable_seqscan = off
as $$
begin
  return query select id from public.documents where words @@ wanted;
end $$;
