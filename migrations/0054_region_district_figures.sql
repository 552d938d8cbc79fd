-- Area and population of districts are told by the atlas, with their source and day: nothing read these.
alter table districts drop column area_km2, drop column population, drop column population_as_of, drop column population_source_id;
