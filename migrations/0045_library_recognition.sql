-- Text of scanned pages, recognised where a Tesseract is installed.
alter table document_versions add column recognition text not null default 'none'
  check (recognition in ('none', 'waiting', 'done', 'failed'));
comment on column document_versions.recognition is 'Whether its text is recognised from pictures of its pages: not asked for, on its way, done, or nothing was found.';
