-- How somebody agreed whose registration the office entered.
alter table consents add column way text check (way in ('phone', 'writing', 'in_person'));
comment on column consents.way is 'How the person told the office that they agree: phone, writing or in_person. Null: they ticked it on the page themselves.';
