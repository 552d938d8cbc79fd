-- Notices: what is new in a group, told by mail as each member wants.
create table notice_wishes (
  member_id uuid primary key references group_members on delete cascade,
  pace text not null default 'daily' check (pace in ('at_once', 'daily', 'weekly', 'never')),
  secret_hash bytea not null unique
);
comment on table notice_wishes is 'How often a member wants to be told by mail what is new in a group.';
comment on column notice_wishes.member_id is 'The member.';
comment on column notice_wishes.pace is 'At once, daily, weekly, never.';
comment on column notice_wishes.secret_hash is 'SHA-256 of the secret in the link that changes or ends it.';

create table notices (
  id uuid primary key default uuidv7(),
  member_id uuid not null references group_members on delete cascade,
  kind text not null check (kind in ('meeting', 'minutes', 'vote', 'paper')),
  created_at timestamptz not null
);
create index notices_member on notices (member_id);
comment on table notices is 'What is new for a member and has not been told yet; gone once it is.';
comment on column notices.id is 'Stable id.';
comment on column notices.member_id is 'The member.';
comment on column notices.kind is 'What it is.';
comment on column notices.created_at is 'When it came.';
