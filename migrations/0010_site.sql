-- Languages to choose, English beside German for the operator's facts and for sources, and when an account is erased.
alter table installation add column languages text[] not null default '{de,en}'
  check (languages in ('{de}', '{de,en}', '{en,de}'));
comment on column installation.languages is 'The languages of its pages and mails, the first one foremost. German is always among them.';

alter table operator_facts add column value_en text check (value_en <> '');
comment on column operator_facts.value is 'The fact, as it is to be printed; a day as 2026-10-01, an address with https.';
comment on column operator_facts.value_en is 'The fact in English, where it is words and has been translated.';

alter table sources alter column title type bilingual using jsonb_build_object('de', title)::bilingual;

comment on column people.email is 'Personal. Address to sign in with. Purpose: account. Deletion: with the account, 30 days after it was closed, or at once when the administration erases it.';
comment on column people.name is 'Personal. Name shown to colleagues. Purpose: account. Deletion: with the account, 30 days after it was closed, or at once when the administration erases it.';
comment on column people.disabled_at is 'When the account was closed; it can''t sign in any more, and is erased 30 days later.';
comment on column page_versions.by_person is 'Personal. Who wrote it. Purpose: accountability. Deletion: with the account; the version stays, without its author.';
comment on column audit.by_person is 'Personal. Number of who did it; the name goes with the account. Purpose: accountability. Deletion: two years after the entry.';
comment on column audit.before is 'Personal. Changed values before. Purpose: accountability. Deletion: with the account, registration or row it is about, two years after the entry at the latest.';
comment on column audit.after is 'Personal. Changed values after. Purpose: accountability. Deletion: with the account, registration or row it is about, two years after the entry at the latest.';
comment on column mails."values" is 'What the template needs beyond the row it is about; no secrets, and people by their number only.';
