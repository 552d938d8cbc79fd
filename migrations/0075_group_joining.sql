-- A request waits for the lead without an account; who was removed comes back only where a lead agrees, and who closes
-- their account is out.
alter table group_members
  add column is_removed boolean not null default false check (is_removed <= (state = 'left')),
  drop constraint group_members_check1,
  drop constraint group_members_check2,
  add check ((person_id is null) = (email is not null)),
  add check ((state in ('active', 'left')) <= (person_id is not null)),
  add check ((state = 'invited') <= (person_id is null));
comment on column group_members.is_removed is 'Whether a lead ended it: who was removed comes back by request or invitation only.';
comment on column group_members.person_id is 'The account; none before an invitation is accepted or a request admitted.';
comment on column group_members.email is 'Personal. Address of who is invited or has asked without an account. Purpose: invitation. Deletion: with the answer, or after 60 days without one.';
comment on column group_members.message is 'Personal. What somebody wrote to the lead who asks to join. Purpose: joining. Deletion: with the answer, or after 60 days without one.';
comment on column group_members.created_at is 'When the invitation or request came; of a request by mail, when it was confirmed.';

create function leave_groups() returns trigger language plpgsql as $$
begin
  delete from group_members where person_id = new.id and state = 'asked';
  update group_members set state = 'left', left_at = new.disabled_at, deputy_for = null
    where person_id = new.id and state = 'active';
  return null;
end $$;
create trigger leave_groups after update of disabled_at on people for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function leave_groups();
delete from group_members using people
  where people.id = person_id and disabled_at is not null and state = 'asked';
update group_members set state = 'left', left_at = disabled_at, deputy_for = null
  from people where people.id = person_id and disabled_at is not null and state = 'active';
