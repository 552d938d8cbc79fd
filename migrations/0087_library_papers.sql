-- Papers of working groups are a type of their own, so that they are found as what they are.
alter table documents drop constraint documents_type_check;
alter table documents add constraint documents_type_check check (type in ('study', 'documentation', 'position', 'paper',
  'presentation', 'minutes', 'press', 'data_set', 'picture', 'recording'));
