-- Pictures in papers: who sees the paper sees them, and nobody else.
create table paper_pictures (
  id uuid primary key default uuidv7(),
  paper_id uuid not null references papers on delete cascade,
  no integer not null check (no > 0),
  file_id uuid not null unique references files,
  alt text not null check (alt <> ''),
  at timestamptz not null,
  by_person uuid references people on delete set null,
  unique (paper_id, no)
);
comment on table paper_pictures is 'Pictures in papers. A text shows one by its number: ![What is on it](bild-1 "What stands below it").';
comment on column paper_pictures.id is 'Stable id.';
comment on column paper_pictures.paper_id is 'The paper.';
comment on column paper_pictures.no is 'Its number in the paper.';
comment on column paper_pictures.file_id is 'The picture, drawn anew; it goes with this row.';
comment on column paper_pictures.alt is 'What can be seen on it, where a text does not say so itself.';
comment on column paper_pictures.at is 'When it was put in.';
comment on column paper_pictures.by_person is 'Who put it in.';

create function drop_picture() returns trigger language plpgsql as $$
begin
  delete from files where id = old.file_id;
  return null;
end $$;
create trigger drop_picture after delete on paper_pictures for each row execute function drop_picture();
create trigger keep_papers before insert or update or delete on paper_pictures for each row execute function keep_papers();
create trigger paper_pictures_changed after insert or update or delete or truncate on paper_pictures for each statement execute function announce_change();
