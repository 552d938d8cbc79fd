-- The office's list of registrations: its orders and states are read from an index at any size.
create index registrations_name on registrations (edition_id, folded(name), id);
create index registrations_organisation on registrations (edition_id, folded(organisation), id);
create index registrations_waiting_here on registrations (edition_id, created_at) where state = 'waiting';
create index registrations_cancelled on registrations (edition_id, cancelled_at) where state = 'cancelled';
