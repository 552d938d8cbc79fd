-- An edition's own texts say where they are from.
alter table editions add column source_id text references sources;
comment on column editions.source_id is 'What its own texts, motto and notes are from.';
