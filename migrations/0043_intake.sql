-- Many documents at once: a table with files, an export of another repository, or a harvest from one.
alter table documents add column source text;
create unique index documents_source on documents (source);
comment on column documents.source is 'What it is known by where it was taken from (doi:…, oai:…, the table''s own identifier), so that nothing comes twice. Empty: entered here.';

create table intakes (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('table', 'records', 'harvest')),
  name text not null,
  set_spec text not null default '',
  state text not null check (state in ('fetching', 'draft', 'running', 'done')),
  columns jsonb not null default '[]',
  token text,
  problem text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table intakes is 'Documents that are taken in together. Those never begun are deleted after a week, the others after three months.';
comment on column intakes.id is 'Stable id.';
comment on column intakes.kind is 'From a table, from another repository''s export, or harvested by OAI-PMH.';
comment on column intakes.name is 'The file, or the address that is harvested.';
comment on column intakes.set_spec is 'The one set of a harvest; empty: everything.';
comment on column intakes.state is 'Being fetched, waiting for the office, being taken in, done.';
comment on column intakes.columns is 'A table''s columns: what each is called and which field it fills.';
comment on column intakes.token is 'Where the harvest goes on.';
comment on column intakes.problem is 'Why the harvest ended before its end.';
comment on column intakes.created_at is 'When it came.';
comment on column intakes.changed_at is 'Last change.';

create table intake_rows (
  intake_id uuid not null references intakes on delete cascade,
  line integer not null check (line > 0),
  said jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'known', 'refused')),
  reason text,
  about text,
  document_id uuid references documents on delete set null,
  primary key (intake_id, line)
);
create index intake_rows_waiting on intake_rows (intake_id, line) where state = 'waiting';
create index intake_rows_document on intake_rows (document_id);
comment on table intake_rows is 'The rows of an intake, each a document on its way.';
comment on column intake_rows.intake_id is 'The intake.';
comment on column intake_rows.line is 'Its line in the table, or its number in the export.';
comment on column intake_rows.said is 'Personal. What the row says, authors among it. Purpose: taking in documents. Deletion: with the intake, three months at most.';
comment on column intake_rows.state is 'Waiting, taken in, known already, refused.';
comment on column intake_rows.reason is 'Why it was refused, by key.';
comment on column intake_rows.about is 'The value that was refused.';
comment on column intake_rows.document_id is 'The document it became, or was already.';

create table intake_files (
  intake_id uuid not null references intakes on delete cascade,
  name text not null,
  file_id uuid references files,
  reason text,
  primary key (intake_id, name)
);
create index intake_files_file on intake_files (file_id);
comment on table intake_files is 'The files that came with an intake, until it is done.';
comment on column intake_files.intake_id is 'The intake.';
comment on column intake_files.name is 'Name as it came, without folders.';
comment on column intake_files.file_id is 'The file; empty where it was refused.';
comment on column intake_files.reason is 'Why it was refused, by key.';
