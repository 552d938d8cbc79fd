-- Searches of the library whose new documents somebody gets by mail.
create table alerts (
  id uuid primary key default uuidv7(),
  email text not null,
  language text not null check (language in ('de', 'en')),
  search text not null,
  secret_hash bytea not null unique,
  confirmed_at timestamptz,
  told_until timestamptz not null,
  created_at timestamptz not null,
  unique (email, search)
);
comment on table alerts is 'Searches whose new documents are told by mail. One that nobody confirms is deleted after two weeks.';
comment on column alerts.id is 'Stable id.';
comment on column alerts.email is 'Personal. Where new documents are told. Purpose: saved search. Deletion: when it is ended, or two weeks after nobody has confirmed it.';
comment on column alerts.language is 'Language of the mails.';
comment on column alerts.search is 'Personal. The search as its address says it. Purpose: saved search. Deletion: with the address.';
comment on column alerts.secret_hash is 'Hash of the link that confirms and ends it.';
comment on column alerts.confirmed_at is 'When the link was used to confirm it; until then nothing is told.';
comment on column alerts.told_until is 'What was published later has not been told yet.';
comment on column alerts.created_at is 'When it was asked for.';
