-- What is said at a passage of a paper: comments with their answers, and amendments.
create table paper_comments (
  id uuid primary key default uuidv7(),
  section_id uuid not null references paper_sections on delete cascade,
  answers_id uuid references paper_comments on delete cascade,
  person_id uuid references people on delete set null,
  text text not null check (text <> ''),
  at timestamptz not null,
  quote text,
  quote_start integer,
  quote_end integer,
  resolved_at timestamptz,
  resolved_by uuid references people on delete set null,
  check ((quote is null) = (answers_id is not null)),
  check (quote is not null or (quote_start is null and resolved_at is null)),
  check ((quote_start is null) = (quote_end is null)),
  check (quote_start < quote_end)
);
create index paper_comments_section on paper_comments (section_id);
create index paper_comments_answers on paper_comments (answers_id);
comment on table paper_comments is 'What is said at a passage of a section, and what is answered.';
comment on column paper_comments.id is 'Stable id.';
comment on column paper_comments.section_id is 'The section; another one when the passage was moved there.';
comment on column paper_comments.answers_id is 'The comment it answers.';
comment on column paper_comments.person_id is 'Who says so.';
comment on column paper_comments.text is 'What they say.';
comment on column paper_comments.at is 'When.';
comment on column paper_comments.quote is 'The passage as it stood when it was commented.';
comment on column paper_comments.quote_start is 'Where the passage begins now, in characters of the section’s text; null when it is gone.';
comment on column paper_comments.quote_end is 'Where it ends.';
comment on column paper_comments.resolved_at is 'When it was settled.';
comment on column paper_comments.resolved_by is 'Who said that it is.';

create table paper_amendments (
  id uuid primary key default uuidv7(),
  paper_id uuid not null references papers on delete cascade,
  section_id uuid not null references paper_sections on delete cascade,
  no integer not null,
  person_id uuid references people on delete set null,
  at timestamptz not null,
  quote text not null check (quote <> ''),
  quote_start integer,
  quote_end integer,
  replacement text not null check (replacement <> quote),
  reason text not null check (reason <> ''),
  state text not null default 'open' check (state in ('open', 'accepted', 'accepted_changed', 'declined', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid references people on delete set null,
  applied text,
  answer text,
  unique (paper_id, no),
  check ((quote_start is null) = (quote_end is null)),
  check (quote_start < quote_end),
  check ((state = 'open') = (decided_at is null)),
  check ((state in ('accepted', 'accepted_changed')) = (applied is not null)),
  check (state <> 'declined' or answer <> '')
);
create index paper_amendments_section on paper_amendments (section_id);
comment on table paper_amendments is 'Amendments: replace this passage by that, because.';
comment on column paper_amendments.id is 'Stable id.';
comment on column paper_amendments.paper_id is 'The paper.';
comment on column paper_amendments.section_id is 'The section; another one when the passage was moved there.';
comment on column paper_amendments.no is 'Number within the paper.';
comment on column paper_amendments.person_id is 'Who proposes it.';
comment on column paper_amendments.at is 'When.';
comment on column paper_amendments.quote is 'The passage as it stood when the amendment was made.';
comment on column paper_amendments.quote_start is 'Where the passage begins now, in characters of the section’s text; null when it is gone.';
comment on column paper_amendments.quote_end is 'Where it ends.';
comment on column paper_amendments.replacement is 'What shall stand there instead; empty to strike the passage.';
comment on column paper_amendments.reason is 'Why.';
comment on column paper_amendments.state is 'Open; accepted; accepted with a change; declined; withdrawn.';
comment on column paper_amendments.decided_at is 'When it was decided or withdrawn.';
comment on column paper_amendments.decided_by is 'Who entered that.';
comment on column paper_amendments.applied is 'What was put in place of the passage.';
comment on column paper_amendments.answer is 'What the lead says about it; the reason where it was declined.';
