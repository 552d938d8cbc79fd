-- A document may belong to a working group, and may be there for those alone who work in it.
alter table documents
  add column group_id uuid references working_groups on delete set null,
  drop constraint documents_access_check,
  add constraint documents_access_check check (access in ('public', 'members', 'group'));
create index documents_group on documents (group_id);
comment on column documents.group_id is 'Working group it belongs to. When the group goes, what was for its members is for the office alone.';
comment on column documents.access is 'Who may read it: everybody, people with an account, or the members of its working group.';

-- The groups a person works in now, as the library asks it: who reads is part of its own queries.
create function groups_of_person(person uuid) returns setof uuid language sql stable as $$
  select group_id from group_members where person_id = person and state = 'active'
$$;
