-- A draft that is deleted leaves its traces: the record of changes keeps its entries, for the office alone.
alter table audit drop constraint audit_edition;
alter table audit add constraint audit_edition foreign key (edition_id) references editions on delete set null;
