-- A person changes their address themselves: the new one confirms, the old one can object for a while.
create table email_changes (
  id uuid primary key,
  registration_id uuid not null references registrations on delete cascade,
  old_email text not null,
  new_email text not null check (new_email <> ''),
  confirm_hash bytea not null unique,
  keep_hash bytea not null unique,
  asked_at timestamptz not null,
  confirmed_at timestamptz
);
create index email_changes_registration on email_changes (registration_id, id);
comment on table email_changes is 'Asked changes of the address of a registration; the newest open one can be confirmed.';
comment on column email_changes.id is 'Stable id; in the order of asking.';
comment on column email_changes.registration_id is 'Whose.';
comment on column email_changes.old_email is 'Personal. Address before, empty for none. Purpose: take the change back. Deletion: two weeks after it was asked for.';
comment on column email_changes.new_email is 'Personal. Address to come. Purpose: confirm it. Deletion: two weeks after it was asked for.';
comment on column email_changes.confirm_hash is 'SHA-256 of the secret in the mail to the new address.';
comment on column email_changes.keep_hash is 'SHA-256 of the secret in the mail to the old address.';
comment on column email_changes.asked_at is 'When it was asked for.';
comment on column email_changes.confirmed_at is 'When the new address was confirmed.';

-- Who phones may have no address.
alter table registrations drop constraint registrations_email_check;
comment on column registrations.email is 'Personal. Address for confirmation and changes; empty for who was entered by the office without one. Purpose: participation. Deletion: six months after the edition.';
