-- The inner life of working groups. A group stays the one row that its congress shows; here it gets who works in it.
alter table working_groups
  add column state text check (state in ('forming', 'working', 'reported', 'closed')),
  add column mandate bilingual,
  add column joining text not null default 'invitation' check (joining in ('invitation', 'request', 'open')),
  add column shown text[] not null default '{}'
    check (shown <@ array['state', 'mandate', 'people', 'meetings', 'minutes', 'agreements']),
  add column revision integer not null default 1;
comment on column working_groups.state is 'Where it stands; empty while it is only listed and nobody works with it here.';
comment on column working_groups.mandate is 'What it is asked to do, until when and by whom.';
comment on column working_groups.joining is 'How one becomes a member: by invitation, by request to the lead, or openly.';
comment on column working_groups.shown is 'What of its inner life everybody may see, piece by piece; the lead decides.';
comment on column working_groups.revision is 'Counts the changes of state, mandate, joining and what is shown.';

create table group_members (
  id uuid primary key default uuidv7(),
  group_id uuid not null references working_groups on delete cascade,
  person_id uuid references people on delete cascade,
  organisation_id uuid references organisations,
  part text not null check (part in ('lead', 'member', 'observer')),
  state text not null check (state in ('invited', 'asked', 'active', 'left')),
  way text not null check (way in ('invitation', 'request', 'open')),
  deputy_for uuid references group_members on delete set null check (deputy_for <> id),
  email text check (email <> ''),
  name text,
  message text,
  language text not null default 'de' check (language in ('de', 'en')),
  secret_hash bytea unique,
  is_name_public boolean not null default false,
  is_organisation_public boolean not null default false,
  is_email_shown boolean not null default false,
  created_at timestamptz not null,
  joined_at timestamptz,
  left_at timestamptz,
  check ((state = 'invited') = (person_id is null)),
  check ((state = 'invited') = (email is not null)),
  check ((state = 'invited') = (secret_hash is not null)),
  check ((state = 'active') <= (joined_at is not null)),
  check ((state = 'left') = (left_at is not null))
);
create unique index group_members_person on group_members (group_id, person_id) where state <> 'left';
create unique index group_members_email on group_members (group_id, lower(email));
create index group_members_of_person on group_members (person_id);
create index group_members_organisation on group_members (organisation_id);
create index group_members_deputy on group_members (deputy_for);
comment on table group_members is 'Who works in a group, for which organisation, and who is invited or has asked to.';
comment on column group_members.id is 'Stable id.';
comment on column group_members.group_id is 'The group.';
comment on column group_members.person_id is 'The account; none before an invitation is accepted.';
comment on column group_members.organisation_id is 'The organisation they speak for.';
comment on column group_members.part is 'Lead, member or observer.';
comment on column group_members.state is 'Invited: a mail waits for its answer; asked: the lead has to decide; active; left.';
comment on column group_members.way is 'How they came: invited, by request, openly.';
comment on column group_members.deputy_for is 'The member they stand in for.';
comment on column group_members.email is 'Personal. Address of who is invited. Purpose: invitation. Deletion: with the answer, or after 60 days without one.';
comment on column group_members.name is 'Personal. Name as typed in the invitation or request. Purpose: invitation. Deletion: with the answer, or after 60 days without one.';
comment on column group_members.message is 'Personal. What somebody wrote to the lead who asks to join. Purpose: joining. Deletion: with the answer.';
comment on column group_members.language is 'Language of the invitation.';
comment on column group_members.secret_hash is 'SHA-256 of the secret in the invitation''s link, until it is answered.';
comment on column group_members.is_name_public is 'Whether they agree that everybody sees their name, where the group shows its people.';
comment on column group_members.is_organisation_public is 'The same for their organisation.';
comment on column group_members.is_email_shown is 'Whether they agree that the others in the group see their address.';
comment on column group_members.created_at is 'When the invitation or request came.';
comment on column group_members.joined_at is 'When they became a member.';
comment on column group_members.left_at is 'When they left.';
create trigger group_members_changed after insert or update or delete or truncate on group_members for each statement execute function announce_change();
