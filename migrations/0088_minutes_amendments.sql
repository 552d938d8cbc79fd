-- Between draft and approval, those who were there propose other words for a section; the lead decides.
create table minutes_amendments (
  id uuid primary key default uuidv7(),
  section_id uuid not null references minutes_sections on delete cascade,
  person_id uuid references people on delete set null,
  at timestamptz not null,
  seen integer not null,
  text text not null,
  reason text not null check (reason <> ''),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  decided_at timestamptz,
  decided_by uuid references people on delete set null,
  answer text,
  check ((state = 'open') = (decided_at is null)),
  check (state <> 'declined' or answer is not null)
);
create index minutes_amendments_section on minutes_amendments (section_id);
create index minutes_amendments_person on minutes_amendments (person_id);
create index minutes_amendments_decider on minutes_amendments (decided_by);
comment on table minutes_amendments is 'Other words for a section of minutes, proposed by who was there before they are approved.';
comment on column minutes_amendments.id is 'Stable id.';
comment on column minutes_amendments.section_id is 'The section.';
comment on column minutes_amendments.person_id is 'Who proposes it.';
comment on column minutes_amendments.at is 'When.';
comment on column minutes_amendments.seen is 'Revision of the section that they had before them.';
comment on column minutes_amendments.text is 'What the section is to say.';
comment on column minutes_amendments.reason is 'Why.';
comment on column minutes_amendments.state is 'What became of it.';
comment on column minutes_amendments.decided_at is 'When that was decided.';
comment on column minutes_amendments.decided_by is 'Who decided.';
comment on column minutes_amendments.answer is 'What the lead says to it; needed where it is declined.';
