-- An organisation keeps its own entry: people who look after it, words about itself, and contact people who agreed.
alter table organisations add column about bilingual;
comment on column organisations.about is 'What it says about itself, as Markdown.';

create table organisation_stewards (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisations on delete cascade,
  person_id uuid references people on delete cascade,
  email text check (email <> ''),
  name text,
  language text not null default 'de' check (language in ('de', 'en')),
  secret_hash bytea unique,
  invited_at timestamptz not null,
  joined_at timestamptz,
  check ((person_id is null) = (email is not null)),
  check ((person_id is null) = (name is not null)),
  check ((person_id is null) = (secret_hash is not null)),
  check ((person_id is null) = (joined_at is null))
);
create unique index organisation_stewards_person on organisation_stewards (organisation_id, person_id);
create unique index organisation_stewards_email on organisation_stewards (organisation_id, lower(email));
create index organisation_stewards_of_person on organisation_stewards (person_id);
comment on table organisation_stewards is 'Who looks after an organisation''s entry, and who is invited to.';
comment on column organisation_stewards.id is 'Stable id.';
comment on column organisation_stewards.organisation_id is 'The organisation.';
comment on column organisation_stewards.person_id is 'The account; none before the invitation is accepted.';
comment on column organisation_stewards.email is 'Personal. Address of who is invited. Purpose: invitation. Deletion: with the answer, or after 60 days without one.';
comment on column organisation_stewards.name is 'Personal. Name as typed in the invitation. Purpose: invitation. Deletion: with the answer, or after 60 days without one.';
comment on column organisation_stewards.language is 'Language of the invitation.';
comment on column organisation_stewards.secret_hash is 'SHA-256 of the secret in the invitation''s link, until it is answered.';
comment on column organisation_stewards.invited_at is 'When the invitation was sent.';
comment on column organisation_stewards.joined_at is 'When it was accepted.';

create table organisation_contacts (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references organisations on delete cascade,
  name text not null check (name <> ''),
  task text not null default '',
  email text not null check (email <> ''),
  phone text not null default '',
  shown text[] not null default '{}' check (shown <@ array['name', 'task', 'email', 'phone']),
  language text not null default 'de' check (language in ('de', 'en')),
  version integer not null default 1,
  secret_hash bytea not null unique,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  check ((confirmed_at is null) <= (shown = '{}'))
);
create unique index organisation_contacts_email on organisation_contacts (organisation_id, lower(email));
comment on table organisation_contacts is 'Contact people of an organisation. Each is asked by mail, and decides what everybody sees.';
comment on column organisation_contacts.id is 'Stable id.';
comment on column organisation_contacts.organisation_id is 'The organisation.';
comment on column organisation_contacts.name is 'Personal. Name of the contact. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact''s answer.';
comment on column organisation_contacts.task is 'Personal. What the contact does there. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact''s answer.';
comment on column organisation_contacts.email is 'Personal. Address to ask at, and to be shown if agreed. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact''s answer.';
comment on column organisation_contacts.phone is 'Personal. Telephone number, if given. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact''s answer.';
comment on column organisation_contacts.shown is 'What the contact agreed that everybody sees; nothing before the answer.';
comment on column organisation_contacts.language is 'Language of the mail.';
comment on column organisation_contacts.version is 'Counts the changes of the entry: each asks anew, by a new link.';
comment on column organisation_contacts.secret_hash is 'SHA-256 of the secret in the link with which the contact agrees, and takes it back later.';
comment on column organisation_contacts.asked_at is 'When the contact was asked for this version.';
comment on column organisation_contacts.confirmed_at is 'When the contact agreed to it.';
create trigger organisation_contacts_changed after insert or update or delete or truncate on organisation_contacts for each statement execute function announce_change();

create function leave_organisations() returns trigger language plpgsql as $$
begin
  delete from organisation_stewards where person_id = new.id;
  return null;
end $$;
create trigger leave_organisations after update of disabled_at on people for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function leave_organisations();
