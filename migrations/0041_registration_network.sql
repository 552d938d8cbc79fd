-- A flood is counted by address and network together, so that nobody can use up the tries of an address's owner.
alter table registrations add column from_network bytea;
comment on column registrations.from_network is 'Personal. Keyed hash of the network it came from. Purpose: defence against floods of registrations. Deletion: after a day.';
create index mails_recipient on mails (lower(recipient), queued_at desc);
