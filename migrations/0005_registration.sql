-- Registration: ticket types, who comes, what they booked, what they agreed to.
create table ticket_types (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  name bilingual not null,
  note bilingual,
  attendance text not null check (attendance in ('on_site', 'online')),
  price_cents bigint not null default 0 check (price_cents >= 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  capacity_id uuid references capacities,
  position integer not null,
  unique (edition_id, id)
);
comment on table ticket_types is 'Kinds of participation one can choose.';
comment on column ticket_types.id is 'Stable id.';
comment on column ticket_types.edition_id is 'The edition.';
comment on column ticket_types.name is 'Name.';
comment on column ticket_types.note is 'Who it is for, what it holds.';
comment on column ticket_types.attendance is 'On site or online.';
comment on column ticket_types.price_cents is 'Price in minor units, tax included.';
comment on column ticket_types.currency is 'ISO 4217.';
comment on column ticket_types.capacity_id is 'Its own quota, where limited.';
comment on column ticket_types.position is 'Order.';
create trigger ticket_types_changed after insert or update or delete or truncate on ticket_types for each statement execute function announce_change();

create table registrations (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions,
  ticket_type_id uuid not null,
  number integer,
  code text not null,
  state text not null check (state in ('confirmed', 'waiting', 'cancelled')),
  name text not null check (name <> ''),
  email text not null check (email <> ''),
  organisation text not null default '',
  organisation_id uuid references organisations,
  region_id text references regions,
  district_key text references districts,
  function text not null default '',
  language text not null check (language in ('de', 'en')),
  is_listed boolean not null default false,
  secret_hash bytea not null unique,
  secret_generation integer not null default 1,
  entered_by text not null default 'participant' check (entered_by in ('participant', 'office', 'example')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  erased_at timestamptz,
  version integer not null default 1,
  search text generated always as (folded(name || ' ' || email || ' ' || organisation || ' ' || code)) stored,
  unique (edition_id, code),
  unique (edition_id, number),
  foreign key (edition_id, ticket_type_id) references ticket_types (edition_id, id),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
create index registrations_edition on registrations (edition_id, created_at desc, id);
create index registrations_search on registrations using gin (search gin_trgm_ops);
create index registrations_email on registrations (lower(email));
create index registrations_waiting on registrations (ticket_type_id, created_at) where state = 'waiting';
comment on table registrations is 'One person''s registration for one edition.';
comment on column registrations.id is 'Stable id.';
comment on column registrations.edition_id is 'The edition.';
comment on column registrations.ticket_type_id is 'Chosen ticket type.';
comment on column registrations.number is 'Running number in the edition.';
comment on column registrations.code is 'Short code on ticket and badge.';
comment on column registrations.state is 'State.';
comment on column registrations.name is 'Personal. Name as on the badge. Purpose: participation. Deletion: six months after the edition.';
comment on column registrations.email is 'Personal. Address for confirmation and changes. Purpose: participation. Deletion: six months after the edition.';
comment on column registrations.organisation is 'Personal. Organisation as on the badge. Purpose: participation. Deletion: six months after the edition.';
comment on column registrations.organisation_id is 'The same in the register, where it is known.';
comment on column registrations.region_id is 'Region they come from.';
comment on column registrations.district_key is 'District they come from.';
comment on column registrations.function is 'Personal. Function as on the badge. Purpose: participation. Deletion: six months after the edition.';
comment on column registrations.language is 'Language of mails and ticket.';
comment on column registrations.is_listed is 'Whether the name may stand on the list of participants.';
comment on column registrations.secret_hash is 'SHA-256 of the secret in the personal link.';
comment on column registrations.secret_generation is 'Counts new links; the secret is derived from the installation''s key, the id and this number.';
comment on column registrations.entered_by is 'Who entered it.';
comment on column registrations.created_at is 'When it came in.';
comment on column registrations.changed_at is 'Last change.';
comment on column registrations.cancelled_at is 'When it was cancelled.';
comment on column registrations.erased_at is 'When its personal data were erased; the row stays for the counts.';
comment on column registrations.version is 'Counts changes, for calendars and concurrent editing.';
comment on column registrations.search is 'Personal. Folded name, address, organisation, code. Purpose: the office finds a registration. Deletion: with the registration.';
create trigger registrations_changed after insert or update or delete or truncate on registrations for each statement execute function announce_change();

create table registration_needs (
  registration_id uuid primary key references registrations on delete cascade,
  food text not null default '',
  access text not null default ''
);
comment on table registration_needs is 'Food and access needs, kept apart, seen by few, deleted first.';
comment on column registration_needs.registration_id is 'Whose.';
comment on column registration_needs.food is 'Personal, special category possible. Food. Purpose: catering. Deletion: one day after the edition.';
comment on column registration_needs.access is 'Personal, special category possible. Access needs. Purpose: prepare the venue. Deletion: one day after the edition.';

create table bookings (
  registration_id uuid not null references registrations on delete cascade,
  edition_id uuid not null,
  session_id uuid not null,
  booked_at timestamptz not null,
  primary key (registration_id, session_id),
  foreign key (edition_id, session_id) references sessions (edition_id, id)
);
create index bookings_session on bookings (session_id);
comment on table bookings is 'Sessions a person has chosen.';
comment on column bookings.registration_id is 'Whose.';
comment on column bookings.edition_id is 'The edition of both.';
comment on column bookings.session_id is 'Which session.';
comment on column bookings.booked_at is 'Since when.';

create table places (
  capacity_id uuid not null references capacities on delete cascade,
  registration_id uuid not null references registrations on delete cascade,
  primary key (capacity_id, registration_id)
);
create index places_registration on places (registration_id);
comment on table places is 'Who holds a place of which capacity.';
comment on column places.capacity_id is 'Of what.';
comment on column places.registration_id is 'Who.';

create table consent_texts (
  id uuid primary key default uuidv7(),
  key text not null check (key ~ '^[a-z_]+$'),
  version integer not null check (version > 0),
  text bilingual not null,
  is_required boolean not null,
  valid_from timestamptz not null,
  unique (key, version)
);
comment on table consent_texts is 'Texts one agrees to when registering; a change makes a new version.';
comment on column consent_texts.id is 'Stable id.';
comment on column consent_texts.key is 'Which text: terms, photos.';
comment on column consent_texts.version is 'Version.';
comment on column consent_texts.text is 'The text, Markdown.';
comment on column consent_texts.is_required is 'Whether one can register without it.';
comment on column consent_texts.valid_from is 'From when it is shown.';
create trigger consent_texts_changed after insert or update or delete or truncate on consent_texts for each statement execute function announce_change();

create table consents (
  registration_id uuid not null references registrations on delete cascade,
  consent_text_id uuid not null references consent_texts,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (registration_id, consent_text_id)
);
comment on table consents is 'Which version of which text a person agreed to, and when.';
comment on column consents.registration_id is 'Whose.';
comment on column consents.consent_text_id is 'Which version.';
comment on column consents.given_at is 'When.';
comment on column consents.withdrawn_at is 'When it was taken back.';
