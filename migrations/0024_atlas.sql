-- The atlas: indicators and what they say of each territory, version by version.
create table indicators (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  topic text not null check (topic in ('people', 'economy', 'work', 'science', 'land')),
  name bilingual not null,
  definition bilingual not null,
  unit bilingual not null,
  method bilingual,
  kind text not null check (kind in ('count', 'ratio')),
  decimals integer not null default 0 check (decimals between 0 and 3),
  direction text not null default 'none' check (direction in ('more', 'less', 'none')),
  aggregation text not null check (aggregation in ('sum', 'mean', 'none')),
  weight_id text references indicators,
  derivation text check (derivation in ('ratio', 'difference')),
  first_id text references indicators,
  second_id text references indicators,
  factor double precision not null default 1,
  frequency text not null default 'year' check (frequency in ('year', 'once')),
  check ((derivation is null) = (first_id is null) and (derivation is null) = (second_id is null)),
  check (aggregation <> 'mean' or weight_id is not null or derivation = 'ratio'),
  check (kind = 'count' or aggregation <> 'sum')
);
comment on table indicators is 'What the atlas measures.';
comment on column indicators.id is 'Short name, stable.';
comment on column indicators.position is 'Order in lists.';
comment on column indicators.topic is 'What it is about.';
comment on column indicators.name is 'Name.';
comment on column indicators.definition is 'What exactly is counted.';
comment on column indicators.unit is 'What the number counts, behind the number.';
comment on column indicators.method is 'How it is gathered or computed, and what a reader must know.';
comment on column indicators.kind is 'A count is drawn as circles, never as coloured areas; a ratio is a share or per head.';
comment on column indicators.decimals is 'Digits shown behind the comma.';
comment on column indicators.direction is 'Whether more or less of it is better, or neither.';
comment on column indicators.aggregation is 'How regions follow from districts: sum, weighted mean, or not at all (a median).';
comment on column indicators.weight_id is 'What a weighted mean is weighted by.';
comment on column indicators.derivation is 'Computed from two others: first by second times factor, or first minus second; empty: gathered.';
comment on column indicators.first_id is 'What is divided or subtracted from.';
comment on column indicators.second_id is 'What it is divided by or what is subtracted.';
comment on column indicators.factor is 'Times this: 1000 for per thousand.';
comment on column indicators.frequency is 'How often there are new values.';
create trigger indicators_changed after insert or update or delete or truncate on indicators for each statement execute function announce_change();

create table indicator_values (
  version_id uuid not null references data_versions on delete cascade,
  indicator_id text not null references indicators,
  year integer not null check (year between 1800 and 2200),
  district_key text references districts,
  region_id text references regions,
  value double precision check (value > '-infinity' and value < 'infinity'),
  status text not null default 'final' check (status in ('final', 'preliminary', 'estimated', 'secret')),
  as_of text not null,
  unique nulls not distinct (version_id, indicator_id, year, district_key, region_id),
  check (num_nonnulls(district_key, region_id) <= 1),
  check ((status = 'secret') = (value is null))
);
create index indicator_values_indicator on indicator_values (indicator_id, year);
comment on table indicator_values is 'What an indicator says of a territory in a year. No row: not known, which is not zero.';
comment on column indicator_values.version_id is 'The load it came with, which tells its source.';
comment on column indicator_values.indicator_id is 'The indicator.';
comment on column indicator_values.year is 'The year it stands for.';
comment on column indicator_values.district_key is 'The district; empty for a region or the whole.';
comment on column indicator_values.region_id is 'The region; both empty: the whole metropolitan region.';
comment on column indicator_values.value is 'The number as published; empty where it is secret.';
comment on column indicator_values.status is 'How sure it is; secret: known to the source, not to be told or computed.';
comment on column indicator_values.as_of is 'Day or period as precisely as it is known: 2025-12-31, 2018, 2023/24.';
create trigger indicator_values_changed after insert or update or delete or truncate on indicator_values for each statement execute function announce_change();

create table imports (
  version_id uuid primary key references data_versions on delete cascade,
  file_id uuid not null references files,
  name text not null,
  format text not null,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'failed')),
  mapping jsonb not null,
  findings jsonb not null default '[]',
  rows_read integer not null default 0,
  changed_at timestamptz not null
);
create index imports_file on imports (file_id);
comment on table imports is 'The file a data version was read from, and what was found in it.';
comment on column imports.version_id is 'The version that it becomes.';
comment on column imports.file_id is 'The file as it was published.';
comment on column imports.name is 'Its name.';
comment on column imports.format is 'The form it was recognised as.';
comment on column imports.state is 'Waiting to be read, being read, read, or given up.';
comment on column imports.mapping is 'Which of its columns is which indicator, and what else the office has told.';
comment on column imports.findings is 'What the checks have found; a failing one holds publishing back.';
comment on column imports.rows_read is 'Rows read so far.';
comment on column imports.changed_at is 'When something was last done with it.';
create trigger imports_changed after insert or update or delete or truncate on imports for each statement execute function announce_change();
