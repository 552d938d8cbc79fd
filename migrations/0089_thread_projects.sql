-- Projects: what was planned at first stays, indicators with values over time, money, material, and whom the office asks.
alter table pieces add column first_starts text, add column first_ends text;
comment on column pieces.first_starts is 'Begin as it was planned first, from when it was public and still ahead; never changed.';
comment on column pieces.first_ends is 'End as it was planned first, from when it was public and still ahead; never changed.';

alter table piece_events
  add column first_planned_for text,
  add column organisation_id uuid references organisations;
create index piece_events_organisation on piece_events (organisation_id);
comment on column piece_events.first_planned_for is 'When it was planned for first, from when the piece was public; never changed.';
comment on column piece_events.organisation_id is 'The organisation whose part of the project it is; empty: the whole.';

alter table piece_organisations add column task bilingual;
comment on column piece_organisations.task is 'What it contributes, in its own words.';

create table project_indicators (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  organisation_id uuid references organisations,
  name bilingual not null,
  unit text not null default '',
  target double precision check (target > '-Infinity' and target < 'Infinity'),
  target_on text check (target_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  first_target double precision,
  first_target_on text,
  position integer not null,
  check (target is not null or target_on is null)
);
create index project_indicators_piece on project_indicators (piece_id);
create index project_indicators_organisation on project_indicators (organisation_id);
comment on table project_indicators is 'What a project is measured by.';
comment on column project_indicators.id is 'Stable id.';
comment on column project_indicators.piece_id is 'The project.';
comment on column project_indicators.organisation_id is 'The organisation whose part of the project it is; empty: the whole.';
comment on column project_indicators.name is 'What is measured.';
comment on column project_indicators.unit is 'Its unit: km, people, t CO2.';
comment on column project_indicators.target is 'The value to reach, if there is one.';
comment on column project_indicators.target_on is 'Until when: 2028, 2028-05 or 2028-05-14.';
comment on column project_indicators.first_target is 'The value to reach as it was set first, from when the project was public; never changed.';
comment on column project_indicators.first_target_on is 'Until when, as it was set first, from when the project was public; never changed.';
comment on column project_indicators.position is 'Order.';

create table project_values (
  id uuid primary key default uuidv7(),
  indicator_id uuid not null references project_indicators on delete cascade,
  measured_on text not null check (measured_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  value double precision not null check (value > '-Infinity' and value < 'Infinity'),
  note text not null default '',
  entered_at timestamptz not null,
  unique (indicator_id, measured_on)
);
comment on table project_values is 'What was measured of an indicator.';
comment on column project_values.id is 'Stable id.';
comment on column project_values.indicator_id is 'The indicator.';
comment on column project_values.measured_on is 'When: 2028, 2028-05 or 2028-05-14.';
comment on column project_values.value is 'The value, in the indicator''s unit.';
comment on column project_values.note is 'How it was measured, or where it is from.';
comment on column project_values.entered_at is 'When it was entered.';

create table project_funds (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  organisation_id uuid references organisations,
  kind text not null check (kind in ('budget', 'funding', 'own')),
  programme text not null default '',
  amount_cents bigint check (amount_cents >= 0),
  rate_percent double precision check (rate_percent > 0 and rate_percent <= 100),
  is_public boolean not null default false,
  position integer not null,
  check (kind = 'funding' or rate_percent is null),
  check (amount_cents is not null or rate_percent is not null or programme <> '')
);
create index project_funds_piece on project_funds (piece_id);
create index project_funds_organisation on project_funds (organisation_id);
comment on table project_funds is 'What a project costs and where the money comes from.';
comment on column project_funds.id is 'Stable id.';
comment on column project_funds.piece_id is 'The project.';
comment on column project_funds.organisation_id is 'The organisation whose part of the project it is; empty: the whole.';
comment on column project_funds.kind is 'What it costs, what a programme pays, or own money.';
comment on column project_funds.programme is 'The programme and who funds it.';
comment on column project_funds.amount_cents is 'Euro cents, if known.';
comment on column project_funds.rate_percent is 'The share that a programme pays, in percent.';
comment on column project_funds.is_public is 'Whether everybody sees it; else the office and the organisation itself.';
comment on column project_funds.position is 'Order.';

create table project_materials (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  organisation_id uuid references organisations,
  kind text not null check (kind in ('picture', 'document', 'report')),
  title bilingual not null,
  link text,
  file_id uuid references files,
  dated text check (dated ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'),
  position integer not null,
  check ((link is null) <> (file_id is null)),
  check (kind <> 'picture' or file_id is not null)
);
create index project_materials_piece on project_materials (piece_id);
create index project_materials_organisation on project_materials (organisation_id);
create index project_materials_file on project_materials (file_id);
comment on table project_materials is 'Pictures, documents and reports of a project.';
comment on column project_materials.id is 'Stable id.';
comment on column project_materials.piece_id is 'The project.';
comment on column project_materials.organisation_id is 'The organisation whose part of the project it is; empty: the whole.';
comment on column project_materials.kind is 'Picture, document or report.';
comment on column project_materials.title is 'What it is; of a picture what it shows.';
comment on column project_materials.link is 'Where it is read; none where it is a file of the house.';
comment on column project_materials.file_id is 'The file.';
comment on column project_materials.dated is 'From when it is, if known: 2028, 2028-05 or 2028-05-14.';
comment on column project_materials.position is 'Order.';

create table project_inquiries (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  asked_at timestamptz not null,
  recipients integer not null check (recipients > 0)
);
create index project_inquiries_piece on project_inquiries (piece_id, asked_at);
comment on table project_inquiries is 'When the office asked by mail how a project goes.';
comment on column project_inquiries.id is 'Stable id.';
comment on column project_inquiries.piece_id is 'The project.';
comment on column project_inquiries.asked_at is 'When.';
comment on column project_inquiries.recipients is 'How many people were asked.';

-- What was planned first is written once, when it becomes public, and stays whatever is written later.
create function keep_first_plan() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    new.first_starts := old.first_starts;
    new.first_ends := old.first_ends;
  else
    new.first_starts := null;
    new.first_ends := null;
  end if;
  if new.kind = 'project' and new.published_at is not null then
    if rpad(new.starts, 10, '~') collate "C" > to_char(new.changed_at at time zone 'UTC', 'YYYY-MM-DD') then
      new.first_starts := coalesce(new.first_starts, new.starts);
    end if;
    if rpad(new.ends, 10, '~') collate "C" > to_char(new.changed_at at time zone 'UTC', 'YYYY-MM-DD') then
      new.first_ends := coalesce(new.first_ends, new.ends);
    end if;
  end if;
  return new;
end $$;
create trigger pieces_first_plan before insert or update on pieces for each row execute function keep_first_plan();

create function keep_first_date() returns trigger language plpgsql as $$
begin
  new.first_planned_for := case when tg_op = 'UPDATE' then old.first_planned_for end;
  if new.first_planned_for is null and new.planned_for is not null
    and exists (select from pieces where id = new.piece_id and published_at is not null) then
    new.first_planned_for := new.planned_for;
  end if;
  return new;
end $$;
create trigger piece_events_first_date before insert or update on piece_events for each row execute function keep_first_date();

create function keep_first_target() returns trigger language plpgsql as $$
begin
  new.first_target := case when tg_op = 'UPDATE' then old.first_target end;
  new.first_target_on := case when tg_op = 'UPDATE' then old.first_target_on end;
  if new.first_target is null and new.target is not null
    and exists (select from pieces where id = new.piece_id and published_at is not null) then
    new.first_target := new.target;
    new.first_target_on := new.target_on;
  end if;
  return new;
end $$;
create trigger project_indicators_first_target before insert or update on project_indicators for each row execute function keep_first_target();

-- A draft's plans become the first ones when it is published.
create function fix_first_plans() returns trigger language plpgsql as $$
begin
  update piece_events set planned_for = planned_for where piece_id = new.id and planned_for is not null;
  update project_indicators set target = target where piece_id = new.id and target is not null;
  return null;
end $$;
create trigger pieces_plans_public after update of published_at on pieces for each row
  when (old.published_at is null and new.published_at is not null) execute function fix_first_plans();

-- What is planned today is the first plan that is known.
update pieces set starts = starts where kind = 'project' and published_at is not null;
update piece_events set planned_for = planned_for where planned_for is not null;

do $$ declare t text; begin
  foreach t in array array['project_indicators', 'project_values', 'project_funds', 'project_materials'] loop
    execute format('create trigger %I after insert or update or delete or truncate on %I execute function announce_change()', t || '_changed', t);
  end loop;
end $$;
