-- An organisation that a draft names must not be public before the draft is; what the register holds already stays there.
alter table organisations add column is_confirmed boolean not null default true;
comment on column organisations.is_confirmed is 'Whether the register shows it to everybody. Entered where something names it, it is not: until the office saves it, only who may see what names it sees it.';
create index organisations_unconfirmed on organisations (id) where not is_confirmed;
