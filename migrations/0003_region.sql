-- The region: who publishes, and the places everything is about.
create table installation (
  is_only boolean primary key default true check (is_only),
  name bilingual not null,
  short text not null,
  zone text not null default 'Europe/Berlin',
  is_example boolean not null default false,
  logo_file_id uuid references files,
  contact_email text,
  set_up_at timestamptz
);
comment on table installation is 'The one region this installation serves.';
comment on column installation.is_only is 'There is exactly one row.';
comment on column installation.name is 'Full name.';
comment on column installation.short is 'Short name or abbreviation.';
comment on column installation.zone is 'IANA time zone of its places.';
comment on column installation.is_example is 'Whether the example content is loaded.';
comment on column installation.logo_file_id is 'Its own logo instead of the mark of lines.';
comment on column installation.contact_email is 'Address of the office, shown on public pages.';
comment on column installation.set_up_at is 'When the set-up was finished; empty: the set-up page is open.';
create trigger installation_changed after insert or update or delete or truncate on installation for each statement execute function announce_change();

create table sources (
  id text primary key,
  title text not null,
  address text,
  licence text,
  note text
);
comment on table sources is 'Where a figure or fact is from.';
comment on column sources.id is 'Short key.';
comment on column sources.title is 'What to cite.';
comment on column sources.address is 'Web address, or where it lies.';
comment on column sources.licence is 'Licence or terms.';
comment on column sources.note is 'What a reader must know.';
create trigger sources_changed after insert or update or delete or truncate on sources for each statement execute function announce_change();

create table regions (
  id text primary key,
  no integer not null unique check (no between 1 and 12),
  name bilingual not null,
  colours jsonb not null,
  body_name text,
  body_seat text,
  body_website text,
  source_id text references sources
);
comment on table regions is 'The regions that make up the metropolitan region; each is a line with a number and a colour.';
comment on column regions.id is 'Key in URLs: neckar-alb.';
comment on column regions.no is 'Number of its line.';
comment on column regions.name is 'Name.';
comment on column regions.colours is '{"field":{"light","dark"},"line":{"light","dark"}}; only field.light is required.';
comment on column regions.body_name is 'Its regional body.';
comment on column regions.body_seat is 'Seat of the body.';
comment on column regions.body_website is 'Website of the body.';
comment on column regions.source_id is 'Where this is from.';
create trigger regions_changed after insert or update or delete or truncate on regions for each statement execute function announce_change();

create table districts (
  key text primary key,
  region_id text not null references regions,
  name text not null,
  kind text not null check (kind in ('city', 'district')),
  seat text,
  plate text,
  label text not null,
  short text not null,
  latitude double precision not null,
  longitude double precision not null,
  area_km2 double precision,
  population integer,
  population_as_of date,
  population_source_id text references sources
);
create index districts_region on districts (region_id);
comment on table districts is 'Districts and cities that are districts of their own.';
comment on column districts.key is 'Official key (AGS, five digits).';
comment on column districts.region_id is 'Its region.';
comment on column districts.name is 'Name.';
comment on column districts.kind is 'City (Stadtkreis) or district (Landkreis).';
comment on column districts.seat is 'Seat of the administration.';
comment on column districts.plate is 'Letters of its number plates.';
comment on column districts.label is 'Name on plans, told apart from its neighbours.';
comment on column districts.short is 'Shortest label, for small plans.';
comment on column districts.latitude is 'Centroid, degrees WGS 84.';
comment on column districts.longitude is 'Centroid, degrees WGS 84.';
comment on column districts.area_km2 is 'Area in square kilometres.';
comment on column districts.population is 'Inhabitants.';
comment on column districts.population_as_of is 'Date of the population.';
comment on column districts.population_source_id is 'Source of the population.';
create trigger districts_changed after insert or update or delete or truncate on districts for each statement execute function announce_change();

create table neighbours (
  a text not null references districts,
  b text not null references districts,
  primary key (a, b),
  check (a < b)
);
comment on table neighbours is 'Pairs of districts that share a border.';
comment on column neighbours.a is 'The smaller key.';
comment on column neighbours.b is 'The larger key.';
create trigger neighbours_changed after insert or update or delete or truncate on neighbours for each statement execute function announce_change();

create table flows (
  home text not null references districts,
  work text not null references districts,
  people integer not null check (people > 0),
  as_of date not null,
  source_id text not null references sources,
  primary key (home, work, as_of),
  check (home <> work)
);
comment on table flows is 'Commuters from district to district.';
comment on column flows.home is 'District they live in.';
comment on column flows.work is 'District they work in.';
comment on column flows.people is 'How many, as published.';
comment on column flows.as_of is 'Reporting date.';
comment on column flows.source_id is 'Source.';
create trigger flows_changed after insert or update or delete or truncate on flows for each statement execute function announce_change();

create table drawings (
  kind text primary key check (kind in ('plan', 'boundaries')),
  data jsonb not null,
  source_id text references sources
);
comment on table drawings is 'Geometry that is data: the plan''s layout by hand, the districts'' boundaries.';
comment on column drawings.kind is 'plan: stops, bends, labels; boundaries: TopoJSON of districts.';
comment on column drawings.data is 'The geometry.';
comment on column drawings.source_id is 'Source to name beside it.';
create trigger drawings_changed after insert or update or delete or truncate on drawings for each statement execute function announce_change();

create table figures (
  key text primary key,
  value double precision not null,
  text bilingual not null,
  as_of text not null,
  source_id text not null references sources,
  position integer not null
);
comment on table figures is 'Figures that stand on the home page.';
comment on column figures.key is 'Short key.';
comment on column figures.value is 'The number.';
comment on column figures.text is 'The sentence that follows it.';
comment on column figures.as_of is 'Date or period.';
comment on column figures.source_id is 'Source.';
comment on column figures.position is 'Order.';
create trigger figures_changed after insert or update or delete or truncate on figures for each statement execute function announce_change();

alter table organisations add constraint organisations_district foreign key (district_key) references districts;
alter table organisations add constraint organisations_source foreign key (source_id) references sources;
