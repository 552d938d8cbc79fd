-- The congress: a series with editions, what is published about each, and its programme.
create table series (
  id uuid primary key default uuidv7(),
  name bilingual not null,
  rhythm bilingual
);
comment on table series is 'A series of congresses.';
comment on column series.id is 'Stable id.';
comment on column series.name is 'Name of the series.';
comment on column series.rhythm is 'How often, and how the next host is found.';
create trigger series_changed after insert or update or delete or truncate on series for each statement execute function announce_change();

create table editions (
  id uuid primary key default uuidv7(),
  series_id uuid not null references series,
  number integer not null check (number > 0),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title bilingual not null,
  theme bilingual,
  motto bilingual,
  text bilingual,
  sort_on date not null,
  starts_at timestamptz,
  ends_at timestamptz,
  doors_at timestamptz,
  date_text bilingual,
  town text,
  venue text,
  address text,
  latitude double precision,
  longitude double precision,
  district_key text references districts,
  region_id text references regions,
  arrival bilingual,
  step_free bilingual,
  host_note bilingual,
  groups_note bilingual,
  programme_note bilingual,
  is_example boolean not null default false,
  announced_at timestamptz,
  opens_at timestamptz,
  closes_at timestamptz,
  documented_at timestamptz,
  state_by_hand text check (state_by_hand in ('draft', 'announced', 'open', 'closed', 'held', 'documented')),
  capacity_id uuid,
  last_number integer not null default 0,
  created_at timestamptz not null,
  version integer not null default 1,
  check (ends_at > starts_at),
  check (closes_at > opens_at),
  check (latitude between -90 and 90 and longitude between -180 and 180)
);
create unique index editions_number on editions (series_id, number) where not is_example;
comment on table editions is 'One congress of a series.';
comment on column editions.id is 'Stable id.';
comment on column editions.series_id is 'Its series.';
comment on column editions.number is 'Which one: 5 for the fifth.';
comment on column editions.slug is 'Its part of the URL: 2022-heilbronn.';
comment on column editions.title is 'Title: 5. Metropolkongress.';
comment on column editions.theme is 'Theme.';
comment on column editions.motto is 'Motto.';
comment on column editions.text is 'What it is about, Markdown.';
comment on column editions.sort_on is 'Day to sort by, also where the day itself is unknown.';
comment on column editions.starts_at is 'Start; empty while unknown.';
comment on column editions.ends_at is 'End.';
comment on column editions.doors_at is 'When the doors open.';
comment on column editions.date_text is 'The date in words where the day is unknown: Oktober 2026.';
comment on column editions.town is 'Town.';
comment on column editions.venue is 'Venue.';
comment on column editions.address is 'Street, number, postcode, town.';
comment on column editions.latitude is 'Place, degrees WGS 84.';
comment on column editions.longitude is 'Place, degrees WGS 84.';
comment on column editions.district_key is 'District it takes place in.';
comment on column editions.region_id is 'Region it takes place in; gives the page its colour.';
comment on column editions.arrival is 'How to get there by public transport.';
comment on column editions.step_free is 'How to get there and in without steps.';
comment on column editions.host_note is 'What is to be said about hosts.';
comment on column editions.groups_note is 'What is to be said about the working groups.';
comment on column editions.programme_note is 'What is to be said about the programme.';
comment on column editions.is_example is 'Labelled as an example everywhere.';
comment on column editions.announced_at is 'From when it is public.';
comment on column editions.opens_at is 'Registration opens; a full minute.';
comment on column editions.closes_at is 'Registration closes; a full minute.';
comment on column editions.documented_at is 'From when the page leads with the documentation.';
comment on column editions.state_by_hand is 'State set by the office against the dates.';
comment on column editions.capacity_id is 'Places on site.';
comment on column editions.last_number is 'Last registration number given.';
comment on column editions.created_at is 'When it was made.';
comment on column editions.version is 'Counts changes, for calendars.';
create trigger editions_changed after insert or delete or truncate or update of title, theme, motto, text, sort_on, starts_at, ends_at, doors_at, date_text, town, venue, address,
  latitude, longitude, district_key, region_id, arrival, step_free, host_note, groups_note, programme_note, is_example, announced_at, opens_at, closes_at, documented_at, state_by_hand, capacity_id, slug, number, version
  on editions for each statement execute function announce_change();

create table capacities (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  seats integer not null check (seats >= 0),
  taken integer not null default 0 check (taken >= 0),
  constraint capacities_never_oversold check (taken <= seats)
);
create index capacities_edition on capacities (edition_id);
comment on table capacities is 'Anything with a number of places: an edition, a ticket type, a session, later a bus or a dinner.';
comment on column capacities.id is 'Stable id.';
comment on column capacities.edition_id is 'Its edition.';
comment on column capacities.seats is 'How many places there are.';
comment on column capacities.taken is 'How many are taken; equals the rows in places.';
create trigger capacities_changed after insert or update or delete or truncate on capacities for each statement execute function announce_change();
alter table editions add constraint editions_capacity foreign key (capacity_id) references capacities;
alter table audit add constraint audit_edition foreign key (edition_id) references editions on delete cascade;
alter table mails add constraint mails_edition foreign key (edition_id) references editions on delete cascade;
alter table roles add constraint roles_edition foreign key (edition_id) references editions on delete cascade;

create table edition_organisations (
  edition_id uuid not null references editions on delete cascade,
  organisation_id uuid not null references organisations,
  part text not null check (part in ('host', 'partner')),
  logo_file_id uuid references files,
  position integer not null,
  primary key (edition_id, organisation_id, part)
);
comment on table edition_organisations is 'Hosts and partners of an edition.';
comment on column edition_organisations.edition_id is 'The edition.';
comment on column edition_organisations.organisation_id is 'The organisation.';
comment on column edition_organisations.part is 'Host or partner.';
comment on column edition_organisations.logo_file_id is 'Logo to show.';
comment on column edition_organisations.position is 'Order.';
create trigger edition_organisations_changed after insert or update or delete or truncate on edition_organisations for each statement execute function announce_change();

create table edition_facts (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  label bilingual not null,
  value bilingual not null,
  source_id text references sources,
  position integer not null
);
comment on table edition_facts is 'Single facts about an edition, each with its source: participants, cost.';
comment on column edition_facts.id is 'Stable id.';
comment on column edition_facts.edition_id is 'The edition.';
comment on column edition_facts.label is 'What: Teilnehmende.';
comment on column edition_facts.value is 'How much, in words.';
comment on column edition_facts.source_id is 'Source.';
comment on column edition_facts.position is 'Order.';
create trigger edition_facts_changed after insert or update or delete or truncate on edition_facts for each statement execute function announce_change();

create table milestones (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  happens_on date not null,
  title bilingual not null,
  text bilingual,
  source_id text references sources
);
comment on table milestones is 'Stations on the way to an edition: kick-off, meetings.';
comment on column milestones.id is 'Stable id.';
comment on column milestones.edition_id is 'The edition.';
comment on column milestones.happens_on is 'Day.';
comment on column milestones.title is 'What.';
comment on column milestones.text is 'More about it.';
comment on column milestones.source_id is 'Source.';
create trigger milestones_changed after insert or update or delete or truncate on milestones for each statement execute function announce_change();

create table working_groups (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  name bilingual not null,
  text bilingual,
  leads text,
  source_id text references sources,
  position integer not null
);
comment on table working_groups is 'Working groups that prepare an edition.';
comment on column working_groups.id is 'Stable id.';
comment on column working_groups.edition_id is 'The edition.';
comment on column working_groups.name is 'Name.';
comment on column working_groups.text is 'What it works on.';
comment on column working_groups.leads is 'Who leads it, with the public office they hold.';
comment on column working_groups.source_id is 'Source.';
comment on column working_groups.position is 'Order.';
create trigger working_groups_changed after insert or update or delete or truncate on working_groups for each statement execute function announce_change();

create table edition_documents (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  title bilingual not null,
  kind bilingual not null,
  year integer,
  note bilingual,
  link text,
  file_id uuid references files,
  source_id text references sources,
  position integer not null
);
comment on table edition_documents is 'Documents of an edition: documentation, studies, papers, minutes.';
comment on column edition_documents.id is 'Stable id.';
comment on column edition_documents.edition_id is 'The edition.';
comment on column edition_documents.title is 'Title.';
comment on column edition_documents.kind is 'Studie, Papiere, Protokolle, Filme.';
comment on column edition_documents.year is 'Year.';
comment on column edition_documents.note is 'A sentence about it.';
comment on column edition_documents.link is 'Where it lies on the web.';
comment on column edition_documents.file_id is 'Or the file here; both empty: known, but not at hand.';
comment on column edition_documents.source_id is 'Source.';
comment on column edition_documents.position is 'Order.';
create trigger edition_documents_changed after insert or update or delete or truncate on edition_documents for each statement execute function announce_change();

create table rooms (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  name bilingual not null,
  note bilingual,
  position integer not null,
  unique (edition_id, id)
);
comment on table rooms is 'Rooms of an edition''s venue.';
comment on column rooms.id is 'Stable id.';
comment on column rooms.edition_id is 'The edition.';
comment on column rooms.name is 'Name.';
comment on column rooms.note is 'How to find it, step-free access.';
comment on column rooms.position is 'Order.';
create trigger rooms_changed after insert or update or delete or truncate on rooms for each statement execute function announce_change();

create table tracks (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  name bilingual not null,
  position integer not null,
  unique (edition_id, id)
);
comment on table tracks is 'Strands of a programme.';
comment on column tracks.id is 'Stable id.';
comment on column tracks.edition_id is 'The edition.';
comment on column tracks.name is 'Name.';
comment on column tracks.position is 'Order.';
create trigger tracks_changed after insert or update or delete or truncate on tracks for each statement execute function announce_change();

create table sessions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  room_id uuid,
  track_id uuid,
  starts_at timestamptz,
  ends_at timestamptz,
  title bilingual not null,
  abstract bilingual,
  language text check (language in ('de', 'en')),
  format text not null check (format in ('opening', 'talk', 'panel', 'workshop', 'working_group', 'presentation', 'handover', 'break', 'meal', 'excursion', 'other')),
  is_bookable boolean not null default false,
  capacity_id uuid references capacities,
  source_id text references sources,
  position integer not null default 0,
  version integer not null default 1,
  unique (edition_id, id),
  foreign key (edition_id, room_id) references rooms (edition_id, id),
  foreign key (edition_id, track_id) references tracks (edition_id, id),
  check (ends_at > starts_at),
  check (not is_bookable or (starts_at is not null and ends_at is not null)),
  constraint sessions_one_per_room exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
    where (room_id is not null and starts_at is not null and ends_at is not null)
);
create index sessions_edition on sessions (edition_id, starts_at, position);
comment on table sessions is 'Points of a programme.';
comment on column sessions.id is 'Stable id.';
comment on column sessions.edition_id is 'The edition.';
comment on column sessions.room_id is 'Room.';
comment on column sessions.track_id is 'Track.';
comment on column sessions.starts_at is 'Start; empty where not known.';
comment on column sessions.ends_at is 'End; empty where not known.';
comment on column sessions.title is 'Title.';
comment on column sessions.abstract is 'What it is about, Markdown.';
comment on column sessions.language is 'Language spoken.';
comment on column sessions.format is 'Kind of session.';
comment on column sessions.is_bookable is 'Whether participants choose it when registering.';
comment on column sessions.capacity_id is 'Places, where limited.';
comment on column sessions.source_id is 'Source.';
comment on column sessions.position is 'Order where times are equal or unknown.';
comment on column sessions.version is 'Counts changes, for calendars.';
create trigger sessions_changed after insert or update or delete or truncate on sessions for each statement execute function announce_change();

create table speakers (
  id uuid primary key default uuidv7(),
  session_id uuid not null references sessions on delete cascade,
  name text not null check (name <> ''),
  function bilingual,
  organisation text,
  picture_file_id uuid references files,
  position integer not null
);
create index speakers_session on speakers (session_id);
comment on table speakers is 'Who speaks in a session.';
comment on column speakers.id is 'Stable id.';
comment on column speakers.session_id is 'The session.';
comment on column speakers.name is 'Personal. Name as published in the programme. Purpose: programme and documentation. Deletion: on request.';
comment on column speakers.function is 'Office or function.';
comment on column speakers.organisation is 'Organisation.';
comment on column speakers.picture_file_id is 'Personal. Portrait. Purpose: programme. Deletion: on request.';
comment on column speakers.position is 'Order.';
create trigger speakers_changed after insert or update or delete or truncate on speakers for each statement execute function announce_change();
