-- Official keys as each country publishes them: local administrative units of any country, and a name in English beside.
alter table municipalities drop constraint municipalities_key_check;
alter table municipalities add constraint municipalities_key_check check (key ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$');
alter table municipalities add column name_en text check (name_en <> '');
comment on column municipalities.key is 'Official key as the country publishes it: AGS in Germany, else the code of the local administrative unit (LAU).';
comment on column municipalities.name_en is 'Name in English; empty: the same.';

alter table municipality_values drop constraint municipality_values_municipality_key_check;
alter table municipality_values add constraint municipality_values_municipality_key_check
  check (municipality_key ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$');
comment on column municipality_values.municipality_key is 'Official key (AGS, LAU); which municipality that is, loads of municipalities tell.';

alter table districts add column name_en text check (name_en <> '');
comment on column districts.name_en is 'Name in English; empty: the same.';
comment on column districts.key is 'Official key as the country publishes it: AGS in Germany (five digits), else its own or NUTS 3.';

alter table regions add column territory_key text unique;
comment on column regions.territory_key is 'Official key of the region (NUTS, or its country''s own) under which files tell its figures; empty where it has none.';
