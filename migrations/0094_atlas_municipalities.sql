-- The fourth level has values and boundaries of its own.
alter table municipalities add column boundary jsonb;
comment on column municipalities.boundary is 'Coordinates of a MultiPolygon in degrees WGS 84, on a grid of 0.0005 degrees; empty where the file had none.';

create table municipality_values (
  version_id uuid not null references data_versions on delete cascade,
  indicator_id text not null references indicators,
  year integer not null check (year between 1800 and 2200),
  municipality_key text not null check (municipality_key ~ '^\d{8}$'),
  district_key text not null references districts,
  value double precision check (value > '-infinity' and value < 'infinity'),
  status text not null default 'final' check (status in ('final', 'preliminary', 'estimated', 'secret')),
  as_of text not null,
  primary key (version_id, indicator_id, year, municipality_key),
  check ((status = 'secret') = (value is null))
);
create index municipality_values_district on municipality_values (district_key, indicator_id, year);
create index municipality_values_indicator on municipality_values (indicator_id, year);
comment on table municipality_values is 'What an indicator says of a municipality in a year. No row: not known, which is not zero.';
comment on column municipality_values.version_id is 'The load it came with, which tells its source.';
comment on column municipality_values.indicator_id is 'The indicator.';
comment on column municipality_values.year is 'The year it stands for.';
comment on column municipality_values.municipality_key is 'Official key (AGS, eight digits); which municipality that is, loads of municipalities tell.';
comment on column municipality_values.district_key is 'The district it belongs to.';
comment on column municipality_values.value is 'The number as published; empty where it is secret.';
comment on column municipality_values.status is 'How sure it is; secret: known to the source, not to be told or computed.';
comment on column municipality_values.as_of is 'Day or period as precisely as it is known: 2025-12-31, 2018, 2023/24.';
create trigger municipality_values_changed after insert or update or delete or truncate on municipality_values for each statement execute function announce_change();
