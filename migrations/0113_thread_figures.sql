-- Positions quote frozen views of the atlas.
alter table pieces add column figures text[] not null default '{}' check (cardinality(figures) <= 6);
comment on column pieces.figures is 'Views of the atlas that a position quotes: their addresses on this site, each with its data version.';
alter table position_versions add column figures text[] not null default '{}';
comment on column position_versions.figures is 'Views of the atlas that it quoted then.';
