-- Stories of the atlas: pages of the office in which text and views belong together.
create table stories (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title bilingual not null,
  lead bilingual not null,
  blocks jsonb not null default '[]' check (jsonb_typeof(blocks) = 'array' and jsonb_array_length(blocks) <= 40),
  changes integer not null default 0,
  changed_at timestamptz not null,
  published_at timestamptz
);
comment on table stories is 'A story of the atlas: text and views in an order.';
comment on column stories.id is 'Stable id.';
comment on column stories.slug is 'Last part of its address.';
comment on column stories.title is 'Title.';
comment on column stories.lead is 'What it tells, in a sentence or two.';
comment on column stories.blocks is 'Its parts in order: text in Markdown, a view with its question, or something computed from the figures.';
comment on column stories.changes is 'How often it was changed: who saved an older state is told.';
comment on column stories.changed_at is 'When it was changed last.';
comment on column stories.published_at is 'When it was published; empty: the office alone sees it.';
create trigger stories_changed after insert or update or delete or truncate on stories for each statement execute function announce_change();
