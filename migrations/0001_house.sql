-- What every room stands on: texts in two languages, the record of changes, kept answers, files, mail.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create domain bilingual as jsonb check (
  value is null
  or (jsonb_typeof(value) = 'object' and jsonb_typeof(value -> 'de') = 'string'
      and (not value ? 'en' or jsonb_typeof(value -> 'en') = 'string'))
);
comment on domain bilingual is 'A content text: {"de": …, "en": …}; English may be missing.';

-- Search without case, accents and ß. Immutable, so that it can be indexed.
create function folded(source text) returns text language sql immutable strict parallel safe as $$
  select translate(replace(replace(lower(source), 'ß', 'ss'), 'æ', 'ae'),
    'äöüáàâãåéèêëíìîïóòôõøúùûýÿçñšžčćđłśźż', 'aouaaaaaeeeeiiiiooooouuuyycnszccdlszz')
$$;

-- Tells every process which table a committed change touched, so that no page outlives what it shows.
create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', tg_table_name);
  return null;
end $$;

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  what text not null,
  about uuid,
  edition_id uuid,
  by_kind text not null check (by_kind in ('nobody', 'holder', 'person', 'system')),
  by_person uuid,
  before jsonb,
  after jsonb,
  request_id text
);
create index audit_about on audit (about, at);
create index audit_at on audit (at);
comment on table audit is 'Who changed what and when, with the values before and after. Entries about a registration are erased with it.';
comment on column audit.id is 'Running number.';
comment on column audit.at is 'When.';
comment on column audit.what is 'Verb in the past: registration.confirmed.';
comment on column audit.about is 'The row it is about.';
comment on column audit.edition_id is 'The edition it belongs to; empty for the installation.';
comment on column audit.by_kind is 'What kind of viewer did it.';
comment on column audit.by_person is 'Personal. Who did it. Purpose: accountability. Deletion: two years after the entry.';
comment on column audit.before is 'Personal. Changed values before. Purpose: accountability. Deletion: with what it is about.';
comment on column audit.after is 'Personal. Changed values after. Purpose: accountability. Deletion: with what it is about.';
comment on column audit.request_id is 'The request''s number, as in the log and on an error page.';

create table answers (
  key_hash bytea primary key,
  fingerprint bytea not null,
  sealed bytea,
  at timestamptz not null
);
create index answers_at on answers (at);
comment on table answers is 'The first answer to a form or API write, kept 24 hours so that sending twice acts once. Sealed with the sender''s own key.';
comment on column answers.key_hash is 'SHA-256 of the key that came with the request.';
comment on column answers.fingerprint is 'SHA-256 of address, viewer and body: the same key with other content is refused.';
comment on column answers.sealed is 'AES-256-GCM of the answer under a key derived from the sender''s key; empty while the first request runs.';
comment on column answers.at is 'When; deleted after 24 hours.';

create table files (
  id uuid primary key default uuidv7(),
  sha256 bytea not null,
  bytes bigint not null check (bytes > 0),
  media_type text not null,
  name text not null,
  alt bilingual,
  width integer,
  height integer,
  is_public boolean not null default false,
  created_at timestamptz not null
);
create index files_sha256 on files (sha256);
comment on table files is 'Uploaded files; their bytes lie in the data folder under their SHA-256.';
comment on column files.id is 'Stable id, part of the URL.';
comment on column files.sha256 is 'SHA-256 of the bytes, also their place in the data folder.';
comment on column files.bytes is 'Size in bytes.';
comment on column files.media_type is 'Type by content, not by name.';
comment on column files.name is 'File name as uploaded, cleaned.';
comment on column files.alt is 'Alternative text; required where a picture is shown.';
comment on column files.width is 'Width of a picture in pixels.';
comment on column files.height is 'Height of a picture in pixels.';
comment on column files.is_public is 'Whether signed-out visitors may load it.';
comment on column files.created_at is 'When it was uploaded.';
create trigger files_changed after insert or update or delete or truncate on files for each statement execute function announce_change();

create table mails (
  id uuid primary key default uuidv7(),
  template text not null,
  about uuid,
  edition_id uuid,
  recipient text not null,
  language text not null check (language in ('de', 'en')),
  values jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent', 'kept', 'failed', 'useless')),
  attempts integer not null default 0,
  last_error text,
  subject text,
  body text,
  kept_as text,
  queued_at timestamptz not null,
  sent_at timestamptz
);
create index mails_queued_at on mails (queued_at desc);
create index mails_about on mails (about);
comment on table mails is 'The outbox: one row for each mail to one recipient.';
comment on column mails.id is 'Also the Message-ID.';
comment on column mails.template is 'Name of the template: registration.confirmed.';
comment on column mails.about is 'The row it is about.';
comment on column mails.edition_id is 'The edition it belongs to.';
comment on column mails.recipient is 'Personal. Address. Purpose: delivery and proof of it. Deletion: 90 days after sending.';
comment on column mails.language is 'Language of the mail.';
comment on column mails.values is 'What the template needs beyond the row it is about; no secrets.';
comment on column mails.state is 'queued; sent by SMTP; kept as a file because no SMTP is set; failed for good; useless because its reason had passed.';
comment on column mails.attempts is 'How often sending was tried.';
comment on column mails.last_error is 'Answer of the mail server to the last failed try.';
comment on column mails.subject is 'Subject as sent.';
comment on column mails.body is 'Personal. Text as sent, secret links masked. Purpose: the office can see what was written. Deletion: 90 days after sending.';
comment on column mails.kept_as is 'File name under the data folder when kept.';
comment on column mails.queued_at is 'When it was queued.';
comment on column mails.sent_at is 'When it was sent or kept.';

create table mail_templates (
  template text not null,
  language text not null check (language in ('de', 'en')),
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  primary key (template, language)
);
comment on table mail_templates is 'Templates the office has changed; where a row is missing the built-in text serves.';
comment on column mail_templates.template is 'Name of the template.';
comment on column mail_templates.language is 'Language of this text.';
comment on column mail_templates.subject is 'Subject with placeholders.';
comment on column mail_templates.body is 'Body in the small Markdown of templates, with placeholders.';
comment on column mail_templates.changed_at is 'Last change.';
