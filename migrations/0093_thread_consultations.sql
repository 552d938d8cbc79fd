-- Calls for consultation: who contributes what until when, merged to one answer; and mails about what stands still.
create table consultations (
  id uuid primary key default uuidv7(),
  title text not null check (title <> ''),
  text text not null default '',
  addressee text not null default '',
  reference text not null default '',
  link text,
  due date not null,
  position_id uuid references pieces on delete set null,
  created_at timestamptz not null
);
create index consultations_position on consultations (position_id);
comment on table consultations is 'Consultations that the region answers together.';
comment on column consultations.id is 'Stable id.';
comment on column consultations.title is 'What is consulted on.';
comment on column consultations.text is 'What the answer should say, for who contributes.';
comment on column consultations.addressee is 'Who consults: a ministry, the European Commission.';
comment on column consultations.reference is 'Its number or name there.';
comment on column consultations.link is 'Where its papers are.';
comment on column consultations.due is 'The last day on which contributions are taken, in the installation''s zone.';
comment on column consultations.position_id is 'The position that the contributions were merged to.';
comment on column consultations.created_at is 'When it was entered.';

create table consultation_contributions (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations on delete cascade,
  organisation text not null check (organisation <> ''),
  topic text not null check (topic <> ''),
  email text,
  language text not null default 'de' check (language in ('de', 'en')),
  secret_hash bytea not null unique,
  text text not null default '',
  contributor text not null default '',
  revision integer not null default 0,
  received_at timestamptz,
  position integer not null
);
create index consultation_contributions_consultation on consultation_contributions (consultation_id);
comment on table consultation_contributions is 'Who contributes what to the answer to a consultation.';
comment on column consultation_contributions.id is 'Stable id.';
comment on column consultation_contributions.consultation_id is 'The consultation.';
comment on column consultation_contributions.organisation is 'Who contributes.';
comment on column consultation_contributions.topic is 'On what.';
comment on column consultation_contributions.email is 'Personal. Who is asked for it. Purpose: asking, reminding. Deletion: a year after the due day.';
comment on column consultation_contributions.language is 'Language of the mails to them.';
comment on column consultation_contributions.secret_hash is 'Hash of the secret in their link.';
comment on column consultation_contributions.text is 'Their contribution.';
comment on column consultation_contributions.contributor is 'Personal. Who wrote it, as they said. Purpose: questions about it. Deletion: a year after the due day.';
comment on column consultation_contributions.revision is 'Counts changes, so that two people do not overwrite each other.';
comment on column consultation_contributions.received_at is 'When it came last.';
comment on column consultation_contributions.position is 'Order in the answer.';

create table piece_reminders (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  organisation_id uuid not null references organisations on delete cascade,
  email text not null,
  language text not null check (language in ('de', 'en')),
  secret_hash bytea not null unique,
  asked_at timestamptz not null,
  ended_at timestamptz,
  unique (piece_id, email)
);
create index piece_reminders_organisation on piece_reminders (organisation_id);
comment on table piece_reminders is 'Who was asked by mail about a piece in which nothing moved, and who wants no such mail any more.';
comment on column piece_reminders.id is 'Stable id.';
comment on column piece_reminders.piece_id is 'The piece.';
comment on column piece_reminders.organisation_id is 'The organisation that is responsible for it.';
comment on column piece_reminders.email is 'Personal. The address asked. Purpose: asking once per period, and no more where that was wished. Deletion: two years after it was asked last; where no more was wished, with the piece, so that it stays so.';
comment on column piece_reminders.language is 'Language of the mail.';
comment on column piece_reminders.secret_hash is 'Hash of the secret in the mail''s link.';
comment on column piece_reminders.asked_at is 'When it was asked last.';
comment on column piece_reminders.ended_at is 'When they said that they want no such mail any more.';
