-- Minutes of meetings, section by section with every version, and what was agreed: decisions and tasks.
create table minutes (
  meeting_id uuid primary key references meetings on delete cascade,
  state text not null default 'draft' check (state in ('draft', 'commenting', 'approved')),
  created_at timestamptz not null,
  created_by uuid references people on delete set null,
  approved_at timestamptz,
  approved_by uuid references people on delete set null,
  content jsonb,
  pdf bytea,
  sha256 bytea,
  check ((state = 'approved') = (approved_at is not null)),
  check ((state = 'approved') = (content is not null)),
  check ((state = 'approved') = (pdf is not null)),
  check ((state = 'approved') = (sha256 is not null)),
  check (sha256 = sha256(pdf))
);
comment on table minutes is 'Minutes of meetings. Once approved they never change.';
comment on column minutes.meeting_id is 'The meeting.';
comment on column minutes.state is 'Draft; open to comments by those who were there; approved.';
comment on column minutes.created_at is 'When they were begun.';
comment on column minutes.created_by is 'Who began them.';
comment on column minutes.approved_at is 'When they were approved.';
comment on column minutes.approved_by is 'Who entered the approval.';
comment on column minutes.content is 'Personal. What was approved, with the names of those present. Purpose: record of the group. Deletion: with the group.';
comment on column minutes.pdf is 'Personal. The same as a document. Purpose: record of the group. Deletion: with the group.';
comment on column minutes.sha256 is 'SHA-256 of the document, by which it is known again.';
create trigger minutes_changed after insert or update or delete or truncate on minutes for each statement execute function announce_change();

create table minutes_sections (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references minutes on delete cascade,
  agenda_item_id uuid references agenda_items on delete set null,
  position integer not null,
  title text not null check (title <> ''),
  text text not null default '',
  revision integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid references people on delete set null
);
create index minutes_sections_meeting on minutes_sections (meeting_id, position);
create index minutes_sections_item on minutes_sections (agenda_item_id);
comment on table minutes_sections is 'Sections of minutes; one for each item of the agenda to begin with.';
comment on column minutes_sections.id is 'Stable id.';
comment on column minutes_sections.meeting_id is 'The meeting.';
comment on column minutes_sections.agenda_item_id is 'The item it is about.';
comment on column minutes_sections.position is 'Order.';
comment on column minutes_sections.title is 'Heading.';
comment on column minutes_sections.text is 'What was said (Markdown).';
comment on column minutes_sections.revision is 'Counts the changes.';
comment on column minutes_sections.changed_at is 'When it was changed last.';
comment on column minutes_sections.changed_by is 'Who changed it last.';

create table minutes_versions (
  section_id uuid not null references minutes_sections on delete cascade,
  revision integer not null,
  title text not null,
  text text not null,
  at timestamptz not null,
  by_person uuid references people on delete set null,
  primary key (section_id, revision)
);
comment on table minutes_versions is 'Every version of a section; nothing that was saved is lost.';
comment on column minutes_versions.section_id is 'The section.';
comment on column minutes_versions.revision is 'Which version.';
comment on column minutes_versions.title is 'Heading.';
comment on column minutes_versions.text is 'What it said.';
comment on column minutes_versions.at is 'When it was saved.';
comment on column minutes_versions.by_person is 'Who saved it.';

create table minutes_comments (
  id uuid primary key default uuidv7(),
  section_id uuid not null references minutes_sections on delete cascade,
  person_id uuid references people on delete set null,
  text text not null check (text <> ''),
  at timestamptz not null
);
create index minutes_comments_section on minutes_comments (section_id);
comment on table minutes_comments is 'What those who were there say to a section before it is approved.';
comment on column minutes_comments.id is 'Stable id.';
comment on column minutes_comments.section_id is 'The section.';
comment on column minutes_comments.person_id is 'Who says so.';
comment on column minutes_comments.text is 'What they say.';
comment on column minutes_comments.at is 'When.';

create function keep_minutes() returns trigger language plpgsql as $$
declare kept text[] := array['created_by', 'approved_by', 'changed_by', 'by_person', 'person_id', 'agenda_item_id'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - kept) = (to_jsonb(old) - kept) then return new; end if;
  if tg_table_name = 'minutes' then
    if old.state <> 'approved' then return new; end if;
  elsif tg_table_name = 'minutes_sections' then
    if not exists (select from minutes where meeting_id = coalesce(new.meeting_id, old.meeting_id) and state = 'approved') then
      return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' and not exists (select from meetings where id = old.meeting_id) then return old; end if;
  end if;
  raise exception 'approved minutes stay as they are';
end $$;
create trigger keep_minutes before update on minutes for each row execute function keep_minutes();
create trigger keep_minutes before insert or update or delete on minutes_sections for each row execute function keep_minutes();

create table agreements (
  id uuid primary key default uuidv7(),
  group_id uuid not null references working_groups on delete cascade,
  meeting_id uuid not null references minutes on delete cascade,
  section_id uuid references minutes_sections on delete set null,
  kind text not null check (kind in ('decision', 'task')),
  text text not null check (text <> ''),
  member_id uuid references group_members on delete set null,
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  revision integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  reminded_at timestamptz,
  check (kind = 'task' or (member_id is null and due_on is null and state = 'open'))
);
create index agreements_group on agreements (group_id);
create index agreements_section on agreements (section_id);
create index agreements_meeting on agreements (meeting_id);
create index agreements_member on agreements (member_id);
create index agreements_due on agreements (due_on) where kind = 'task' and state = 'open';
comment on table agreements is 'What a meeting agreed: decisions, and tasks with who and until when.';
comment on column agreements.id is 'Stable id.';
comment on column agreements.group_id is 'The group.';
comment on column agreements.meeting_id is 'The meeting that agreed it.';
comment on column agreements.section_id is 'The section of the minutes it stands in.';
comment on column agreements.kind is 'A decision, or a task.';
comment on column agreements.text is 'What was agreed.';
comment on column agreements.member_id is 'Who does it.';
comment on column agreements.due_on is 'Until when.';
comment on column agreements.state is 'Open, done, or dropped.';
comment on column agreements.revision is 'Counts the changes.';
comment on column agreements.created_at is 'When it was entered.';
comment on column agreements.changed_at is 'When it was changed last.';
comment on column agreements.reminded_at is 'When its member was reminded last.';
create trigger agreements_changed after insert or update or delete or truncate on agreements for each statement execute function announce_change();
