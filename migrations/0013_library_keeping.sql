-- The library keeps more: other formats, pictures of pages, how accessible a file is, embargoes, identifiers, relations,
-- districts, collections.
alter table document_versions
  add column unit text not null default 'page' check (unit in ('page', 'slide', 'sheet', 'part')),
  add column accessibility jsonb,
  add column drawing text not null default 'none' check (drawing in ('none', 'waiting', 'drawn', 'failed')),
  add column picture_heights jsonb not null default '[]';
comment on column document_versions.unit is 'What its pages are: pages, slides, sheets, or parts of a text without pages.';
comment on column document_versions.accessibility is 'What was found of its accessibility; empty for what is no PDF.';
comment on column document_versions.drawing is 'Whether its pages are drawn as pictures.';
comment on column document_versions.picture_heights is 'Heights of the pictures of its first pages, in pixels at the width they are drawn in.';

alter table documents
  add column rights_note bilingual,
  add column doi text check (doi ~ '^10\.\d{4,9}/\S+$'),
  add column urn text check (urn ~ '^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$'),
  add column embargo_until timestamptz;
comment on column documents.rights_note is 'What is to be said about rights beyond the licence.';
comment on column documents.doi is 'Its DOI, where it is registered elsewhere.';
comment on column documents.urn is 'Its URN, where it is registered elsewhere.';
comment on column documents.embargo_until is 'Until then only the office sees its content; the record is there. Empty: no embargo.';

create table document_districts (
  document_id uuid not null references documents on delete cascade,
  district_key text not null references districts on delete cascade,
  primary key (document_id, district_key)
);
create index document_districts_district on document_districts (district_key);
comment on table document_districts is 'The districts a document covers.';
comment on column document_districts.document_id is 'The document.';
comment on column document_districts.district_key is 'The district.';
create trigger document_districts_changed after insert or update or delete or truncate on document_districts for each statement execute function announce_change();

create table document_relations (
  document_id uuid not null references documents on delete cascade,
  kind text not null check (kind in ('supersedes', 'part_of', 'translation_of', 'data_for')),
  other_id uuid not null references documents on delete cascade,
  primary key (document_id, kind, other_id),
  check (document_id <> other_id)
);
create index document_relations_other on document_relations (other_id);
comment on table document_relations is 'What a document is to another one; shown at both.';
comment on column document_relations.document_id is 'The document.';
comment on column document_relations.kind is 'It supersedes the other, is part of it, its translation, or holds its data.';
comment on column document_relations.other_id is 'The other document.';
create trigger document_relations_changed after insert or update or delete or truncate on document_relations for each statement execute function announce_change();

alter table subjects add column concept text check (concept ~ '^https?://');
comment on column subjects.concept is 'Address of the same concept in GEMET or EuroVoc.';

create table collections (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title bilingual not null,
  introduction bilingual,
  edition_id uuid references editions on delete set null,
  is_published boolean not null default false,
  is_example boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1
);
create index collections_edition on collections (edition_id);
comment on table collections is 'Documents put together under an introduction: a congress''s documentation, a theme.';
comment on column collections.id is 'Stable id.';
comment on column collections.slug is 'Last part of its address.';
comment on column collections.title is 'Title.';
comment on column collections.introduction is 'What it is about, in a few paragraphs (Markdown).';
comment on column collections.edition_id is 'Congress it documents.';
comment on column collections.is_published is 'Whether everybody sees it.';
comment on column collections.is_example is 'Made up to show how the library works; labelled everywhere.';
comment on column collections.created_at is 'When it was entered.';
comment on column collections.changed_at is 'Last change.';
comment on column collections.revision is 'Counts changes, so that two people don''t overwrite each other.';
create trigger collections_changed after insert or update or delete or truncate on collections for each statement execute function announce_change();

create table collection_documents (
  collection_id uuid not null references collections on delete cascade,
  position integer not null,
  document_id uuid not null references documents on delete cascade,
  primary key (collection_id, document_id)
);
create index collection_documents_document on collection_documents (document_id);
comment on table collection_documents is 'The documents of a collection, in its order.';
comment on column collection_documents.collection_id is 'The collection.';
comment on column collection_documents.position is 'Order.';
comment on column collection_documents.document_id is 'The document.';
create trigger collection_documents_changed after insert or update or delete or truncate on collection_documents for each statement execute function announce_change();
