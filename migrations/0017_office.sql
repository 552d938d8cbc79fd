-- What the office has answered to a report, and the registrations of one ticket type by when they came.
alter table reports
  add column answer text check (answer <> ''),
  add column answered_at timestamptz,
  add column answered_by uuid references people on delete set null,
  add check ((answer is null) = (answered_at is null));
comment on column reports.answer is 'Personal. What the office has answered or done. Purpose: proof of the answer. Deletion: one year after the report came.';
comment on column reports.answered_at is 'When the answer was noted last.';
comment on column reports.answered_by is 'Personal. Who noted the answer. Purpose: accountability. Deletion: one year after the report came, or with the account.';

create index registrations_of_type on registrations (edition_id, ticket_type_id, created_at)
  where state <> 'waiting' and erased_at is null;
