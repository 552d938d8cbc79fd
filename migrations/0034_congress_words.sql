-- Congresses, points of the programme, speakers, working groups and written pages can be found by their words.

-- The words of a thing with a heading and a text in two languages; the heading weighs more. Dear, so that the index is asked.
create function bilingual_words(heading jsonb, body jsonb, more text) returns tsvector language sql immutable parallel safe cost 2000 as $$
  select setweight(public.both_words(coalesce(heading ->> 'de', '') || ' ' || coalesce(heading ->> 'en', '')), 'A')
    || setweight(public.both_words(coalesce(body ->> 'de', '') || ' ' || coalesce(body ->> 'en', '') || ' ' || coalesce(more, '')), 'C')
$$;

create index editions_words on editions using gin (bilingual_words(title, text,
  coalesce(theme ->> 'de', '') || ' ' || coalesce(theme ->> 'en', '') || ' ' || coalesce(town, '')));
create index sessions_words on sessions using gin (bilingual_words(title, abstract, ''));
create index speakers_words on speakers using gin (both_words(name || ' ' || coalesce(organisation, '')));
create index working_groups_words on working_groups using gin (bilingual_words(name, text, leads));
create index page_versions_words on page_versions using gin (bilingual_words(title, text, ''));
