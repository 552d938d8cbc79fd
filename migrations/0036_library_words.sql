-- Pages that are there are read anew by the new rule.
alter table document_pages alter column words set expression as (page_words(text));
-- Titles are suggested while somebody types.
create index documents_title on documents using gin (folded(title) gin_trgm_ops);
