-- Editions are found by their year as well; of so few rows no index is needed.
drop index editions_words;
