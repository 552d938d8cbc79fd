-- What a working group proposes for the programme when it hands over a paper; the office takes it in or puts it aside.
create table session_proposals (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions on delete cascade,
  group_id uuid references working_groups on delete set null,
  title bilingual not null,
  abstract bilingual,
  proposed_at timestamptz not null
);
create index session_proposals_edition on session_proposals (edition_id);
create index session_proposals_group on session_proposals (group_id);
comment on table session_proposals is 'Points proposed for a programme by working groups that handed over a paper; gone once taken in or put aside.';
comment on column session_proposals.id is 'Stable id.';
comment on column session_proposals.edition_id is 'The edition.';
comment on column session_proposals.group_id is 'The group that proposes it.';
comment on column session_proposals.title is 'Title.';
comment on column session_proposals.abstract is 'What it is about, Markdown.';
comment on column session_proposals.proposed_at is 'When it was proposed.';
