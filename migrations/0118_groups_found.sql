-- What groups adopted and decided is found by its words.
create function paper_words(content jsonb) returns tsvector language sql immutable parallel safe cost 2000 as $$
  select setweight(public.both_words(coalesce(content ->> 'title', '')), 'A') || setweight(public.both_words(coalesce(
    (select string_agg(concat_ws(' ', one ->> 'title', one ->> 'text'), ' ') from jsonb_array_elements(content -> 'sections') one), '')), 'C')
$$;
comment on function paper_words is 'What an adopted paper says, for the search: its title, and the titles and texts of its sections.';
create index papers_words on papers using gin (paper_words(content));
create index agreements_words on agreements using gin (both_words(text)) where kind = 'decision';
