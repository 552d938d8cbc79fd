-- Files are looked through for damage.
alter table files
  add column checked_at timestamptz,
  add column is_damaged boolean not null default false;
create index files_checked on files (checked_at nulls first);
comment on column files.checked_at is 'When its bytes were last compared with its SHA-256.';
comment on column files.is_damaged is 'Whether its bytes were missing or others then.';
