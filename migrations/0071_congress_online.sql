-- Where who takes part online joins.
alter table editions add column online_url text;
comment on column editions.online_url is 'Where who takes part online joins; told to those with a confirmed place online, nobody else.';
