-- Who is who: organisations, people with an account, their roles, and how they sign in.
create table organisations (
  id uuid primary key default uuidv7(),
  name text not null unique check (name <> ''),
  kind text not null check (kind in ('regional_body', 'district', 'municipality', 'company', 'university', 'chamber', 'association', 'state', 'other')),
  district_key text,
  website text,
  source_id text
);
create index organisations_name on organisations using gin (folded(name) gin_trgm_ops);
comment on table organisations is 'The register of organisations; registrations are offered its names.';
comment on column organisations.id is 'Stable id.';
comment on column organisations.name is 'Name as the organisation writes it.';
comment on column organisations.kind is 'What kind of body it is.';
comment on column organisations.district_key is 'District of its seat.';
comment on column organisations.website is 'Address of its website.';
comment on column organisations.source_id is 'Where this is from.';
create trigger organisations_changed after insert or update or delete or truncate on organisations for each statement execute function announce_change();

create table people (
  id uuid primary key default uuidv7(),
  email text not null check (email <> ''),
  name text not null default '',
  language text not null default 'de' check (language in ('de', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz
);
create unique index people_email on people (lower(email));
comment on table people is 'People with an account: the office, leads, delegates. Participants need none.';
comment on column people.id is 'Stable id.';
comment on column people.email is 'Personal. Address to sign in with. Purpose: account. Deletion: with the account.';
comment on column people.name is 'Personal. Name shown to colleagues. Purpose: account. Deletion: with the account.';
comment on column people.language is 'Language of mails to them.';
comment on column people.created_at is 'When the account was made.';
comment on column people.disabled_at is 'When the account was closed; it can''t sign in any more.';

create table roles (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('administrator', 'office', 'congress_team', 'door', 'group_lead', 'delegate', 'author')),
  edition_id uuid,
  given_at timestamptz not null,
  unique nulls not distinct (person_id, role, edition_id),
  check (role <> 'administrator' or edition_id is null)
);
comment on table roles is 'What a person may do, in the whole installation or in one edition.';
comment on column roles.id is 'Stable id.';
comment on column roles.person_id is 'Whose role.';
comment on column roles.role is 'Which role.';
comment on column roles.edition_id is 'The one edition it is limited to; empty for the installation.';
comment on column roles.given_at is 'Since when.';

create function keep_an_administrator() returns trigger language plpgsql as $$
begin
  if exists (select 1 from gone where role = 'administrator')
     and not exists (select 1 from roles where role = 'administrator') then
    raise exception 'the last administrator cannot be removed' using errcode = 'MP001';
  end if;
  return null;
end $$;
create trigger roles_keep_an_administrator after delete on roles referencing old table as gone
  for each statement execute function keep_an_administrator();

create table sign_in_links (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  secret_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_person on sign_in_links (person_id);
comment on table sign_in_links is 'One-time links that sign a person in.';
comment on column sign_in_links.id is 'Stable id.';
comment on column sign_in_links.person_id is 'Whom it signs in.';
comment on column sign_in_links.secret_hash is 'SHA-256 of the secret in the link.';
comment on column sign_in_links.created_at is 'When it was made.';
comment on column sign_in_links.expires_at is 'Until when it works.';
comment on column sign_in_links.used_at is 'When it was used; works once.';

create table sign_ins (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  secret_hash bytea not null unique,
  means text not null check (means in ('link', 'passkey')),
  device text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sign_ins_person on sign_ins (person_id);
comment on table sign_ins is 'Devices that are signed in.';
comment on column sign_ins.id is 'Stable id.';
comment on column sign_ins.person_id is 'Who is signed in.';
comment on column sign_ins.secret_hash is 'SHA-256 of the secret in the cookie.';
comment on column sign_ins.means is 'How they signed in.';
comment on column sign_ins.device is 'Personal. Browser and system in words. Purpose: recognise an own device. Deletion: with the sign-in.';
comment on column sign_ins.created_at is 'When.';
comment on column sign_ins.seen_at is 'Last request, to the hour.';
comment on column sign_ins.expires_at is 'Until when; deleted 30 days later.';
comment on column sign_ins.revoked_at is 'When it was ended by hand.';

create table passkeys (
  id bytea primary key,
  person_id uuid not null references people on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_person on passkeys (person_id);
comment on table passkeys is 'Passkeys (WebAuthn credentials).';
comment on column passkeys.id is 'Credential id.';
comment on column passkeys.person_id is 'Whose.';
comment on column passkeys.public_key is 'COSE public key.';
comment on column passkeys.counter is 'Signature counter of the authenticator.';
comment on column passkeys.transports is 'How the authenticator is reached.';
comment on column passkeys.label is 'Personal. Name the person gave it. Purpose: recognise it. Deletion: with the passkey.';
comment on column passkeys.created_at is 'When it was added.';
comment on column passkeys.used_at is 'Last use.';

create table challenges (
  id uuid primary key default uuidv7(),
  challenge text not null,
  person_id uuid references people on delete cascade,
  expires_at timestamptz not null
);
comment on table challenges is 'Open WebAuthn challenges, five minutes each.';
comment on column challenges.id is 'Carried by the form.';
comment on column challenges.challenge is 'What the authenticator signs.';
comment on column challenges.person_id is 'For whom; empty when signing in.';
comment on column challenges.expires_at is 'Until when.';
