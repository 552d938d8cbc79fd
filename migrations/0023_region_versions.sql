-- Data come in versions: each load of flows or values is one, and can be taken back.
create table data_versions (
  id uuid primary key default uuidv7(),
  no bigint generated always as identity unique,
  kind text not null check (kind in ('values', 'commuters', 'moves', 'projects', 'publications')),
  as_of date,
  source_id text not null references sources,
  created_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  check (withdrawn_at is null or published_at is not null),
  check (kind = 'values' or as_of is not null)
);
comment on table data_versions is 'One load of flows or of values of indicators. What counts is the newest that is published and not taken back.';
comment on column data_versions.id is 'Its id.';
comment on column data_versions.no is 'Its number, to be cited: a later version has a larger one.';
comment on column data_versions.kind is 'Values of indicators, or the kind of flows.';
comment on column data_versions.as_of is 'Reporting date of flows; values of indicators tell their own.';
comment on column data_versions.source_id is 'Where the data are from.';
comment on column data_versions.created_at is 'When it was loaded.';
comment on column data_versions.published_at is 'When it was published; empty: nobody but the office sees it.';
comment on column data_versions.withdrawn_at is 'When it was taken back; what was there before counts again.';
create trigger data_versions_changed after insert or update or delete or truncate on data_versions for each statement execute function announce_change();

alter table flows add column version_id uuid references data_versions on delete cascade;
insert into data_versions (kind, as_of, source_id, created_at, published_at)
  select distinct 'commuters', as_of, source_id, now(), now() from flows order by as_of;
update flows set version_id = v.id from data_versions v where v.as_of = flows.as_of and v.source_id = flows.source_id;
alter table flows alter column version_id set not null;
alter table flows drop constraint flows_pkey;
alter table flows drop column source_id, drop column as_of;
alter table flows add primary key (version_id, home, work);
create index flows_work on flows (version_id, work);
comment on column flows.version_id is 'The load it came with, which tells its kind and source.';
comment on table flows is 'Flows from district to district: commuters, moves and others, as the kind of their version says.';
comment on column flows.home is 'District they come from: of commuters, where they live.';
comment on column flows.work is 'District they go to: of commuters, where they work.';

alter table districts add column nuts text unique;
comment on column districts.nuts is 'Key in the European nomenclature (NUTS 3).';
