-- A document is found by the identifiers it and its authors are registered under: they stand among its keywords.
update documents set keywords = concat_ws('; ', nullif(keywords, ''), doi, urn,
    (select string_agg(identifier, '; ' order by position) from document_authors where document_id = documents.id))
  where doi is not null or urn is not null
    or exists (select from document_authors where document_id = documents.id and identifier is not null);
comment on column documents.keywords is 'Personal. Authors and their identifiers, publisher, subjects, regions, DOI and URN in one text, to be searched. Purpose: finding. Deletion: with the document.';

-- Titles are suggested by the beginnings of their words while somebody types.
create index documents_titles on documents using gin (folded(title) gin_trgm_ops);
