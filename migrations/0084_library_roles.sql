-- Who sees every group of an edition from inside by a role reads what was put into their hands too: as `standing` in
-- src/groups/permissions.ts says, of groups that have been opened.
create or replace function groups_of_person(person uuid) returns setof uuid language sql stable as $$
  select group_id from group_members where person_id = person and state = 'active'
  union all
  select g.id from roles r join working_groups g on r.edition_id is null or r.edition_id = g.edition_id
  where r.person_id = person and r.role in ('congress_team', 'group_lead', 'delegate') and g.state is not null
$$;
comment on column documents.access is 'Who may read it: everybody, people with an account, or who sees its working group from inside, by its list or by a role.';
