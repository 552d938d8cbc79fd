-- Meetings of working groups: finding a date, the invitation as it was sent, who answers what, the agenda.
create table meetings (
  id uuid primary key default uuidv7(),
  group_id uuid not null references working_groups on delete cascade,
  title text not null check (title <> ''),
  state text not null check (state in ('polling', 'planned', 'held', 'cancelled')),
  starts_at timestamptz,
  ends_at timestamptz,
  place text,
  link text,
  note text,
  version integer not null default 0,
  revision integer not null default 1,
  told_revision integer,
  created_at timestamptz not null,
  created_by uuid references people on delete set null,
  check (ends_at > starts_at),
  check ((starts_at is null) = (ends_at is null)),
  check (state in ('polling', 'cancelled') or starts_at is not null)
);
create index meetings_group on meetings (group_id);
comment on table meetings is 'Meetings of working groups.';
comment on column meetings.id is 'Stable id.';
comment on column meetings.group_id is 'The group that meets.';
comment on column meetings.title is 'What the meeting is called.';
comment on column meetings.state is 'Polling: a date is being found; planned; held; cancelled.';
comment on column meetings.starts_at is 'Begin; none while a date is being found.';
comment on column meetings.ends_at is 'End.';
comment on column meetings.place is 'Where one meets.';
comment on column meetings.link is 'Address of the video conference; shown to those invited alone.';
comment on column meetings.note is 'What is to be said to those invited.';
comment on column meetings.version is 'How often an invitation was sent; SEQUENCE of the appointment (RFC 5545).';
comment on column meetings.revision is 'Counts the changes of what an invitation says.';
comment on column meetings.told_revision is 'The revision that the last invitation told.';
comment on column meetings.created_at is 'When it was entered.';
comment on column meetings.created_by is 'Who entered it.';
create trigger meetings_changed after insert or update or delete or truncate on meetings for each statement execute function announce_change();

create table meeting_options (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  unique (meeting_id, starts_at)
);
comment on table meeting_options is 'Dates that a meeting could have.';
comment on column meeting_options.id is 'Stable id.';
comment on column meeting_options.meeting_id is 'The meeting.';
comment on column meeting_options.starts_at is 'Begin.';
comment on column meeting_options.ends_at is 'End.';

create table agenda_items (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  position integer not null,
  title text not null check (title <> ''),
  who text,
  lasts_minutes integer check (lasts_minutes between 1 and 1440)
);
create index agenda_items_meeting on agenda_items (meeting_id, position);
comment on table agenda_items is 'What a meeting is about, item by item.';
comment on column agenda_items.id is 'Stable id.';
comment on column agenda_items.meeting_id is 'The meeting.';
comment on column agenda_items.position is 'Order.';
comment on column agenda_items.title is 'What it is about.';
comment on column agenda_items.who is 'Who speaks to it.';
comment on column agenda_items.lasts_minutes is 'How long it may take.';
create trigger agenda_items_changed after insert or update or delete or truncate on agenda_items for each statement execute function announce_change();

create table meeting_guests (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  member_id uuid references group_members on delete cascade,
  name text,
  email text,
  language text not null default 'de' check (language in ('de', 'en')),
  secret_hash bytea not null unique,
  answered_at timestamptz,
  reply text check (reply in ('yes', 'no')),
  replied_at timestamptz,
  note text,
  is_present boolean,
  unique (meeting_id, member_id),
  check ((member_id is null) = (email is not null))
);
create unique index meeting_guests_email on meeting_guests (meeting_id, lower(email));
create index meeting_guests_member on meeting_guests (member_id);
comment on table meeting_guests is 'Who is invited to a meeting: members, and guests by their address.';
comment on column meeting_guests.id is 'Stable id.';
comment on column meeting_guests.meeting_id is 'The meeting.';
comment on column meeting_guests.member_id is 'The member; none for a guest.';
comment on column meeting_guests.name is 'Personal. Name of a guest. Purpose: invitation. Deletion: one year after the meeting.';
comment on column meeting_guests.email is 'Personal. Address of a guest. Purpose: invitation. Deletion: one year after the meeting.';
comment on column meeting_guests.language is 'Language of mails to a guest.';
comment on column meeting_guests.secret_hash is 'SHA-256 of the secret in their link.';
comment on column meeting_guests.answered_at is 'When they last said which dates suit them.';
comment on column meeting_guests.reply is 'Whether they come.';
comment on column meeting_guests.replied_at is 'When they said so.';
comment on column meeting_guests.note is 'Personal. What they said with it. Purpose: planning the meeting. Deletion: one year after the meeting.';
comment on column meeting_guests.is_present is 'Whether they were there; empty until attendance is taken.';

create table meeting_answers (
  guest_id uuid not null references meeting_guests on delete cascade,
  option_id uuid not null references meeting_options on delete cascade,
  answer text not null check (answer in ('yes', 'if_need_be', 'no')),
  primary key (guest_id, option_id)
);
create index meeting_answers_option on meeting_answers (option_id);
comment on table meeting_answers is 'Which dates suit whom.';
comment on column meeting_answers.guest_id is 'Who says so.';
comment on column meeting_answers.option_id is 'The date.';
comment on column meeting_answers.answer is 'Yes, if need be, or no.';

create table meeting_invitations (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  kind text not null check (kind in ('poll', 'invitation', 'cancellation')),
  version integer not null,
  sent_at timestamptz not null,
  sent_by uuid references people on delete set null,
  recipients integer not null,
  content jsonb not null,
  calendar text
);
create index meeting_invitations_meeting on meeting_invitations (meeting_id);
comment on table meeting_invitations is 'Every invitation as it was sent; never changed afterwards.';
comment on column meeting_invitations.id is 'Stable id.';
comment on column meeting_invitations.meeting_id is 'The meeting.';
comment on column meeting_invitations.kind is 'Asks for a date, invites, or calls the meeting off.';
comment on column meeting_invitations.version is 'SEQUENCE of the appointment it carried.';
comment on column meeting_invitations.sent_at is 'When it was sent.';
comment on column meeting_invitations.sent_by is 'Who sent it.';
comment on column meeting_invitations.recipients is 'To how many.';
comment on column meeting_invitations.content is 'What it said: title, time, place, link, note, agenda.';
comment on column meeting_invitations.calendar is 'The iCalendar file that came with it.';
create function keep_invitation() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'sent_by') = (to_jsonb(old) - 'sent_by') and new.sent_by is null then return new; end if;
  raise exception 'an invitation stays as it was sent';
end $$;
create trigger keep_invitation before update on meeting_invitations for each row execute function keep_invitation();

-- A group's page shows the names of those who agree.
create trigger people_changed after update of name or delete or truncate on people for each statement execute function announce_change();
