-- Who speaks for an organisation is confirmed by the lead; what another has cast for it is kept; proxies have a limit.
alter table group_members add column is_speaker boolean not null default false check (is_speaker <= (organisation_id is not null));
comment on column group_members.is_speaker is 'Whether a lead has confirmed that they speak for the organisation. Only then they vote for it.';
-- Who has answered an invitation could change the organisation: only of what waits is it known that the lead entered it.
update group_members set is_speaker = true where way = 'invitation' and state = 'invited' and organisation_id is not null;

alter table votes add column most_proxies integer not null default 2 check (most_proxies between 0 and 100);
comment on column votes.most_proxies is 'For how many others somebody may cast as their proxy.';

create table replaced_ballots (
  id uuid primary key default uuidv7(),
  elector_id uuid not null references electors on delete cascade,
  cast_by uuid references group_members on delete set null,
  parts jsonb not null,
  replaced_at timestamptz not null
);
create index replaced_ballots_elector on replaced_ballots (elector_id);
create index replaced_ballots_cast_by on replaced_ballots (cast_by);
comment on table replaced_ballots is 'Open ballots in place of which another person has cast one for the same elector.';
comment on column replaced_ballots.id is 'Stable id.';
comment on column replaced_ballots.elector_id is 'Whose it was.';
comment on column replaced_ballots.cast_by is 'Who had cast it.';
comment on column replaced_ballots.parts is 'What was chosen, each with its number of votes.';
comment on column replaced_ballots.replaced_at is 'When another took its place.';

create or replace function keep_votes() returns trigger language plpgsql as $$
declare
  loose text[] := array['created_by', 'closed_by', 'member_id', 'cast_by', 'organisation_id'];
  own uuid;
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - loose) = (to_jsonb(old) - loose) then return new; end if;
  if tg_table_name = 'votes' then
    if old.state in ('draft', 'open') then return coalesce(new, old); end if;
    if tg_op = 'DELETE' and not exists (select from working_groups where id = old.group_id) then return old; end if;
    raise exception 'closed votes stay as they are';
  end if;
  if tg_table_name in ('vote_ballots', 'replaced_ballots') then
    select vote_id into own from electors where id = coalesce(new.elector_id, old.elector_id);
  else
    own := coalesce(new.vote_id, old.vote_id);
  end if;
  if exists (select from votes where id = own and state in ('closed', 'cancelled')) then
    raise exception 'closed votes stay as they are';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_votes before insert or update or delete on replaced_ballots for each row execute function keep_votes();
