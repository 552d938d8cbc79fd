-- Large files come in pieces and go on where they broke off.
create table uploads (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  name text not null,
  bytes bigint not null check (bytes > 0),
  at timestamptz not null
);
create index uploads_person on uploads (person_id);
comment on table uploads is 'Files on their way in pieces; what has come lies in the data folder under the id. Deleted when the file is taken in, or after a day.';
comment on column uploads.id is 'Stable id, last part of its address.';
comment on column uploads.person_id is 'Personal. Who sends it, and alone may go on. Purpose: sending a file. Deletion: a day after it began.';
comment on column uploads.name is 'Name of the file.';
comment on column uploads.bytes is 'How long it is.';
comment on column uploads.at is 'When it began.';
