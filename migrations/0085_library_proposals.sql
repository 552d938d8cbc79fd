-- A picture is a document too, and what a file said of itself waits for somebody to look at it.
alter table document_versions
  drop constraint document_versions_reading_check,
  add constraint document_versions_reading_check
    check (reading in ('waiting', 'read', 'scan', 'picture', 'encrypted', 'broken', 'empty', 'too_large'));
alter table documents add column proposed text[] not null default '{}';
comment on column documents.proposed is 'Which of its fields were filled from its file and have not been looked at; saving or publishing empties it.';
