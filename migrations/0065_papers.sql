-- Papers of working groups: sections with every version, adopted for good.
alter table working_groups drop constraint working_groups_shown_check;
alter table working_groups add constraint working_groups_shown_check
  check (shown <@ array['state', 'mandate', 'people', 'meetings', 'minutes', 'agreements', 'papers']);

create table papers (
  id uuid primary key default uuidv7(),
  group_id uuid not null references working_groups on delete cascade,
  title text not null check (title <> ''),
  kind text not null check (kind in ('theses', 'demands', 'report')),
  state text not null default 'draft' check (state in ('draft', 'amending', 'adopted', 'handed_over')),
  revision integer not null default 1,
  created_at timestamptz not null,
  created_by uuid references people on delete set null,
  changed_at timestamptz not null,
  adopted_at timestamptz,
  adopted_by uuid references people on delete set null,
  handed_over_at timestamptz,
  handed_over_by uuid references people on delete set null,
  content jsonb,
  pdf bytea,
  sha256 bytea,
  check ((state in ('adopted', 'handed_over')) = (adopted_at is not null)),
  check ((state in ('adopted', 'handed_over')) = (content is not null)),
  check ((state in ('adopted', 'handed_over')) = (pdf is not null)),
  check ((state in ('adopted', 'handed_over')) = (sha256 is not null)),
  check ((state = 'handed_over') = (handed_over_at is not null)),
  check (sha256 = sha256(pdf))
);
create index papers_group on papers (group_id);
comment on table papers is 'Papers of working groups. Once adopted their wording never changes.';
comment on column papers.id is 'Stable id.';
comment on column papers.group_id is 'The group that writes it.';
comment on column papers.title is 'Title.';
comment on column papers.kind is 'Theses, demands, or a report.';
comment on column papers.state is 'Draft; open to amendments; adopted; handed over to the congress.';
comment on column papers.revision is 'Counts the changes of title, kind, state and order.';
comment on column papers.created_at is 'When it was begun.';
comment on column papers.created_by is 'Who began it.';
comment on column papers.changed_at is 'When anything of it was changed last.';
comment on column papers.adopted_at is 'When it was adopted.';
comment on column papers.adopted_by is 'Who entered that.';
comment on column papers.handed_over_at is 'When it was handed over to the congress.';
comment on column papers.handed_over_by is 'Who handed it over.';
comment on column papers.content is 'What was adopted: title, kind, sections.';
comment on column papers.pdf is 'The same as a document.';
comment on column papers.sha256 is 'SHA-256 of the document, by which it is known again.';
create trigger papers_changed after insert or update or delete or truncate on papers for each statement execute function announce_change();

create table paper_sections (
  id uuid primary key default uuidv7(),
  paper_id uuid not null references papers on delete cascade,
  position integer not null,
  title text not null check (title <> ''),
  text text not null default '',
  revision integer not null default 1,
  is_removed boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid references people on delete set null
);
create index paper_sections_paper on paper_sections (paper_id, position);
comment on table paper_sections is 'Sections of papers, in order.';
comment on column paper_sections.id is 'Stable id.';
comment on column paper_sections.paper_id is 'The paper.';
comment on column paper_sections.position is 'Order.';
comment on column paper_sections.title is 'Heading.';
comment on column paper_sections.text is 'Text (Markdown with footnotes).';
comment on column paper_sections.revision is 'Counts the versions.';
comment on column paper_sections.is_removed is 'Whether it was taken out of the paper; it can be put back.';
comment on column paper_sections.changed_at is 'When it was changed last.';
comment on column paper_sections.changed_by is 'Who changed it last.';

create table paper_versions (
  section_id uuid not null references paper_sections on delete cascade,
  revision integer not null,
  title text not null,
  text text not null,
  at timestamptz not null,
  by_person uuid references people on delete set null,
  primary key (section_id, revision)
);
comment on table paper_versions is 'Every version of a section; nothing that was saved is lost.';
comment on column paper_versions.section_id is 'The section.';
comment on column paper_versions.revision is 'Which version.';
comment on column paper_versions.title is 'Heading.';
comment on column paper_versions.text is 'What it said.';
comment on column paper_versions.at is 'When it was saved.';
comment on column paper_versions.by_person is 'Who saved it.';

create function keep_papers() returns trigger language plpgsql as $$
declare
  people text[] := array['created_by', 'adopted_by', 'handed_over_by', 'changed_by', 'by_person', 'decided_by', 'person_id', 'resolved_by'];
  moving text[] := array['state', 'handed_over_at', 'revision', 'changed_at'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - people) = (to_jsonb(old) - people) then return new; end if;
  if tg_table_name = 'papers' then
    if old.state in ('draft', 'amending') then return new; end if;
    if old.state = 'adopted' and new.state = 'handed_over'
      and (to_jsonb(new) - people - moving) = (to_jsonb(old) - people - moving) then return new; end if;
  else
    if not exists (select from papers where id = coalesce(new.paper_id, old.paper_id) and state in ('adopted', 'handed_over')) then
      return coalesce(new, old);
    end if;
  end if;
  raise exception 'adopted papers stay as they are';
end $$;
create trigger keep_papers before update on papers for each row execute function keep_papers();
create trigger keep_papers before insert or update or delete on paper_sections for each row execute function keep_papers();
