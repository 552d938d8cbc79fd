-- Indicators by age and sex are drawn together, as a pyramid.
alter table indicators
  add column sex text check (sex in ('women', 'men')),
  add column age_from integer check (age_from between 0 and 120),
  add column age_to integer check (age_to between 0 and 120),
  add check ((sex is null) = (age_from is null)),
  add check (age_to is null or age_from <= age_to);
comment on column indicators.sex is 'Of whom it counts people of an age: women or men. Empty: it is not by age and sex.';
comment on column indicators.age_from is 'The youngest it counts, in years.';
comment on column indicators.age_to is 'The oldest it counts, in years; empty: all above.';
