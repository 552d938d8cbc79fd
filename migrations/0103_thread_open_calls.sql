-- Calls for consultation that everybody may read: what on, until when, who contributes what; not the contributions.
alter table consultations add column is_public boolean not null default false;
comment on column consultations.is_public is 'Whether everybody may read what it is about, until when, and who contributes what.';
create trigger consultations_changed after insert or update or delete or truncate on consultations for each statement execute function announce_change();
create trigger consultation_contributions_changed after insert or update or delete or truncate on consultation_contributions for each statement execute function announce_change();

-- Positions that were published before wordings were kept: what is published now is kept as their first one.
insert into position_versions (piece_id, number, title, text, reason, addressee, reference, points, note, made_at)
select p.id, 1, p.title, p.text, p.reason, p.addressee, p.reference,
  coalesce((select jsonb_agg(l.text order by l.position, l.id) from position_points l where l.piece_id = p.id), '[]'),
  'Nachträglich festgehalten. Wie die Position vorher lautete, ist hier nicht bekannt.', now()
from pieces p
where p.kind = 'position' and p.published_at is not null
  and not exists (select from position_versions v where v.piece_id = p.id);
