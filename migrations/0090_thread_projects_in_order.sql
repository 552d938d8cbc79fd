-- The register's order, so that a page of it is read without sorting all projects.
create index pieces_projects on pieces
  ((coalesce(starts, 'unknown') collate "C"), (coalesce(ends, 'unknown') collate "C"), (title ->> 'de'), id)
  where kind = 'project';
create index pieces_moved on pieces (changed_at desc, id desc);
