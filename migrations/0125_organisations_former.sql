-- The address of an organisation that was merged into another leads to the one that stayed.
create table former_organisations (
  id uuid primary key,
  organisation_id uuid not null references organisations on delete cascade
);
create index former_organisations_organisation on former_organisations (organisation_id);
comment on table former_organisations is 'Organisations that were merged into others: their addresses lead on.';
comment on column former_organisations.id is 'The id of the one that went.';
comment on column former_organisations.organisation_id is 'The one that stayed.';
create trigger former_organisations_changed after insert or update or delete or truncate on former_organisations for each statement execute function announce_change();
