-- Positions: wordings that are kept, who signed which of them, and evidence that leads to the page of a document.
alter table pieces add column reference text check (reference <> '');
comment on column pieces.reference is 'Consultation or file that a position answers: number or name.';

alter table position_points
  add column evidence_link text,
  add column evidence_document_id uuid references documents on delete set null,
  add column evidence_page integer check (evidence_page between 1 and 100000);
create index position_points_document on position_points (evidence_document_id);
comment on column position_points.evidence_link is 'Where the evidence is read on the web.';
comment on column position_points.evidence_document_id is 'Document of the library that shows it.';
comment on column position_points.evidence_page is 'Page of that document.';

create table position_versions (
  id uuid primary key default uuidv7(),
  piece_id uuid not null references pieces on delete cascade,
  number integer not null check (number > 0),
  title bilingual not null,
  text bilingual,
  reason bilingual,
  addressee bilingual,
  reference text,
  points jsonb not null,
  note text not null default '',
  made_at timestamptz not null,
  unique (piece_id, number)
);
comment on table position_versions is 'Wordings of a position as they were kept; none of them changes any more.';
comment on column position_versions.id is 'Stable id.';
comment on column position_versions.piece_id is 'The position.';
comment on column position_versions.number is 'Which one: 1, 2, 3.';
comment on column position_versions.title is 'Title then.';
comment on column position_versions.text is 'Text then.';
comment on column position_versions.reason is 'Reason then.';
comment on column position_versions.addressee is 'Whom it asked then.';
comment on column position_versions.reference is 'Consultation or file then.';
comment on column position_versions.points is 'Its lines then, in their order, each in German and, where there is one, English.';
comment on column position_versions.note is 'What was changed and why, in a line.';
comment on column position_versions.made_at is 'When it was kept.';
create trigger position_versions_changed after insert or update or delete or truncate on position_versions for each statement execute function announce_change();

create table position_signatures (
  id uuid primary key default uuidv7(),
  version_id uuid not null references position_versions on delete cascade,
  organisation_id uuid not null references organisations,
  person text not null check (person <> ''),
  function text not null default '',
  signed_on text not null check (signed_on ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'),
  decision text not null check (decision <> ''),
  entered_at timestamptz not null,
  unique (version_id, organisation_id)
);
create index position_signatures_organisation on position_signatures (organisation_id);
comment on table position_signatures is 'Organisations that signed a wording of a position.';
comment on column position_signatures.id is 'Stable id.';
comment on column position_signatures.version_id is 'The wording that was signed.';
comment on column position_signatures.organisation_id is 'Who carries it.';
comment on column position_signatures.person is 'Personal. Who signed for the organisation. Purpose: signature. Deletion: with the signature, which organisation or office take back; else with the position.';
comment on column position_signatures.function is 'Personal. Their office there: mayor, chair. Purpose: signature. Deletion: with the signature.';
comment on column position_signatures.signed_on is 'The day of the signature.';
comment on column position_signatures.decision is 'The organisation''s own decision to sign: body, day, number.';
comment on column position_signatures.entered_at is 'When it was entered.';
create trigger position_signatures_changed after insert or update or delete or truncate on position_signatures for each statement execute function announce_change();

alter table relations drop constraint relations_kind_check,
  add constraint relations_kind_check check (kind in ('led_to', 'carries_out', 'answers', 'presented_at', 'supersedes', 'comes_from', 'same_topic'));
comment on column relations.kind is 'Led to, carries out, answers, presented at, supersedes, comes from; or of the same topic, which claims no effect.';
