-- The thread: what working groups handed over, what is done and demanded because of it, and what became of it.
create table cooperation_fields (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name bilingual not null,
  position integer not null
);
comment on table cooperation_fields is 'Fields of cooperation that the office keeps: mobility, hydrogen, culture.';
comment on column cooperation_fields.id is 'Short name, stable; part of addresses.';
comment on column cooperation_fields.name is 'Name.';
comment on column cooperation_fields.position is 'Order in lists.';
create trigger cooperation_fields_changed after insert or update or delete or truncate on cooperation_fields for each statement execute function announce_change();
insert into cooperation_fields (id, name, position) values
  ('mobilitaet', '{"de": "Mobilität", "en": "Mobility"}', 1),
  ('wasserstoff', '{"de": "Wasserstoff und Energie", "en": "Hydrogen and energy"}', 2),
  ('ki', '{"de": "Künstliche Intelligenz", "en": "Artificial intelligence"}', 3),
  ('biotechnologie', '{"de": "Biotechnologie", "en": "Biotechnology"}', 4),
  ('wirtschaft', '{"de": "Wirtschaft und Fachkräfte", "en": "Economy and skilled workers"}', 5),
  ('planung', '{"de": "Räumliche Planung", "en": "Spatial planning"}', 6),
  ('wasser-klima', '{"de": "Wasser und Klima", "en": "Water and climate"}', 7),
  ('kultur', '{"de": "Kultur", "en": "Culture"}', 8),
  ('sport', '{"de": "Sport", "en": "Sport"}', 9),
  ('tourismus', '{"de": "Tourismus und Marketing", "en": "Tourism and marketing"}', 10),
  ('zusammenarbeit', '{"de": "Zusammenarbeit und Europa", "en": "Cooperation and Europe"}', 11);

create table pieces (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('result', 'project', 'position')),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title bilingual not null,
  text bilingual,
  reason bilingual,
  addressee bilingual,
  field_id text references cooperation_fields,
  edition_id uuid references editions on delete cascade,
  group_id uuid references working_groups on delete set null,
  starts text check (starts ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  ends text check (ends ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  link text,
  source_id text references sources,
  is_example boolean not null default false,
  state text not null default 'idea' check (state in ('idea', 'planned', 'under_way', 'paused', 'completed', 'abandoned', 'handed_over', 'heard', 'answered')),
  outcome text not null default 'open' check (outcome in ('carried_out', 'under_way', 'not_taken_up', 'open')),
  published_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  moved_at timestamptz not null,
  revision integer not null default 1,
  check ((kind = 'result') = (edition_id is not null)),
  check (kind = 'result' or group_id is null)
);
create index pieces_edition on pieces (edition_id);
create index pieces_group on pieces (group_id);
create index pieces_field on pieces (field_id);
comment on table pieces is 'Pieces of the thread: results that groups hand over to a congress, projects, positions.';
comment on column pieces.id is 'Stable id; leads to the piece for ever.';
comment on column pieces.kind is 'Result, project or position.';
comment on column pieces.slug is 'Last part of its address; stays once it is published.';
comment on column pieces.title is 'Title.';
comment on column pieces.text is 'Wording of a thesis, demand or position; aim of a project.';
comment on column pieces.reason is 'Why.';
comment on column pieces.addressee is 'Whom it asks: Land Baden-Württemberg.';
comment on column pieces.field_id is 'Field of cooperation.';
comment on column pieces.edition_id is 'A result''s congress, to which it was handed over.';
comment on column pieces.group_id is 'Working group that it is from.';
comment on column pieces.starts is 'Begin as planned: 2022, 2022-05 or 2022-05-14.';
comment on column pieces.ends is 'End as planned, or until when a result asks to be done.';
comment on column pieces.link is 'Where more is found.';
comment on column pieces.source_id is 'Source.';
comment on column pieces.is_example is 'Made up to show how the thread works; labelled everywhere.';
comment on column pieces.state is 'Where it stands; follows from its events and is written with them.';
comment on column pieces.outcome is 'What became of it, as its own events and verdicts tell; open: nothing is known.';
comment on column pieces.published_at is 'From when it is public; empty: a draft.';
comment on column pieces.created_at is 'When it was entered.';
comment on column pieces.changed_at is 'Last change.';
comment on column pieces.moved_at is 'When something was last entered about it.';
comment on column pieces.revision is 'Counts changes, so that two people don''t overwrite each other.';
create trigger pieces_changed after insert or update or delete or truncate on pieces for each statement execute function announce_change();

create table piece_organisations (
  piece_id uuid not null references pieces on delete cascade,
  organisation_id uuid not null references organisations,
  part text not null check (part in ('lead', 'partner')),
  position integer not null,
  primary key (piece_id, organisation_id)
);
create index piece_organisations_organisation on piece_organisations (organisation_id);
comment on table piece_organisations is 'Who is responsible for a piece or carries it, and who takes part.';
comment on column piece_organisations.piece_id is 'The piece.';
comment on column piece_organisations.organisation_id is 'The organisation.';
comment on column piece_organisations.part is 'Lead (responsible, carrier) or partner.';
comment on column piece_organisations.position is 'Order.';
create trigger piece_organisations_changed after insert or update or delete or truncate on piece_organisations for each statement execute function announce_change();

create table piece_districts (
  piece_id uuid not null references pieces on delete cascade,
  district_key text not null references districts,
  primary key (piece_id, district_key)
);
create index piece_districts_district on piece_districts (district_key);
comment on table piece_districts is 'Districts that a piece works in or is about.';
comment on column piece_districts.piece_id is 'The piece.';
comment on column piece_districts.district_key is 'The district.';
create trigger piece_districts_changed after insert or update or delete or truncate on piece_districts for each statement execute function announce_change();

create table piece_events (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  kind text not null check (kind in ('note', 'planned', 'begun', 'paused', 'resumed', 'completed', 'abandoned', 'handed_over', 'heard', 'answered')),
  title bilingual not null,
  text bilingual,
  place text not null default '',
  planned_for text check (planned_for ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  happened_on text check (happened_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  source_id text references sources,
  entered_at timestamptz not null
);
create index piece_events_piece on piece_events (piece_id);
comment on table piece_events is 'What happened with a piece, or is planned to: its state follows from it.';
comment on column piece_events.id is 'Stable id.';
comment on column piece_events.piece_id is 'The piece.';
comment on column piece_events.kind is 'What kind of event; all but a note change the state once they have happened.';
comment on column piece_events.title is 'What happened, in a line.';
comment on column piece_events.text is 'More about it.';
comment on column piece_events.place is 'Where.';
comment on column piece_events.planned_for is 'When it was planned for; stays when it has happened.';
comment on column piece_events.happened_on is 'When it happened; empty with a planned date: still ahead; empty without: date not known.';
comment on column piece_events.source_id is 'Source.';
comment on column piece_events.entered_at is 'When it was entered.';
create trigger piece_events_changed after insert or update or delete or truncate on piece_events for each statement execute function announce_change();

create table position_points (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  text bilingual not null,
  verdict text not null default 'open' check (verdict in ('taken_up', 'partly', 'not', 'open')),
  evidence bilingual,
  source_id text references sources,
  position integer not null,
  check (verdict = 'open' or evidence is not null)
);
create index position_points_piece on position_points (piece_id);
comment on table position_points is 'The lines of a position, each with what became of it.';
comment on column position_points.id is 'Stable id.';
comment on column position_points.piece_id is 'The position.';
comment on column position_points.text is 'What is demanded.';
comment on column position_points.verdict is 'Taken up, partly, not, or open.';
comment on column position_points.evidence is 'What shows it: document, page, decision.';
comment on column position_points.source_id is 'Source of the evidence.';
comment on column position_points.position is 'Order.';
create trigger position_points_changed after insert or update or delete or truncate on position_points for each statement execute function announce_change();

create table relations (
  id uuid primary key default uuidv7(),
  from_id uuid not null references pieces on delete cascade,
  kind text not null check (kind in ('led_to', 'carries_out', 'answers', 'presented_at', 'supersedes', 'same_topic')),
  to_piece_id uuid references pieces on delete cascade,
  to_document_id uuid references documents on delete cascade,
  to_edition_id uuid references editions on delete cascade,
  created_at timestamptz not null,
  check (num_nonnulls(to_piece_id, to_document_id, to_edition_id) = 1),
  check (from_id <> to_piece_id),
  unique nulls not distinct (from_id, kind, to_piece_id, to_document_id, to_edition_id)
);
create index relations_piece on relations (to_piece_id);
create index relations_document on relations (to_document_id);
create index relations_edition on relations (to_edition_id);
comment on table relations is 'Typed links from a piece to another, to a document of the library or to an edition.';
comment on column relations.id is 'Stable id.';
comment on column relations.from_id is 'The piece the sentence begins with.';
comment on column relations.kind is 'Led to, carries out, answers, presented at, supersedes; or of the same topic, which claims no effect.';
comment on column relations.to_piece_id is 'The other piece.';
comment on column relations.to_document_id is 'Or the document.';
comment on column relations.to_edition_id is 'Or the edition.';
comment on column relations.created_at is 'When it was made.';
create trigger relations_changed after insert or update or delete or truncate on relations for each statement execute function announce_change();
