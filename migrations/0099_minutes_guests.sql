-- Guests who were at a meeting say what is wrong in its minutes by the link of their invitation.
alter table minutes_comments add column guest_id uuid references meeting_guests on delete set null;
comment on column minutes_comments.guest_id is 'The guest who says so, by their link; none where a member does, or the guest was erased.';
create index minutes_comments_guest on minutes_comments (guest_id);
alter table minutes_amendments add column guest_id uuid references meeting_guests on delete set null;
comment on column minutes_amendments.guest_id is 'The guest who proposes it, by their link; none where a member does, or the guest was erased.';
create index minutes_amendments_guest on minutes_amendments (guest_id);
