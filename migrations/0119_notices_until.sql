-- A notice says until when something can be done, and tells a member of a task that was given to them.
alter table notices add column until timestamptz;
comment on column notices.until is 'Until when one can take part in it, where it ends by itself.';
alter table notices drop constraint notices_kind_check;
alter table notices add constraint notices_kind_check check (kind in ('meeting', 'minutes', 'vote', 'paper', 'task'));
