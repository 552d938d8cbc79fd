-- Flows between municipalities, beside those between districts.
create table municipality_flows (
  version_id uuid not null references data_versions on delete cascade,
  home text not null check (home ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$'),
  work text not null check (work ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$'),
  people integer not null check (people > 0),
  primary key (version_id, home, work),
  check (home <> work)
);
create index municipality_flows_work on municipality_flows (version_id, work);
comment on table municipality_flows is 'Flows from municipality to municipality: commuters, moves and others, as the kind of their version says.';
comment on column municipality_flows.version_id is 'The load it came with, which tells its kind and source.';
comment on column municipality_flows.home is 'Official key of the municipality they come from: of commuters, where they live.';
comment on column municipality_flows.work is 'Official key of the municipality they go to: of commuters, where they work.';
comment on column municipality_flows.people is 'How many, as published.';
create trigger municipality_flows_changed after insert or update or delete or truncate on municipality_flows for each statement execute function announce_change();
