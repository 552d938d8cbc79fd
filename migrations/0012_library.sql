-- The library: what a region knows, kept in versions and found to the page.
create table subjects (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name bilingual not null,
  position integer not null
);
comment on table subjects is 'The vocabulary of subjects that documents are about.';
comment on column subjects.id is 'Short name, stable.';
comment on column subjects.name is 'Name.';
comment on column subjects.position is 'Order in lists.';
create trigger subjects_changed after insert or update or delete or truncate on subjects for each statement execute function announce_change();
insert into subjects (id, name, position) values
  ('mobility', '{"de": "Mobilität und Verkehr", "en": "Mobility and transport"}', 1),
  ('economy', '{"de": "Wirtschaft und Arbeit", "en": "Economy and work"}', 2),
  ('technology', '{"de": "Technik und Digitales", "en": "Technology and digital"}', 3),
  ('energy', '{"de": "Energie", "en": "Energy"}', 4),
  ('climate', '{"de": "Klima und Wasser", "en": "Climate and water"}', 5),
  ('planning', '{"de": "Räumliche Planung", "en": "Spatial planning"}', 6),
  ('housing', '{"de": "Wohnen und Bauen", "en": "Housing and building"}', 7),
  ('landscape', '{"de": "Landschaft und Natur", "en": "Landscape and nature"}', 8),
  ('education', '{"de": "Bildung und Wissenschaft", "en": "Education and science"}', 9),
  ('culture', '{"de": "Kultur und Identität", "en": "Culture and identity"}', 10),
  ('cooperation', '{"de": "Zusammenarbeit und Europa", "en": "Cooperation and Europe"}', 11);

create table documents (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  access text not null default 'public' check (access in ('public', 'members')),
  type text not null check (type in ('study', 'documentation', 'position', 'presentation', 'minutes', 'press', 'data_set', 'picture', 'recording')),
  language text not null default 'de' check (language in ('de', 'en', 'fr')),
  title text not null check (title <> ''),
  subtitle text not null default '',
  translated_title text not null default '',
  abstract bilingual,
  publisher text not null default '',
  dated text check (dated ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  licence text not null default 'all-rights-reserved',
  link text,
  edition_id uuid references editions on delete set null,
  session_id uuid references sessions on delete set null,
  is_example boolean not null default false,
  current_version integer,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason bilingual,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision integer not null default 1,
  keywords text not null default '',
  year integer generated always as (left(dated, 4)::integer) stored,
  german tsvector not null generated always as (
    setweight(to_tsvector('german', title || ' ' || subtitle || ' ' || translated_title), 'A')
    || setweight(to_tsvector('german', keywords), 'B')
    || setweight(to_tsvector('german', coalesce(abstract ->> 'de', '') || ' ' || coalesce(abstract ->> 'en', '')), 'C')) stored,
  english tsvector not null generated always as (
    setweight(to_tsvector('english', folded(title || ' ' || subtitle || ' ' || translated_title)), 'A')
    || setweight(to_tsvector('english', folded(keywords)), 'B')
    || setweight(to_tsvector('english', folded(coalesce(abstract ->> 'de', '') || ' ' || coalesce(abstract ->> 'en', ''))), 'C')) stored,
  check (state = 'draft' or published_at is not null),
  check ((state = 'withdrawn') = (withdrawn_at is not null) and (state = 'withdrawn') = (withdrawn_reason is not null))
);
create index documents_german on documents using gin (german);
create index documents_english on documents using gin (english);
create index documents_edition on documents (edition_id);
create index documents_session on documents (session_id);
comment on table documents is 'What the library keeps: studies, documentation, minutes. Their files lie in versions.';
comment on column documents.id is 'Stable id; leads to the document for ever.';
comment on column documents.slug is 'Last part of its address; stays once it is published.';
comment on column documents.state is 'Draft, published, or withdrawn: then its address says why.';
comment on column documents.access is 'Everybody, or those with an account.';
comment on column documents.type is 'What kind of document.';
comment on column documents.language is 'Language it is written in.';
comment on column documents.title is 'Title as printed, in its own language.';
comment on column documents.subtitle is 'Subtitle as printed.';
comment on column documents.translated_title is 'Title in the other language of the pages.';
comment on column documents.abstract is 'What it says, in a paragraph.';
comment on column documents.publisher is 'Who published it.';
comment on column documents.dated is 'Date as precisely as it is known: 2022, 2022-05 or 2022-05-14.';
comment on column documents.licence is 'SPDX identifier of the licence, or all-rights-reserved.';
comment on column documents.link is 'Where the original is found.';
comment on column documents.edition_id is 'Congress it belongs to.';
comment on column documents.session_id is 'Point of a programme it belongs to.';
comment on column documents.is_example is 'Made up to show how the library works; labelled everywhere.';
comment on column documents.current_version is 'Version that is shown; empty: a record without a file.';
comment on column documents.published_at is 'When it was published first.';
comment on column documents.withdrawn_at is 'When it was withdrawn.';
comment on column documents.withdrawn_reason is 'Why it was withdrawn; its page says so.';
comment on column documents.created_at is 'When it was entered.';
comment on column documents.changed_at is 'Last change.';
comment on column documents.revision is 'Counts changes, so that two people don''t overwrite each other.';
comment on column documents.keywords is 'Personal. Authors, publisher, subjects and regions in one text, to be searched. Purpose: finding. Deletion: with the document.';
comment on column documents.year is 'Year of the date.';
comment on column documents.german is 'Its words for the search, German stems.';
comment on column documents.english is 'Its words for the search, English stems.';
create trigger documents_changed after insert or update or delete or truncate on documents for each statement execute function announce_change();

create table document_authors (
  document_id uuid not null references documents on delete cascade,
  position integer not null,
  kind text not null check (kind in ('person', 'organisation')),
  name text not null check (name <> ''),
  identifier text,
  primary key (document_id, position)
);
comment on table document_authors is 'Who wrote a document, in the order printed.';
comment on column document_authors.document_id is 'The document.';
comment on column document_authors.position is 'Order.';
comment on column document_authors.kind is 'A person or an organisation.';
comment on column document_authors.name is 'Personal. Name as printed; a person as “Family, Given”. Purpose: citation. Deletion: with the document, or by the office when the person asks for it.';
comment on column document_authors.identifier is 'Personal. Address of the ORCID or ROR identifier. Purpose: citation. Deletion: with the name.';
create trigger document_authors_changed after insert or update or delete or truncate on document_authors for each statement execute function announce_change();

create table document_subjects (
  document_id uuid not null references documents on delete cascade,
  subject_id text not null references subjects,
  primary key (document_id, subject_id)
);
create index document_subjects_subject on document_subjects (subject_id);
comment on table document_subjects is 'What a document is about.';
comment on column document_subjects.document_id is 'The document.';
comment on column document_subjects.subject_id is 'The subject.';
create trigger document_subjects_changed after insert or update or delete or truncate on document_subjects for each statement execute function announce_change();

create table document_regions (
  document_id uuid not null references documents on delete cascade,
  region_id text not null references regions on delete cascade,
  primary key (document_id, region_id)
);
create index document_regions_region on document_regions (region_id);
comment on table document_regions is 'The regions a document covers.';
comment on column document_regions.document_id is 'The document.';
comment on column document_regions.region_id is 'The region.';
create trigger document_regions_changed after insert or update or delete or truncate on document_regions for each statement execute function announce_change();

create table document_versions (
  document_id uuid not null references documents on delete cascade,
  version integer not null check (version > 0),
  file_id uuid not null references files,
  note bilingual,
  at timestamptz not null,
  reading text not null default 'waiting' check (reading in ('waiting', 'read', 'scan', 'encrypted', 'broken', 'empty', 'too_large')),
  page_count integer,
  outline jsonb not null default '[]',
  primary key (document_id, version)
);
create index document_versions_file on document_versions (file_id);
comment on table document_versions is 'The files of a document; none is ever overwritten.';
comment on column document_versions.document_id is 'The document.';
comment on column document_versions.version is 'Running number.';
comment on column document_versions.file_id is 'The file, stored under its SHA-256.';
comment on column document_versions.note is 'What is different in it.';
comment on column document_versions.at is 'When it came.';
comment on column document_versions.reading is 'What became of reading its text.';
comment on column document_versions.page_count is 'Number of pages; empty while it has not been read.';
comment on column document_versions.outline is 'Its table of contents: title, page, level.';
create trigger document_versions_changed after insert or update or delete or truncate on document_versions for each statement execute function announce_change();
alter table documents add constraint documents_current foreign key (id, current_version) references document_versions (document_id, version) deferrable initially deferred;

create table document_pages (
  document_id uuid not null,
  version integer not null,
  page integer not null check (page > 0),
  text text not null,
  german tsvector not null generated always as (to_tsvector('german', text)) stored,
  english tsvector not null generated always as (to_tsvector('english', folded(text))) stored,
  primary key (document_id, version, page),
  foreign key (document_id, version) references document_versions on delete cascade
);
create index document_pages_german on document_pages using gin (german);
create index document_pages_english on document_pages using gin (english);
comment on table document_pages is 'The text of each page of a version.';
comment on column document_pages.document_id is 'The document.';
comment on column document_pages.version is 'The version.';
comment on column document_pages.page is 'Number of the page, from 1.';
comment on column document_pages.text is 'Its text as read from the file.';
comment on column document_pages.german is 'Its words for the search, German stems.';
comment on column document_pages.english is 'Its words for the search, English stems.';
create trigger document_pages_changed after insert or update or delete or truncate on document_pages for each statement execute function announce_change();

create table search_words (word text primary key);
create index search_words_parts on search_words using gin (word gin_trgm_ops);
comment on table search_words is 'Every word of the library once, without case and accents: what a search finds compounds and typing errors in. Shown to nobody.';
comment on column search_words.word is 'The word.';
create trigger search_words_changed after insert or update or delete or truncate on search_words for each statement execute function announce_change();
