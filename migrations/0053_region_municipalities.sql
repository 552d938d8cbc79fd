-- Municipalities, and boundaries that come as loads: both stand for a day and can be taken back.
alter table data_versions drop constraint data_versions_kind_check;
alter table data_versions add constraint data_versions_kind_check check
  (kind in ('values', 'commuters', 'moves', 'projects', 'publications', 'municipalities', 'boundaries'));
comment on table data_versions is 'One load of flows, of values of indicators, of municipalities or of boundaries. What counts is the newest that is published and not taken back.';
comment on column data_versions.kind is 'Values of indicators, the kind of flows, municipalities, or boundaries of districts.';
comment on column data_versions.as_of is 'Reporting date of flows, day for which territories are valid; values of indicators tell their own.';

create table municipalities (
  version_id uuid not null references data_versions on delete cascade,
  key text not null check (key ~ '^\d{8}$'),
  district_key text not null references districts,
  name text not null check (name <> ''),
  kind text,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  area_km2 double precision check (area_km2 > 0),
  primary key (version_id, key)
);
create index municipalities_district on municipalities (district_key, version_id);
comment on table municipalities is 'The fourth level of territories: municipalities of the districts, as they were on a day.';
comment on column municipalities.version_id is 'The load it came with, which tells its day and source.';
comment on column municipalities.key is 'Official key (AGS, eight digits).';
comment on column municipalities.district_key is 'The district it belongs to.';
comment on column municipalities.name is 'Name.';
comment on column municipalities.kind is 'What it is called by law: Stadt, Gemeinde, Landeshauptstadt.';
comment on column municipalities.latitude is 'Middle of its largest part, degrees WGS 84.';
comment on column municipalities.longitude is 'Middle of its largest part, degrees WGS 84.';
comment on column municipalities.area_km2 is 'Area in square kilometres: as the file tells it, else computed from the boundary.';
create trigger municipalities_changed after insert or update or delete or truncate on municipalities for each statement execute function announce_change();

alter table drawings add column version_id uuid references data_versions on delete cascade;
alter table drawings drop constraint drawings_pkey;
alter table drawings add constraint drawings_kind_version unique nulls not distinct (kind, version_id);
comment on column drawings.version_id is 'The load it came with; empty: it came with the installation.';
comment on column drawings.kind is 'plan: stops, bends, labels; boundaries: TopoJSON or GeoJSON of districts.';
