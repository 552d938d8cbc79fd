-- Organisations are told apart by official keys, and the register is kept by the office.
alter table organisations add column official_key text check (official_key <> '');
create unique index organisations_key on organisations (official_key);
comment on column organisations.official_key is 'Official key where there is one: AGS of a municipality or district, ROR of a university, LEI of a company.';
