-- Pages the office writes, what only the operator knows, and what visitors report.
create table pages (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('about', 'imprint', 'privacy', 'accessibility', 'plain_language', 'sign_language', 'contact', 'own')),
  slug_de text not null unique check (slug_de ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  slug_en text not null unique check (slug_en ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  menu text not null default 'none' check (menu in ('none', 'main', 'aids', 'foot')),
  position integer not null default 0,
  current_version integer not null default 1,
  published_version integer,
  created_at timestamptz not null,
  check (published_version <= current_version)
);
create unique index pages_kind on pages (kind) where kind <> 'own';
comment on table pages is 'Pages the office writes. Their text lies in page_versions.';
comment on column pages.id is 'Stable id.';
comment on column pages.kind is 'The pages that law or custom ask for, one each; own for all others.';
comment on column pages.slug_de is 'Last part of the German URL.';
comment on column pages.slug_en is 'Last part of the English URL.';
comment on column pages.menu is 'Where it is linked: main menu, aids on top, foot, or nowhere.';
comment on column pages.position is 'Order in the menu.';
comment on column pages.current_version is 'The latest version.';
comment on column pages.published_version is 'The version visitors see; empty: a draft.';
comment on column pages.created_at is 'When it was made.';
create trigger pages_changed after insert or update or delete or truncate on pages for each statement execute function announce_change();

create table page_versions (
  page_id uuid not null references pages on delete cascade,
  version integer not null check (version > 0),
  title bilingual not null,
  text bilingual not null,
  by_person uuid references people on delete set null,
  at timestamptz not null,
  primary key (page_id, version)
);
comment on table page_versions is 'Every version of a page; none is overwritten.';
comment on column page_versions.page_id is 'The page.';
comment on column page_versions.version is 'Running number.';
comment on column page_versions.title is 'Title.';
comment on column page_versions.text is 'Markdown; {{key}} stands for what only the operator knows.';
comment on column page_versions.by_person is 'Personal. Who wrote it. Purpose: accountability. Deletion: with the account.';
comment on column page_versions.at is 'When.';
create trigger page_versions_changed after insert or update or delete or truncate on page_versions for each statement execute function announce_change();
alter table pages add constraint pages_current foreign key (id, current_version) references page_versions (page_id, version) deferrable initially deferred;
alter table pages add constraint pages_published foreign key (id, published_version) references page_versions (page_id, version) deferrable initially deferred;

create table operator_facts (
  key text primary key check (key ~ '^[a-z_]+$'),
  value text not null check (value <> ''),
  changed_at timestamptz not null
);
comment on table operator_facts is 'What only the operator knows and pages need: address, representative, supervisory authority. A key without a row is a blank.';
comment on column operator_facts.key is 'Which fact.';
comment on column operator_facts.value is 'The fact, as it is to be printed.';
comment on column operator_facts.changed_at is 'Last change.';
create trigger operator_facts_changed after insert or update or delete or truncate on operator_facts for each statement execute function announce_change();

create table reports (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('barrier', 'question')),
  page text not null default '',
  text text not null check (text <> ''),
  email text,
  language text not null check (language in ('de', 'en')),
  at timestamptz not null,
  done_at timestamptz
);
create index reports_at on reports (at desc);
comment on table reports is 'Barriers and questions that visitors report.';
comment on column reports.id is 'Stable id.';
comment on column reports.kind is 'A barrier (L-BGG) or a question.';
comment on column reports.page is 'The page it is about.';
comment on column reports.text is 'Personal. What they wrote. Purpose: answer and mend. Deletion: one year after it came.';
comment on column reports.email is 'Personal. Address for the answer, if given. Purpose: answer. Deletion: one year after it came.';
comment on column reports.language is 'Language of the answer.';
comment on column reports.at is 'When it came.';
comment on column reports.done_at is 'When the office settled it.';
