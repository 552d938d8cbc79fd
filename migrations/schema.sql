-- What the migrations make, read back from the catalogue by `npm run schema`. For review; nothing runs it.

-- What a meeting is about, item by item.
table agenda_items
  id uuid not null default uuidv7()  -- Stable id.
  meeting_id uuid not null  -- The meeting.
  position integer not null  -- Order.
  title text not null  -- What it is about.
  who text  -- Who speaks to it.
  lasts_minutes integer  -- How long it may take.
  constraint agenda_items_lasts_minutes_check CHECK (((lasts_minutes >= 1) AND (lasts_minutes <= 1440)))
  constraint agenda_items_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE
  constraint agenda_items_pkey PRIMARY KEY (id)
  constraint agenda_items_title_check CHECK ((title <> ''::text))
  index agenda_items_meeting using btree (meeting_id, "position")
  TRIGGER agenda_items_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What a meeting agreed: decisions, and tasks with who and until when.
table agreements
  id uuid not null default uuidv7()  -- Stable id.
  group_id uuid not null  -- The group.
  meeting_id uuid not null  -- The meeting that agreed it.
  section_id uuid  -- The section of the minutes it stands in.
  kind text not null  -- A decision, or a task.
  text text not null  -- What was agreed.
  member_id uuid  -- Who does it.
  due_on date  -- Until when.
  state text not null default 'open'::text  -- Open, done, or dropped.
  revision integer not null default 1  -- Counts the changes.
  created_at timestamp with time zone not null  -- When it was entered.
  changed_at timestamp with time zone not null  -- When it was changed last.
  reminded_at timestamp with time zone  -- When its member was reminded last.
  constraint agreements_check CHECK (((kind = 'task'::text) OR ((member_id IS NULL) AND (due_on IS NULL) AND (state = 'open'::text))))
  constraint agreements_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE CASCADE
  constraint agreements_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'task'::text])))
  constraint agreements_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES minutes(meeting_id) ON DELETE CASCADE
  constraint agreements_member_id_fkey FOREIGN KEY (member_id) REFERENCES group_members(id) ON DELETE SET NULL
  constraint agreements_pkey PRIMARY KEY (id)
  constraint agreements_section_id_fkey FOREIGN KEY (section_id) REFERENCES minutes_sections(id) ON DELETE SET NULL
  constraint agreements_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
  constraint agreements_text_check CHECK ((text <> ''::text))
  index agreements_due using btree (due_on) where ((kind = 'task'::text) and (state = 'open'::text))
  index agreements_group using btree (group_id)
  index agreements_meeting using btree (meeting_id)
  index agreements_member using btree (member_id)
  index agreements_section using btree (section_id)
  index agreements_words using gin (both_words(text)) where (kind = 'decision'::text)
  TRIGGER agreements_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Searches whose new documents are told by mail. One that nobody confirms is deleted after two weeks.
table alerts
  id uuid not null default uuidv7()  -- Stable id.
  email text not null  -- Personal. Where new documents are told. Purpose: saved search. Deletion: when it is ended, or two weeks after nobody has confirmed it.
  language text not null  -- Language of the mails.
  search text not null  -- Personal. The search as its address says it. Purpose: saved search. Deletion: with the address.
  secret_hash bytea not null  -- Hash of the link that confirms and ends it.
  confirmed_at timestamp with time zone  -- When the link was used to confirm it; until then nothing is told.
  told_until timestamp with time zone not null  -- What was published later has not been told yet.
  created_at timestamp with time zone not null  -- When it was asked for.
  constraint alerts_email_search_key UNIQUE (email, search)
  constraint alerts_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint alerts_pkey PRIMARY KEY (id)
  constraint alerts_secret_hash_key UNIQUE (secret_hash)

-- The first answer to a form or API write, kept 24 hours so that sending twice acts once. Sealed with the sender's own key.
table answers
  key_hash bytea not null  -- SHA-256 of the key that came with the request.
  fingerprint bytea not null  -- HMAC-SHA-256 of address, viewer and body under the key, which is not here: the same key with other content is refused.
  sealed bytea  -- AES-256-GCM of the answer under a key derived from the sender's key; empty while the first request runs.
  at timestamp with time zone not null  -- When; deleted after 24 hours.
  constraint answers_pkey PRIMARY KEY (key_hash)
  index answers_at using btree (at)

-- Who changed what and when, with the values before and after. Entries about a registration are erased with it.
table audit
  id bigint not null identity  -- Running number.
  at timestamp with time zone not null  -- When.
  what text not null  -- Verb in the past: registration.confirmed.
  about uuid  -- The row it is about.
  edition_id uuid  -- The edition it belongs to; empty for the installation.
  by_kind text not null  -- What kind of viewer did it.
  by_person uuid  -- Personal. Number of who did it; the name goes with the account. Purpose: accountability. Deletion: two years after the entry.
  before jsonb  -- Personal. Changed values before. Purpose: accountability. Deletion: with the account, registration or row it is about, two years after the entry at the latest.
  after jsonb  -- Personal. Changed values after. Purpose: accountability. Deletion: with the account, registration or row it is about, two years after the entry at the latest.
  request_id text  -- The request's number, as in the log and on an error page.
  constraint audit_by_kind_check CHECK ((by_kind = ANY (ARRAY['nobody'::text, 'holder'::text, 'person'::text, 'system'::text])))
  constraint audit_edition FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE SET NULL
  constraint audit_pkey PRIMARY KEY (id)
  index audit_about using btree (about, at)
  index audit_at using btree (at)

-- Sessions a person has chosen.
table bookings
  registration_id uuid not null  -- Whose.
  edition_id uuid not null  -- The edition of both.
  session_id uuid not null  -- Which session.
  booked_at timestamp with time zone not null  -- Since when.
  constraint bookings_edition_id_session_id_fkey FOREIGN KEY (edition_id, session_id) REFERENCES sessions(edition_id, id)
  constraint bookings_pkey PRIMARY KEY (registration_id, session_id)
  constraint bookings_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE
  index bookings_session using btree (session_id)

-- Anything with a number of places: an edition, a ticket type, a session, later a bus or a dinner.
table capacities
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- Its edition.
  seats integer not null  -- How many places there are.
  taken integer not null default 0  -- How many are taken; equals the rows in places.
  constraint capacities_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint capacities_never_oversold CHECK ((taken <= seats))
  constraint capacities_pkey PRIMARY KEY (id)
  constraint capacities_seats_check CHECK ((seats >= 0))
  constraint capacities_taken_check CHECK ((taken >= 0))
  index capacities_edition using btree (edition_id)
  TRIGGER capacities_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Open WebAuthn challenges, five minutes each.
table challenges
  id uuid not null default uuidv7()  -- Carried by the form.
  challenge text not null  -- What the authenticator signs.
  person_id uuid  -- For whom; empty when signing in.
  expires_at timestamp with time zone not null  -- Until when.
  constraint challenges_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint challenges_pkey PRIMARY KEY (id)

-- The documents of a collection, in its order.
table collection_documents
  collection_id uuid not null  -- The collection.
  position integer not null  -- Order.
  document_id uuid not null  -- The document.
  constraint collection_documents_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES collections(id) ON DELETE CASCADE
  constraint collection_documents_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint collection_documents_pkey PRIMARY KEY (collection_id, document_id)
  index collection_documents_document using btree (document_id)
  TRIGGER collection_documents_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Documents put together under an introduction: a congress's documentation, a theme.
table collections
  id uuid not null default uuidv7()  -- Stable id.
  slug text not null  -- Last part of its address.
  title bilingual not null  -- Title.
  introduction bilingual  -- What it is about, in a few paragraphs (Markdown).
  edition_id uuid  -- Congress it documents.
  is_published boolean not null default false  -- Whether everybody sees it.
  is_example boolean not null default false  -- Made up to show how the library works; labelled everywhere.
  created_at timestamp with time zone not null  -- When it was entered.
  changed_at timestamp with time zone not null  -- Last change.
  revision integer not null default 1  -- Counts changes, so that two people don't overwrite each other.
  constraint collections_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE SET NULL
  constraint collections_pkey PRIMARY KEY (id)
  constraint collections_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint collections_slug_key UNIQUE (slug)
  index collections_edition using btree (edition_id)
  TRIGGER collections_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Texts one agrees to when registering; a change makes a new version.
table consent_texts
  id uuid not null default uuidv7()  -- Stable id.
  key text not null  -- Which text: terms, photos.
  version integer not null  -- Version.
  text bilingual not null  -- The text, Markdown.
  is_required boolean not null  -- Whether one can register without it.
  valid_from timestamp with time zone not null  -- From when it is shown.
  constraint consent_texts_key_check CHECK ((key ~ '^[a-z_]+$'::text))
  constraint consent_texts_key_version_key UNIQUE (key, version)
  constraint consent_texts_pkey PRIMARY KEY (id)
  constraint consent_texts_version_check CHECK ((version > 0))
  TRIGGER consent_texts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Which version of which text a person agreed to, and when.
table consents
  registration_id uuid not null  -- Whose.
  consent_text_id uuid not null  -- Which version.
  given_at timestamp with time zone not null  -- When.
  withdrawn_at timestamp with time zone  -- When it was taken back.
  way text  -- How the person told the office that they agree: phone, writing or in_person. Null: they ticked it on the page themselves.
  constraint consents_consent_text_id_fkey FOREIGN KEY (consent_text_id) REFERENCES consent_texts(id)
  constraint consents_pkey PRIMARY KEY (registration_id, consent_text_id)
  constraint consents_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE
  constraint consents_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'writing'::text, 'in_person'::text])))

-- Who contributes what to the answer to a consultation.
table consultation_contributions
  id uuid not null default uuidv7()  -- Stable id.
  consultation_id uuid not null  -- The consultation.
  organisation text not null  -- Who contributes.
  topic text not null  -- On what.
  email text  -- Personal. Who is asked for it. Purpose: asking, reminding. Deletion: a year after the due day.
  language text not null default 'de'::text  -- Language of the mails to them.
  secret_hash bytea not null  -- Hash of the secret in their link.
  text text not null default ''::text  -- Their contribution.
  contributor text not null default ''::text  -- Personal. Who wrote it, as they said. Purpose: questions about it. Deletion: a year after the due day.
  revision integer not null default 0  -- Counts changes, so that two people do not overwrite each other.
  received_at timestamp with time zone  -- When it came last.
  position integer not null  -- Order in the answer.
  constraint consultation_contributions_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultations(id) ON DELETE CASCADE
  constraint consultation_contributions_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint consultation_contributions_organisation_check CHECK ((organisation <> ''::text))
  constraint consultation_contributions_pkey PRIMARY KEY (id)
  constraint consultation_contributions_secret_hash_key UNIQUE (secret_hash)
  constraint consultation_contributions_topic_check CHECK ((topic <> ''::text))
  index consultation_contributions_consultation using btree (consultation_id)
  TRIGGER consultation_contributions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Consultations that the region answers together.
table consultations
  id uuid not null default uuidv7()  -- Stable id.
  title text not null  -- What is consulted on.
  text text not null default ''::text  -- What the answer should say, for who contributes.
  addressee text not null default ''::text  -- Who consults: a ministry, the European Commission.
  reference text not null default ''::text  -- Its number or name there.
  link text  -- Where its papers are.
  due date not null  -- The last day on which contributions are taken, in the installation's zone.
  position_id uuid  -- The position that the contributions were merged to.
  created_at timestamp with time zone not null  -- When it was entered.
  is_public boolean not null default false  -- Whether everybody may read what it is about, until when, and who contributes what.
  constraint consultations_pkey PRIMARY KEY (id)
  constraint consultations_position_id_fkey FOREIGN KEY (position_id) REFERENCES pieces(id) ON DELETE SET NULL
  constraint consultations_title_check CHECK ((title <> ''::text))
  index consultations_position using btree (position_id)
  TRIGGER consultations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Fields of cooperation that the office keeps: mobility, hydrogen, culture.
table cooperation_fields
  id text not null  -- Short name, stable; part of addresses.
  name bilingual not null  -- Name.
  position integer not null  -- Order in lists.
  constraint cooperation_fields_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint cooperation_fields_pkey PRIMARY KEY (id)
  TRIGGER cooperation_fields_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- One load of flows, of values of indicators, of municipalities or of boundaries. What counts is the newest that is published and not taken back.
table data_versions
  id uuid not null default uuidv7()  -- Its id.
  no bigint not null identity  -- Its number, to be cited: a later version has a larger one.
  kind text not null  -- Values of indicators, the kind of flows, municipalities, or boundaries of districts.
  as_of date  -- Reporting date of flows, day for which territories are valid; values of indicators tell their own.
  source_id text not null  -- Where the data are from.
  created_at timestamp with time zone not null  -- When it was loaded.
  published_at timestamp with time zone  -- When it was published; empty: nobody but the office sees it.
  withdrawn_at timestamp with time zone  -- When it was taken back; what was there before counts again.
  constraint data_versions_check CHECK (((withdrawn_at IS NULL) OR (published_at IS NOT NULL)))
  constraint data_versions_check1 CHECK (((kind = 'values'::text) OR (as_of IS NOT NULL)))
  constraint data_versions_kind_check CHECK ((kind = ANY (ARRAY['values'::text, 'commuters'::text, 'moves'::text, 'projects'::text, 'publications'::text, 'municipalities'::text, 'boundaries'::text])))
  constraint data_versions_no_key UNIQUE (no)
  constraint data_versions_pkey PRIMARY KEY (id)
  constraint data_versions_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  TRIGGER data_versions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Districts and cities that are districts of their own.
table districts
  key text not null  -- Official key as the country publishes it: AGS in Germany (five digits), else its own or NUTS 3.
  region_id text not null  -- Its region.
  name text not null  -- Name.
  kind text not null  -- City (Stadtkreis) or district (Landkreis).
  seat text  -- Seat of the administration.
  plate text  -- Letters of its number plates.
  label text not null  -- Name on plans, told apart from its neighbours.
  short text not null  -- Shortest label, for small plans.
  latitude double precision not null  -- Centroid, degrees WGS 84.
  longitude double precision not null  -- Centroid, degrees WGS 84.
  nuts text  -- Key in the European nomenclature (NUTS 3).
  name_en text  -- Name in English; empty: the same.
  constraint districts_kind_check CHECK ((kind = ANY (ARRAY['city'::text, 'district'::text])))
  constraint districts_name_en_check CHECK ((name_en <> ''::text))
  constraint districts_nuts_key UNIQUE (nuts)
  constraint districts_pkey PRIMARY KEY (key)
  constraint districts_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id)
  index districts_region using btree (region_id)
  TRIGGER districts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Who wrote a document, in the order printed.
table document_authors
  document_id uuid not null  -- The document.
  position integer not null  -- Order.
  kind text not null  -- A person or an organisation.
  name text not null  -- Personal. Name as printed; a person as “Family, Given”. Purpose: citation. Deletion: with the document, or by the office when the person asks for it.
  identifier text  -- Personal. Address of the ORCID or ROR identifier. Purpose: citation. Deletion: with the name.
  constraint document_authors_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_authors_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
  constraint document_authors_name_check CHECK ((name <> ''::text))
  constraint document_authors_pkey PRIMARY KEY (document_id, "position")
  TRIGGER document_authors_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The districts a document covers.
table document_districts
  document_id uuid not null  -- The document.
  district_key text not null  -- The district.
  constraint document_districts_district_key_fkey FOREIGN KEY (district_key) REFERENCES districts(key) ON DELETE CASCADE
  constraint document_districts_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_districts_pkey PRIMARY KEY (document_id, district_key)
  index document_districts_district using btree (district_key)
  TRIGGER document_districts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The text of each page of a version.
table document_pages
  document_id uuid not null  -- The document.
  version integer not null  -- The version.
  page integer not null  -- Number of the page, from 1.
  text text not null  -- Its text as read from the file.
  words tsvector not null generated as page_words(text)  -- Its words for the search, as stems; marked once more where they stand twice (²) or four times (⁴).
  constraint document_pages_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES document_versions(document_id, version) ON DELETE CASCADE
  constraint document_pages_page_check CHECK ((page > 0))
  constraint document_pages_pkey PRIMARY KEY (document_id, version, page)
  index document_pages_pairs using gin (word_pairs(words))
  index document_pages_words using gin (words)
  TRIGGER document_pages_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The regions a document covers.
table document_regions
  document_id uuid not null  -- The document.
  region_id text not null  -- The region.
  constraint document_regions_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_regions_pkey PRIMARY KEY (document_id, region_id)
  constraint document_regions_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE CASCADE
  index document_regions_region using btree (region_id)
  TRIGGER document_regions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What a document is to another one; shown at both.
table document_relations
  document_id uuid not null  -- The document.
  kind text not null  -- It supersedes the other, is part of it, its translation, or holds its data.
  other_id uuid not null  -- The other document.
  constraint document_relations_check CHECK ((document_id <> other_id))
  constraint document_relations_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_relations_kind_check CHECK ((kind = ANY (ARRAY['supersedes'::text, 'part_of'::text, 'translation_of'::text, 'data_for'::text])))
  constraint document_relations_other_id_fkey FOREIGN KEY (other_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_relations_pkey PRIMARY KEY (document_id, kind, other_id)
  index document_relations_other using btree (other_id)
  TRIGGER document_relations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What a document is about.
table document_subjects
  document_id uuid not null  -- The document.
  subject_id text not null  -- The subject.
  constraint document_subjects_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_subjects_pkey PRIMARY KEY (document_id, subject_id)
  constraint document_subjects_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES subjects(id)
  index document_subjects_subject using btree (subject_id)
  TRIGGER document_subjects_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The files of a document; none is ever overwritten.
table document_versions
  document_id uuid not null  -- The document.
  version integer not null  -- Running number.
  file_id uuid not null  -- The file, stored under its SHA-256.
  note bilingual  -- What is different in it.
  at timestamp with time zone not null  -- When it came.
  reading text not null default 'waiting'::text  -- What became of reading its text.
  page_count integer  -- Number of pages; empty while it has not been read.
  outline jsonb not null default '[]'::jsonb  -- Its table of contents: title, page, level.
  unit text not null default 'page'::text  -- What its pages are: pages, slides, sheets, or parts of a text without pages.
  accessibility jsonb  -- What was found of its accessibility; empty for what is no PDF.
  drawing text not null default 'none'::text  -- Whether its pages are drawn as pictures.
  picture_heights jsonb not null default '[]'::jsonb  -- Heights of the pictures of its first pages, in pixels at the width they are drawn in.
  recognition text not null default 'none'::text  -- Whether its text is recognised from pictures of its pages: not asked for, on its way, done, or nothing was found.
  constraint document_versions_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_versions_drawing_check CHECK ((drawing = ANY (ARRAY['none'::text, 'waiting'::text, 'drawn'::text, 'failed'::text])))
  constraint document_versions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint document_versions_pkey PRIMARY KEY (document_id, version)
  constraint document_versions_reading_check CHECK ((reading = ANY (ARRAY['waiting'::text, 'read'::text, 'scan'::text, 'picture'::text, 'encrypted'::text, 'broken'::text, 'empty'::text, 'too_large'::text])))
  constraint document_versions_recognition_check CHECK ((recognition = ANY (ARRAY['none'::text, 'waiting'::text, 'done'::text, 'failed'::text])))
  constraint document_versions_unit_check CHECK ((unit = ANY (ARRAY['page'::text, 'slide'::text, 'sheet'::text, 'part'::text])))
  constraint document_versions_version_check CHECK ((version > 0))
  constraint document_versions_words_stale TRIGGER DEFERRABLE INITIALLY DEFERRED
  index document_versions_file using btree (file_id)
  TRIGGER document_versions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()
  CONSTRAINT TRIGGER document_versions_words_stale AFTER UPDATE OF reading DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION document_words_stale('document_id')

-- All words of a document, said about it or in its current version. Written by triggers.
table document_words
  document_id uuid not null  -- The document.
  words text[] not null  -- Stems, each once.
  constraint document_words_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint document_words_pkey PRIMARY KEY (document_id)
  index document_words_words using gin (words)
  TRIGGER document_words_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What the library keeps: studies, documentation, minutes. Their files lie in versions.
table documents
  id uuid not null default uuidv7()  -- Stable id; leads to the document for ever.
  slug text not null  -- Last part of its address; stays once it is published.
  state text not null default 'draft'::text  -- Draft, published, or withdrawn: then its address says why.
  access text not null default 'public'::text  -- Who may read it: everybody, people with an account, or who sees its working group from inside, by its list or by a role.
  type text not null  -- What kind of document.
  language text not null default 'de'::text  -- Language it is written in.
  title text not null  -- Title as printed, in its own language.
  subtitle text not null default ''::text  -- Subtitle as printed.
  translated_title text not null default ''::text  -- Title in the other language of the pages.
  abstract bilingual  -- What it says, in a paragraph.
  publisher text not null default ''::text  -- Who published it.
  dated text  -- Date as precisely as it is known: 2022, 2022-05 or 2022-05-14.
  licence text not null default 'all-rights-reserved'::text  -- SPDX identifier of the licence, or all-rights-reserved.
  link text  -- Where the original is found.
  edition_id uuid  -- Congress it belongs to.
  session_id uuid  -- Point of a programme it belongs to.
  is_example boolean not null default false  -- Made up to show how the library works; labelled everywhere.
  current_version integer  -- Version that is shown; empty: a record without a file.
  published_at timestamp with time zone  -- When it was published first.
  withdrawn_at timestamp with time zone  -- When it was withdrawn.
  withdrawn_reason bilingual  -- Why it was withdrawn; its page says so.
  created_at timestamp with time zone not null  -- When it was entered.
  changed_at timestamp with time zone not null  -- Last change.
  revision integer not null default 1  -- Counts changes, so that two people don't overwrite each other.
  keywords text not null default ''::text  -- Personal. Authors and their identifiers, publisher, subjects, regions, DOI and URN in one text, to be searched. Purpose: finding. Deletion: with the document.
  year integer generated as ("left"(dated, 4))::integer  -- Year of the date.
  rights_note bilingual  -- What is to be said about rights beyond the licence.
  doi text  -- Its DOI, where it is registered elsewhere.
  urn text  -- Its URN, where it is registered elsewhere.
  embargo_until timestamp with time zone  -- Until then only the office sees its content; the record is there. Empty: no embargo.
  words tsvector not null generated as ((setweight(both_words(((((title || ' '::text) || subtitle) || ' '::text) || translated_title)), 'A'::"char") || setweight(both_words(keywords), 'B'::"char")) || setweight(both_words(((COALESCE(((abstract)::jsonb ->> 'de'::text), ''::text) || ' '::text) || COALESCE(((abstract)::jsonb ->> 'en'::text), ''::text))), 'C'::"char"))  -- Words of what is said about it, as stems.
  source text  -- What it is known by where it was taken from (doi:…, oai:…, the table's own identifier), so that nothing comes twice. Empty: entered here.
  group_id uuid  -- Working group it belongs to. When the group goes, what was for its members is for the office alone.
  proposed text[] not null default '{}'::text[]  -- Which of its fields were filled from its file and have not been looked at; saving or publishing empties it.
  constraint documents_access_check CHECK ((access = ANY (ARRAY['public'::text, 'members'::text, 'group'::text])))
  constraint documents_check CHECK (((state = 'draft'::text) OR (published_at IS NOT NULL)))
  constraint documents_check1 CHECK ((((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)) AND ((state = 'withdrawn'::text) = (withdrawn_reason IS NOT NULL))))
  constraint documents_current FOREIGN KEY (id, current_version) REFERENCES document_versions(document_id, version) DEFERRABLE INITIALLY DEFERRED
  constraint documents_dated_check CHECK ((dated ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  constraint documents_doi_check CHECK ((doi ~ '^10\.\d{4,9}/\S+$'::text))
  constraint documents_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE SET NULL
  constraint documents_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE SET NULL
  constraint documents_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text, 'fr'::text])))
  constraint documents_pkey PRIMARY KEY (id)
  constraint documents_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE SET NULL
  constraint documents_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint documents_slug_key UNIQUE (slug)
  constraint documents_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
  constraint documents_title_check CHECK ((title <> ''::text))
  constraint documents_type_check CHECK ((type = ANY (ARRAY['study'::text, 'documentation'::text, 'position'::text, 'paper'::text, 'presentation'::text, 'minutes'::text, 'press'::text, 'data_set'::text, 'picture'::text, 'recording'::text])))
  constraint documents_urn_check CHECK ((urn ~ '^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$'::text))
  constraint documents_words_added TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint documents_words_closed TRIGGER DEFERRABLE INITIALLY DEFERRED
  constraint documents_words_stale TRIGGER DEFERRABLE INITIALLY DEFERRED
  index documents_dated using btree (dated desc nulls last, published_at desc, id)
  index documents_edition using btree (edition_id)
  index documents_group using btree (group_id)
  index documents_session using btree (session_id)
  unique index documents_source using btree (source)
  index documents_title using gin (folded(title) gin_trgm_ops)
  index documents_titles using gin (folded(title) gin_trgm_ops)
  index documents_words using gin (words)
  TRIGGER documents_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()
  CONSTRAINT TRIGGER documents_words_added AFTER INSERT DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION document_words_stale('id')
  CONSTRAINT TRIGGER documents_words_closed AFTER UPDATE DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((((old.state IS DISTINCT FROM new.state) OR (old.access IS DISTINCT FROM new.access)) OR (old.embargo_until IS DISTINCT FROM new.embargo_until)) AND ((new.state <> 'published'::text) OR (new.access <> 'public'::text) OR (new.embargo_until IS NOT NULL)))) EXECUTE FUNCTION document_words_closed()
  CONSTRAINT TRIGGER documents_words_stale AFTER UPDATE DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.words IS DISTINCT FROM new.words) OR (old.current_version IS DISTINCT FROM new.current_version) OR (old.state IS DISTINCT FROM new.state) OR (old.access IS DISTINCT FROM new.access) OR (old.embargo_until IS DISTINCT FROM new.embargo_until))) EXECUTE FUNCTION document_words_stale('id')

-- Geometry that is data: the plan's layout by hand, the districts' boundaries.
table drawings
  kind text not null  -- plan: stops, bends, labels; boundaries: TopoJSON or GeoJSON of districts.
  data jsonb not null  -- The geometry.
  source_id text  -- Source to name beside it.
  version_id uuid  -- The load it came with; empty: it came with the installation.
  constraint drawings_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'boundaries'::text])))
  constraint drawings_kind_version UNIQUE NULLS NOT DISTINCT (kind, version_id)
  constraint drawings_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  constraint drawings_version_id_fkey FOREIGN KEY (version_id) REFERENCES data_versions(id) ON DELETE CASCADE
  TRIGGER drawings_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Documents of an edition: documentation, studies, papers, minutes.
table edition_documents
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  title bilingual not null  -- Title.
  kind bilingual not null  -- Studie, Papiere, Protokolle, Filme.
  year integer  -- Year.
  note bilingual  -- A sentence about it.
  link text  -- Where it lies on the web.
  file_id uuid  -- Or the file here; both empty: known, but not at hand.
  source_id text  -- Source.
  position integer not null  -- Order.
  constraint edition_documents_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint edition_documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint edition_documents_pkey PRIMARY KEY (id)
  constraint edition_documents_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  TRIGGER edition_documents_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Single facts about an edition, each with its source: participants, cost.
table edition_facts
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  label bilingual not null  -- What: Teilnehmende.
  value bilingual not null  -- How much, in words.
  source_id text  -- Source.
  position integer not null  -- Order.
  constraint edition_facts_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint edition_facts_pkey PRIMARY KEY (id)
  constraint edition_facts_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  TRIGGER edition_facts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Hosts and partners of an edition.
table edition_organisations
  edition_id uuid not null  -- The edition.
  organisation_id uuid not null  -- The organisation.
  part text not null  -- Host or partner.
  logo_file_id uuid  -- Logo to show.
  position integer not null  -- Order.
  constraint edition_organisations_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint edition_organisations_logo_file_id_fkey FOREIGN KEY (logo_file_id) REFERENCES files(id)
  constraint edition_organisations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint edition_organisations_part_check CHECK ((part = ANY (ARRAY['host'::text, 'partner'::text])))
  constraint edition_organisations_pkey PRIMARY KEY (edition_id, organisation_id, part)
  TRIGGER edition_organisations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- One congress of a series.
table editions
  id uuid not null default uuidv7()  -- Stable id.
  series_id uuid not null  -- Its series.
  number integer not null  -- Which one: 5 for the fifth.
  slug text not null  -- Its part of the URL: 2022-heilbronn.
  title bilingual not null  -- Title: 5. Metropolkongress.
  theme bilingual  -- Theme.
  motto bilingual  -- Motto.
  text bilingual  -- What it is about, Markdown.
  sort_on date not null  -- Day to sort by, also where the day itself is unknown.
  starts_at timestamp with time zone  -- Start; empty while unknown.
  ends_at timestamp with time zone  -- End.
  doors_at timestamp with time zone  -- When the doors open.
  date_text bilingual  -- The date in words where the day is unknown: Oktober 2026.
  town text  -- Town.
  venue text  -- Venue.
  address text  -- Street, number, postcode, town.
  latitude double precision  -- Place, degrees WGS 84.
  longitude double precision  -- Place, degrees WGS 84.
  district_key text  -- District it takes place in.
  region_id text  -- Region it takes place in; gives the page its colour.
  arrival bilingual  -- How to get there by public transport.
  step_free bilingual  -- How to get there and in without steps.
  host_note bilingual  -- What is to be said about hosts.
  groups_note bilingual  -- What is to be said about the working groups.
  programme_note bilingual  -- What is to be said about the programme.
  is_example boolean not null default false  -- Labelled as an example everywhere.
  announced_at timestamp with time zone  -- From when it is public.
  opens_at timestamp with time zone  -- Registration opens; a full minute.
  closes_at timestamp with time zone  -- Registration closes; a full minute.
  documented_at timestamp with time zone  -- From when the page leads with the documentation.
  state_by_hand text  -- State set by the office against the dates.
  capacity_id uuid  -- Places on site.
  last_number integer not null default 0  -- Last registration number given.
  created_at timestamp with time zone not null  -- When it was made.
  version integer not null default 1  -- Counts changes, for calendars.
  source_id text  -- What its own texts, motto and notes are from.
  online_url text  -- Where who takes part online joins; told to those with a confirmed place online, nobody else.
  constraint editions_capacity FOREIGN KEY (capacity_id) REFERENCES capacities(id)
  constraint editions_check CHECK ((ends_at > starts_at))
  constraint editions_check1 CHECK ((closes_at > opens_at))
  constraint editions_check2 CHECK ((((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))))
  constraint editions_district_key_fkey FOREIGN KEY (district_key) REFERENCES districts(key)
  constraint editions_number_check CHECK ((number > 0))
  constraint editions_pkey PRIMARY KEY (id)
  constraint editions_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id)
  constraint editions_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id)
  constraint editions_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint editions_slug_key UNIQUE (slug)
  constraint editions_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  constraint editions_state_by_hand_check CHECK ((state_by_hand = ANY (ARRAY['draft'::text, 'announced'::text, 'open'::text, 'closed'::text, 'held'::text, 'documented'::text])))
  unique index editions_number using btree (series_id, number) where (not is_example)
  TRIGGER editions_changed AFTER INSERT OR DELETE OR UPDATE OF title, theme, motto, text, sort_on, starts_at, ends_at, doors_at, date_text, town, venue, address, latitude, longitude, district_key, region_id, arrival, step_free, host_note, groups_note, programme_note, is_example, announced_at, opens_at, closes_at, documented_at, state_by_hand, capacity_id, slug, number, version OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Who is entitled in a vote, as it was when the vote was opened, and who has cast a ballot.
table electors
  id uuid not null default uuidv7()  -- Stable id.
  vote_id uuid not null  -- The vote.
  member_id uuid  -- The member, where members vote.
  organisation_id uuid  -- The organisation, where organisations vote.
  name text not null  -- Personal. Name of the member or organisation when the vote was opened. Purpose: record of the vote. Deletion: with the group.
  weight integer not null default 1  -- Their number of votes.
  has_cast boolean not null default false  -- Whether their ballot was cast. A secret vote keeps nothing more of them.
  cast_by uuid  -- Who cast it: a member, their deputy or proxy.
  constraint electors_cast_by_fkey FOREIGN KEY (cast_by) REFERENCES group_members(id) ON DELETE SET NULL
  constraint electors_member_id_fkey FOREIGN KEY (member_id) REFERENCES group_members(id) ON DELETE SET NULL
  constraint electors_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint electors_pkey PRIMARY KEY (id)
  constraint electors_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES votes(id) ON DELETE CASCADE
  constraint electors_weight_check CHECK ((weight >= 1))
  index electors_cast_by using btree (cast_by)
  index electors_member using btree (member_id)
  index electors_organisation using btree (organisation_id)
  index electors_vote using btree (vote_id)
  TRIGGER keep_votes BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_votes()

-- Asked changes of the address of a registration; the newest open one can be confirmed.
table email_changes
  id uuid not null  -- Stable id; in the order of asking.
  registration_id uuid not null  -- Whose.
  old_email text not null  -- Personal. Address before, empty for none. Purpose: take the change back. Deletion: two weeks after it was asked for.
  new_email text not null  -- Personal. Address to come. Purpose: confirm it. Deletion: two weeks after it was asked for.
  confirm_hash bytea not null  -- SHA-256 of the secret in the mail to the new address.
  keep_hash bytea not null  -- SHA-256 of the secret in the mail to the old address.
  asked_at timestamp with time zone not null  -- When it was asked for.
  confirmed_at timestamp with time zone  -- When the new address was confirmed.
  constraint email_changes_confirm_hash_key UNIQUE (confirm_hash)
  constraint email_changes_keep_hash_key UNIQUE (keep_hash)
  constraint email_changes_new_email_check CHECK ((new_email <> ''::text))
  constraint email_changes_pkey PRIMARY KEY (id)
  constraint email_changes_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE
  index email_changes_registration using btree (registration_id, id)

-- Figures that stand on the home page.
table figures
  key text not null  -- Short key.
  value double precision not null  -- The number.
  text bilingual not null  -- The sentence that follows it.
  as_of text not null  -- Date or period.
  source_id text not null  -- Source.
  position integer not null  -- Order.
  constraint figures_pkey PRIMARY KEY (key)
  constraint figures_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  TRIGGER figures_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Uploaded files; their bytes lie in the data folder under their SHA-256.
table files
  id uuid not null default uuidv7()  -- Stable id, part of the URL.
  sha256 bytea not null  -- SHA-256 of the bytes, also their place in the data folder.
  bytes bigint not null  -- Size in bytes.
  media_type text not null  -- Type by content, not by name.
  name text not null  -- File name as uploaded, cleaned.
  alt bilingual  -- Alternative text; required where a picture is shown.
  width integer  -- Width of a picture in pixels.
  height integer  -- Height of a picture in pixels.
  is_public boolean not null default false  -- Whether signed-out visitors may load it.
  created_at timestamp with time zone not null  -- When it was uploaded.
  checked_at timestamp with time zone  -- When its bytes were last compared with its SHA-256.
  is_damaged boolean not null default false  -- Whether its bytes were missing or others then.
  constraint files_bytes_check CHECK ((bytes > 0))
  constraint files_pkey PRIMARY KEY (id)
  index files_checked using btree (checked_at nulls first)
  index files_sha256 using btree (sha256)
  TRIGGER files_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Flows from district to district: commuters, moves and others, as the kind of their version says.
table flows
  home text not null  -- District they come from: of commuters, where they live.
  work text not null  -- District they go to: of commuters, where they work.
  people integer not null  -- How many, as published.
  version_id uuid not null  -- The load it came with, which tells its kind and source.
  constraint flows_check CHECK ((home <> work))
  constraint flows_home_fkey FOREIGN KEY (home) REFERENCES districts(key)
  constraint flows_people_check CHECK ((people > 0))
  constraint flows_pkey PRIMARY KEY (version_id, home, work)
  constraint flows_version_id_fkey FOREIGN KEY (version_id) REFERENCES data_versions(id) ON DELETE CASCADE
  constraint flows_work_fkey FOREIGN KEY (work) REFERENCES districts(key)
  index flows_work using btree (version_id, work)
  TRIGGER flows_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Organisations that were merged into others: their addresses lead on.
table former_organisations
  id uuid not null  -- The id of the one that went.
  organisation_id uuid not null  -- The one that stayed.
  constraint former_organisations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
  constraint former_organisations_pkey PRIMARY KEY (id)
  index former_organisations_organisation using btree (organisation_id)
  TRIGGER former_organisations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Who works in a group, for which organisation, and who is invited or has asked to.
table group_members
  id uuid not null default uuidv7()  -- Stable id.
  group_id uuid not null  -- The group.
  person_id uuid  -- The account; none before an invitation is accepted or a request admitted.
  organisation_id uuid  -- The organisation they speak for.
  part text not null  -- Lead, member or observer.
  state text not null  -- Invited: a mail waits for its answer; asked: the lead has to decide; active; left.
  way text not null  -- How they came: invited, by request, openly.
  deputy_for uuid  -- The member they stand in for.
  email text  -- Personal. Address of who is invited or has asked without an account. Purpose: invitation. Deletion: with the answer, or after 60 days without one.
  name text  -- Personal. Name as typed in the invitation or request. Purpose: invitation. Deletion: with the answer, or after 60 days without one.
  message text  -- Personal. What somebody wrote to the lead who asks to join. Purpose: joining. Deletion: with the answer, or after 60 days without one.
  language text not null default 'de'::text  -- Language of the invitation.
  secret_hash bytea  -- SHA-256 of the secret in the invitation's link, until it is answered.
  is_name_public boolean not null default false  -- Whether they agree that everybody sees their name, where the group shows its people.
  is_organisation_public boolean not null default false  -- The same for their organisation.
  is_email_shown boolean not null default false  -- Whether they agree that the others in the group see their address.
  created_at timestamp with time zone not null  -- When the invitation or request came; of a request by mail, when it was confirmed.
  joined_at timestamp with time zone  -- When they became a member.
  left_at timestamp with time zone  -- When they left.
  is_removed boolean not null default false  -- Whether a lead ended it: who was removed comes back by request or invitation only.
  is_speaker boolean not null default false  -- Whether a lead has confirmed that they speak for the organisation. Only then they vote for it.
  constraint group_members_check CHECK ((deputy_for <> id))
  constraint group_members_check1 CHECK ((is_removed <= (state = 'left'::text)))
  constraint group_members_check2 CHECK (((person_id IS NULL) = (email IS NOT NULL)))
  constraint group_members_check3 CHECK (((state = 'invited'::text) = (secret_hash IS NOT NULL)))
  constraint group_members_check4 CHECK (((state = 'active'::text) <= (joined_at IS NOT NULL)))
  constraint group_members_check5 CHECK (((state = 'left'::text) = (left_at IS NOT NULL)))
  constraint group_members_check6 CHECK (((state = ANY (ARRAY['active'::text, 'left'::text])) <= (person_id IS NOT NULL)))
  constraint group_members_check7 CHECK (((state = 'invited'::text) <= (person_id IS NULL)))
  constraint group_members_check8 CHECK ((is_speaker <= (organisation_id IS NOT NULL)))
  constraint group_members_deputy_for_fkey FOREIGN KEY (deputy_for) REFERENCES group_members(id) ON DELETE SET NULL
  constraint group_members_email_check CHECK ((email <> ''::text))
  constraint group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE CASCADE
  constraint group_members_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint group_members_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint group_members_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'member'::text, 'observer'::text])))
  constraint group_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint group_members_pkey PRIMARY KEY (id)
  constraint group_members_secret_hash_key UNIQUE (secret_hash)
  constraint group_members_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'asked'::text, 'active'::text, 'left'::text])))
  constraint group_members_way_check CHECK ((way = ANY (ARRAY['invitation'::text, 'request'::text, 'open'::text])))
  index group_members_deputy using btree (deputy_for)
  unique index group_members_email using btree (group_id, lower(email))
  index group_members_of_person using btree (person_id)
  index group_members_organisation using btree (organisation_id)
  unique index group_members_person using btree (group_id, person_id) where (state <> 'left'::text)
  TRIGGER group_members_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The file a data version was read from, and what was found in it.
table imports
  version_id uuid not null  -- The version that it becomes.
  file_id uuid not null  -- The file as it was published.
  name text not null  -- Its name.
  format text not null  -- The form it was recognised as.
  state text not null default 'waiting'::text  -- Waiting to be read, being read, read, or given up.
  mapping jsonb not null  -- Which of its columns is which indicator, and what else the office has told.
  findings jsonb not null default '[]'::jsonb  -- What the checks have found; a failing one holds publishing back.
  rows_read integer not null default 0  -- Rows read so far.
  changed_at timestamp with time zone not null  -- When something was last done with it.
  constraint imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint imports_pkey PRIMARY KEY (version_id)
  constraint imports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'read'::text, 'failed'::text])))
  constraint imports_version_id_fkey FOREIGN KEY (version_id) REFERENCES data_versions(id) ON DELETE CASCADE
  index imports_file using btree (file_id)
  TRIGGER imports_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What an indicator says of a territory in a year. No row: not known, which is not zero.
table indicator_values
  version_id uuid not null  -- The load it came with, which tells its source.
  indicator_id text not null  -- The indicator.
  year integer not null  -- The year it stands for.
  district_key text  -- The district; empty for a region or the whole.
  region_id text  -- The region; both empty: the whole metropolitan region.
  value double precision  -- The number as published; empty where it is secret.
  status text not null default 'final'::text  -- How sure it is; secret: known to the source, not to be told or computed.
  as_of text not null  -- Day or period as precisely as it is known: 2025-12-31, 2018, 2023/24.
  constraint indicator_values_check CHECK ((num_nonnulls(district_key, region_id) <= 1))
  constraint indicator_values_check1 CHECK (((status = 'secret'::text) = (value IS NULL)))
  constraint indicator_values_district_key_fkey FOREIGN KEY (district_key) REFERENCES districts(key)
  constraint indicator_values_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id)
  constraint indicator_values_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id)
  constraint indicator_values_status_check CHECK ((status = ANY (ARRAY['final'::text, 'preliminary'::text, 'estimated'::text, 'secret'::text])))
  constraint indicator_values_value_check CHECK (((value > '-Infinity'::double precision) AND (value < 'Infinity'::double precision)))
  constraint indicator_values_version_id_fkey FOREIGN KEY (version_id) REFERENCES data_versions(id) ON DELETE CASCADE
  constraint indicator_values_version_id_indicator_id_year_district_key__key UNIQUE NULLS NOT DISTINCT (version_id, indicator_id, year, district_key, region_id)
  constraint indicator_values_year_check CHECK (((year >= 1800) AND (year <= 2200)))
  index indicator_values_indicator using btree (indicator_id, year)
  TRIGGER indicator_values_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What the atlas measures.
table indicators
  id text not null  -- Short name, stable.
  position integer not null  -- Order in lists.
  topic text not null  -- What it is about.
  name bilingual not null  -- Name.
  definition bilingual not null  -- What exactly is counted.
  unit bilingual not null  -- What the number counts, behind the number.
  method bilingual  -- How it is gathered or computed, and what a reader must know.
  kind text not null  -- A count is drawn as circles, never as coloured areas; a ratio is a share or per head.
  decimals integer not null default 0  -- Digits shown behind the comma.
  direction text not null default 'none'::text  -- Whether more or less of it is better, or neither.
  aggregation text not null  -- How regions follow from districts: sum, weighted mean, or not at all (a median).
  weight_id text  -- What a weighted mean is weighted by.
  derivation text  -- Computed from two others: first by second times factor, or first minus second; empty: gathered.
  first_id text  -- What is divided or subtracted from.
  second_id text  -- What it is divided by or what is subtracted.
  factor double precision not null default 1  -- Times this: 1000 for per thousand.
  frequency text not null default 'year'::text  -- How often there are new values.
  sex text  -- Of whom it counts people of an age: women or men. Empty: it is not by age and sex.
  age_from integer  -- The youngest it counts, in years.
  age_to integer  -- The oldest it counts, in years; empty: all above.
  constraint indicators_age_from_check CHECK (((age_from >= 0) AND (age_from <= 120)))
  constraint indicators_age_to_check CHECK (((age_to >= 0) AND (age_to <= 120)))
  constraint indicators_aggregation_check CHECK ((aggregation = ANY (ARRAY['sum'::text, 'mean'::text, 'none'::text])))
  constraint indicators_check CHECK ((((derivation IS NULL) = (first_id IS NULL)) AND ((derivation IS NULL) = (second_id IS NULL))))
  constraint indicators_check1 CHECK (((aggregation <> 'mean'::text) OR (weight_id IS NOT NULL) OR (derivation = 'ratio'::text)))
  constraint indicators_check2 CHECK (((kind = 'count'::text) OR (aggregation <> 'sum'::text)))
  constraint indicators_check3 CHECK (((sex IS NULL) = (age_from IS NULL)))
  constraint indicators_check4 CHECK (((age_to IS NULL) OR (age_from <= age_to)))
  constraint indicators_decimals_check CHECK (((decimals >= 0) AND (decimals <= 3)))
  constraint indicators_derivation_check CHECK ((derivation = ANY (ARRAY['ratio'::text, 'difference'::text])))
  constraint indicators_direction_check CHECK ((direction = ANY (ARRAY['more'::text, 'less'::text, 'none'::text])))
  constraint indicators_first_id_fkey FOREIGN KEY (first_id) REFERENCES indicators(id)
  constraint indicators_frequency_check CHECK ((frequency = ANY (ARRAY['year'::text, 'once'::text])))
  constraint indicators_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint indicators_kind_check CHECK ((kind = ANY (ARRAY['count'::text, 'ratio'::text])))
  constraint indicators_pkey PRIMARY KEY (id)
  constraint indicators_second_id_fkey FOREIGN KEY (second_id) REFERENCES indicators(id)
  constraint indicators_sex_check CHECK ((sex = ANY (ARRAY['women'::text, 'men'::text])))
  constraint indicators_topic_check CHECK ((topic = ANY (ARRAY['people'::text, 'economy'::text, 'work'::text, 'science'::text, 'land'::text])))
  constraint indicators_weight_id_fkey FOREIGN KEY (weight_id) REFERENCES indicators(id)
  index indicators_words using gin (bilingual_words((name)::jsonb, (definition)::jsonb, ''::text))
  TRIGGER indicators_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The one region this installation serves.
table installation
  is_only boolean not null default true  -- There is exactly one row.
  name bilingual not null  -- Full name.
  short text not null  -- Short name or abbreviation.
  zone text not null default 'Europe/Berlin'::text  -- IANA time zone of its places.
  is_example boolean not null default false  -- Whether the example content is loaded.
  logo_file_id uuid  -- Its own logo instead of the mark of lines.
  contact_email text  -- Address of the office, shown on public pages.
  set_up_at timestamp with time zone  -- When the set-up was finished; empty: the set-up page is open.
  languages text[] not null default '{de,en}'::text[]  -- The languages of its pages and mails, the first one foremost. German is always among them.
  constraint installation_is_only_check CHECK (is_only)
  constraint installation_languages_check CHECK ((((languages = '{de}'::text[]) OR (languages = '{de,en}'::text[])) OR (languages = '{en,de}'::text[])))
  constraint installation_logo_file_id_fkey FOREIGN KEY (logo_file_id) REFERENCES files(id)
  constraint installation_pkey PRIMARY KEY (is_only)
  TRIGGER installation_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The files that came with an intake, until it is done.
table intake_files
  intake_id uuid not null  -- The intake.
  name text not null  -- Name as it came, without folders.
  file_id uuid  -- The file; empty where it was refused.
  reason text  -- Why it was refused, by key.
  constraint intake_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint intake_files_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES intakes(id) ON DELETE CASCADE
  constraint intake_files_pkey PRIMARY KEY (intake_id, name)
  index intake_files_file using btree (file_id)

-- The rows of an intake, each a document on its way.
table intake_rows
  intake_id uuid not null  -- The intake.
  line integer not null  -- Its line in the table, or its number in the export.
  said jsonb not null  -- Personal. What the row says, authors among it. Purpose: taking in documents. Deletion: with the intake, three months at most.
  state text not null default 'waiting'::text  -- Waiting, taken in, known already, refused.
  reason text  -- Why it was refused, by key.
  about text  -- The value that was refused.
  document_id uuid  -- The document it became, or was already.
  constraint intake_rows_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE SET NULL
  constraint intake_rows_intake_id_fkey FOREIGN KEY (intake_id) REFERENCES intakes(id) ON DELETE CASCADE
  constraint intake_rows_line_check CHECK ((line > 0))
  constraint intake_rows_pkey PRIMARY KEY (intake_id, line)
  constraint intake_rows_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'known'::text, 'refused'::text])))
  index intake_rows_document using btree (document_id)
  index intake_rows_waiting using btree (intake_id, line) where (state = 'waiting'::text)

-- Documents that are taken in together. Those never begun are deleted after a week, the others after three months.
table intakes
  id uuid not null default uuidv7()  -- Stable id.
  kind text not null  -- From a table, from another repository's export, or harvested by OAI-PMH.
  name text not null  -- The file, or the address that is harvested.
  set_spec text not null default ''::text  -- The one set of a harvest; empty: everything.
  state text not null  -- Being fetched, waiting for the office, being taken in, done.
  columns jsonb not null default '[]'::jsonb  -- A table's columns: what each is called and which field it fills.
  token text  -- Where the harvest goes on.
  problem text  -- Why the harvest ended before its end.
  created_at timestamp with time zone not null  -- When it came.
  changed_at timestamp with time zone not null  -- Last change.
  constraint intakes_kind_check CHECK ((kind = ANY (ARRAY['table'::text, 'records'::text, 'harvest'::text])))
  constraint intakes_pkey PRIMARY KEY (id)
  constraint intakes_state_check CHECK ((state = ANY (ARRAY['fetching'::text, 'draft'::text, 'running'::text, 'done'::text])))

-- Every word of what can be searched once, without case and accents: what a search finds compounds and typing errors in. Shown to nobody.
table known_words
  word text not null  -- The word.
  is_public boolean not null  -- It stands in something that everybody may read; others help nobody but the office, so that no word betrays what is hidden.
  constraint known_words_pkey PRIMARY KEY (word)
  index known_words_parts using gin (word gin_trgm_ops)
  TRIGGER known_words_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Templates the office has changed; where a row is missing the built-in text serves.
table mail_templates
  template text not null  -- Name of the template.
  language text not null  -- Language of this text.
  subject text not null  -- Subject with placeholders.
  body text not null  -- Body in the small Markdown of templates, with placeholders.
  changed_at timestamp with time zone not null  -- Last change.
  constraint mail_templates_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint mail_templates_pkey PRIMARY KEY (template, language)

-- The outbox: one row for each mail to one recipient.
table mails
  id uuid not null default uuidv7()  -- Also the Message-ID.
  template text not null  -- Name of the template: registration.confirmed.
  about uuid  -- The row it is about.
  edition_id uuid  -- The edition it belongs to.
  recipient text not null  -- Personal. Address. Purpose: delivery and proof of it. Deletion: 90 days after sending.
  language text not null  -- Language of the mail.
  values jsonb not null default '{}'::jsonb  -- What the template needs beyond the row it is about; no secrets, and people by their number only.
  state text not null default 'queued'::text  -- queued; sent by SMTP; kept as a file because no SMTP is set; failed for good; useless because its reason had passed.
  attempts integer not null default 0  -- How often sending was tried.
  last_error text  -- Answer of the mail server to the last failed try.
  subject text  -- Subject as sent.
  body text  -- Personal. Text as sent, secret links masked. Purpose: the office can see what was written. Deletion: 90 days after sending.
  kept_as text  -- File name under the data folder when kept.
  queued_at timestamp with time zone not null  -- When it was queued.
  sent_at timestamp with time zone  -- When it was sent or kept.
  constraint mails_edition FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint mails_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint mails_pkey PRIMARY KEY (id)
  constraint mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'useless'::text])))
  index mails_about using btree (about)
  index mails_queued_at using btree (queued_at desc)
  index mails_recipient using btree (lower(recipient), queued_at desc)

-- Which dates suit whom.
table meeting_answers
  guest_id uuid not null  -- Who says so.
  option_id uuid not null  -- The date.
  answer text not null  -- Yes, if need be, or no.
  constraint meeting_answers_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'if_need_be'::text, 'no'::text])))
  constraint meeting_answers_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES meeting_guests(id) ON DELETE CASCADE
  constraint meeting_answers_option_id_fkey FOREIGN KEY (option_id) REFERENCES meeting_options(id) ON DELETE CASCADE
  constraint meeting_answers_pkey PRIMARY KEY (guest_id, option_id)
  index meeting_answers_option using btree (option_id)

-- Who is invited to a meeting: members, and guests by their address.
table meeting_guests
  id uuid not null default uuidv7()  -- Stable id.
  meeting_id uuid not null  -- The meeting.
  member_id uuid  -- The member; none for a guest.
  name text  -- Personal. Name of a guest. Purpose: invitation. Deletion: one year after the meeting.
  email text  -- Personal. Address of a guest. Purpose: invitation. Deletion: one year after the meeting.
  language text not null default 'de'::text  -- Language of mails to a guest.
  secret_hash bytea not null  -- SHA-256 of the secret in their link.
  answered_at timestamp with time zone  -- When they last said which dates suit them.
  reply text  -- Whether they come.
  replied_at timestamp with time zone  -- When they said so.
  note text  -- Personal. What they said with it. Purpose: planning the meeting. Deletion: one year after the meeting.
  is_present boolean  -- Whether they were there; empty until attendance is taken.
  constraint meeting_guests_check CHECK (((member_id IS NULL) = (email IS NOT NULL)))
  constraint meeting_guests_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint meeting_guests_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE
  constraint meeting_guests_meeting_id_member_id_key UNIQUE (meeting_id, member_id)
  constraint meeting_guests_member_id_fkey FOREIGN KEY (member_id) REFERENCES group_members(id) ON DELETE CASCADE
  constraint meeting_guests_pkey PRIMARY KEY (id)
  constraint meeting_guests_reply_check CHECK ((reply = ANY (ARRAY['yes'::text, 'no'::text])))
  constraint meeting_guests_secret_hash_key UNIQUE (secret_hash)
  unique index meeting_guests_email using btree (meeting_id, lower(email))
  index meeting_guests_member using btree (member_id)

-- Every invitation as it was sent; never changed afterwards.
table meeting_invitations
  id uuid not null default uuidv7()  -- Stable id.
  meeting_id uuid not null  -- The meeting.
  kind text not null  -- Asks for a date, invites, or calls the meeting off.
  version integer not null  -- SEQUENCE of the appointment it carried.
  sent_at timestamp with time zone not null  -- When it was sent.
  sent_by uuid  -- Who sent it.
  recipients integer not null  -- To how many.
  content jsonb not null  -- What it said: title, time, place, link, note, agenda.
  calendar text  -- The iCalendar file that came with it.
  constraint meeting_invitations_kind_check CHECK ((kind = ANY (ARRAY['poll'::text, 'invitation'::text, 'cancellation'::text])))
  constraint meeting_invitations_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE
  constraint meeting_invitations_pkey PRIMARY KEY (id)
  constraint meeting_invitations_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id) ON DELETE SET NULL
  index meeting_invitations_meeting using btree (meeting_id)
  TRIGGER keep_invitation BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION keep_invitation()

-- Dates that a meeting could have.
table meeting_options
  id uuid not null default uuidv7()  -- Stable id.
  meeting_id uuid not null  -- The meeting.
  starts_at timestamp with time zone not null  -- Begin.
  ends_at timestamp with time zone not null  -- End.
  constraint meeting_options_check CHECK ((ends_at > starts_at))
  constraint meeting_options_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE
  constraint meeting_options_meeting_id_starts_at_key UNIQUE (meeting_id, starts_at)
  constraint meeting_options_pkey PRIMARY KEY (id)

-- Meetings of working groups.
table meetings
  id uuid not null default uuidv7()  -- Stable id.
  group_id uuid not null  -- The group that meets.
  title text not null  -- What the meeting is called.
  state text not null  -- Polling: a date is being found; planned; held; cancelled.
  starts_at timestamp with time zone  -- Begin; none while a date is being found.
  ends_at timestamp with time zone  -- End.
  place text  -- Where one meets.
  link text  -- Address of the video conference; shown to those invited alone.
  note text  -- What is to be said to those invited.
  version integer not null default 0  -- How often an invitation was sent; SEQUENCE of the appointment (RFC 5545).
  revision integer not null default 1  -- Counts the changes of what an invitation says.
  told_revision integer  -- The revision that the last invitation told.
  created_at timestamp with time zone not null  -- When it was entered.
  created_by uuid  -- Who entered it.
  constraint meetings_check CHECK ((ends_at > starts_at))
  constraint meetings_check1 CHECK (((starts_at IS NULL) = (ends_at IS NULL)))
  constraint meetings_check2 CHECK (((state = ANY (ARRAY['polling'::text, 'cancelled'::text])) OR (starts_at IS NOT NULL)))
  constraint meetings_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL
  constraint meetings_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE CASCADE
  constraint meetings_pkey PRIMARY KEY (id)
  constraint meetings_state_check CHECK ((state = ANY (ARRAY['polling'::text, 'planned'::text, 'held'::text, 'cancelled'::text])))
  constraint meetings_title_check CHECK ((title <> ''::text))
  index meetings_group using btree (group_id)
  TRIGGER meetings_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Stations on the way to an edition: kick-off, meetings.
table milestones
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  happens_on date not null  -- Day.
  title bilingual not null  -- What.
  text bilingual  -- More about it.
  source_id text  -- Source.
  constraint milestones_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint milestones_pkey PRIMARY KEY (id)
  constraint milestones_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  TRIGGER milestones_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Minutes of meetings. Once approved they never change.
table minutes
  meeting_id uuid not null  -- The meeting.
  state text not null default 'draft'::text  -- Draft; open to comments by those who were there; approved.
  created_at timestamp with time zone not null  -- When they were begun.
  created_by uuid  -- Who began them.
  approved_at timestamp with time zone  -- When they were approved.
  approved_by uuid  -- Who entered the approval.
  content jsonb  -- Personal. What was approved, with the names of those present. Purpose: record of the group. Deletion: with the group.
  pdf bytea  -- Personal. The same as a document. Purpose: record of the group. Deletion: with the group.
  sha256 bytea  -- SHA-256 of the document, by which it is known again.
  constraint minutes_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES people(id) ON DELETE SET NULL
  constraint minutes_check CHECK (((state = 'approved'::text) = (approved_at IS NOT NULL)))
  constraint minutes_check1 CHECK (((state = 'approved'::text) = (content IS NOT NULL)))
  constraint minutes_check2 CHECK (((state = 'approved'::text) = (pdf IS NOT NULL)))
  constraint minutes_check3 CHECK (((state = 'approved'::text) = (sha256 IS NOT NULL)))
  constraint minutes_check4 CHECK ((sha256 = sha256(pdf)))
  constraint minutes_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL
  constraint minutes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE
  constraint minutes_pkey PRIMARY KEY (meeting_id)
  constraint minutes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'commenting'::text, 'approved'::text])))
  TRIGGER keep_minutes BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION keep_minutes()
  TRIGGER minutes_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Other words for a section of minutes, proposed by who was there before they are approved.
table minutes_amendments
  id uuid not null default uuidv7()  -- Stable id.
  section_id uuid not null  -- The section.
  person_id uuid  -- Who proposes it.
  at timestamp with time zone not null  -- When.
  seen integer not null  -- Revision of the section that they had before them.
  text text not null  -- What the section is to say.
  reason text not null  -- Why.
  state text not null default 'open'::text  -- What became of it.
  decided_at timestamp with time zone  -- When that was decided.
  decided_by uuid  -- Who decided.
  answer text  -- What the lead says to it; needed where it is declined.
  guest_id uuid  -- The guest who proposes it, by their link; none where a member does, or the guest was erased.
  constraint minutes_amendments_check CHECK (((state = 'open'::text) = (decided_at IS NULL)))
  constraint minutes_amendments_check1 CHECK (((state <> 'declined'::text) OR (answer IS NOT NULL)))
  constraint minutes_amendments_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id) ON DELETE SET NULL
  constraint minutes_amendments_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES meeting_guests(id) ON DELETE SET NULL
  constraint minutes_amendments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL
  constraint minutes_amendments_pkey PRIMARY KEY (id)
  constraint minutes_amendments_reason_check CHECK ((reason <> ''::text))
  constraint minutes_amendments_section_id_fkey FOREIGN KEY (section_id) REFERENCES minutes_sections(id) ON DELETE CASCADE
  constraint minutes_amendments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text])))
  index minutes_amendments_decider using btree (decided_by)
  index minutes_amendments_guest using btree (guest_id)
  index minutes_amendments_person using btree (person_id)
  index minutes_amendments_section using btree (section_id)

-- What those who were there say to a section before it is approved.
table minutes_comments
  id uuid not null default uuidv7()  -- Stable id.
  section_id uuid not null  -- The section.
  person_id uuid  -- Who says so.
  text text not null  -- What they say.
  at timestamp with time zone not null  -- When.
  guest_id uuid  -- The guest who says so, by their link; none where a member does, or the guest was erased.
  constraint minutes_comments_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES meeting_guests(id) ON DELETE SET NULL
  constraint minutes_comments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL
  constraint minutes_comments_pkey PRIMARY KEY (id)
  constraint minutes_comments_section_id_fkey FOREIGN KEY (section_id) REFERENCES minutes_sections(id) ON DELETE CASCADE
  constraint minutes_comments_text_check CHECK ((text <> ''::text))
  index minutes_comments_guest using btree (guest_id)
  index minutes_comments_section using btree (section_id)

-- Sections of minutes; one for each item of the agenda to begin with.
table minutes_sections
  id uuid not null default uuidv7()  -- Stable id.
  meeting_id uuid not null  -- The meeting.
  agenda_item_id uuid  -- The item it is about.
  position integer not null  -- Order.
  title text not null  -- Heading.
  text text not null default ''::text  -- What was said (Markdown).
  revision integer not null default 1  -- Counts the changes.
  changed_at timestamp with time zone not null  -- When it was changed last.
  changed_by uuid  -- Who changed it last.
  constraint minutes_sections_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE SET NULL
  constraint minutes_sections_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id) ON DELETE SET NULL
  constraint minutes_sections_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES minutes(meeting_id) ON DELETE CASCADE
  constraint minutes_sections_pkey PRIMARY KEY (id)
  constraint minutes_sections_title_check CHECK ((title <> ''::text))
  index minutes_sections_item using btree (agenda_item_id)
  index minutes_sections_meeting using btree (meeting_id, "position")
  TRIGGER keep_minutes BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_minutes()

-- Every version of a section; nothing that was saved is lost.
table minutes_versions
  section_id uuid not null  -- The section.
  revision integer not null  -- Which version.
  title text not null  -- Heading.
  text text not null  -- What it said.
  at timestamp with time zone not null  -- When it was saved.
  by_person uuid  -- Who saved it.
  constraint minutes_versions_by_person_fkey FOREIGN KEY (by_person) REFERENCES people(id) ON DELETE SET NULL
  constraint minutes_versions_pkey PRIMARY KEY (section_id, revision)
  constraint minutes_versions_section_id_fkey FOREIGN KEY (section_id) REFERENCES minutes_sections(id) ON DELETE CASCADE

-- The fourth level of territories: municipalities of the districts, as they were on a day.
table municipalities
  version_id uuid not null  -- The load it came with, which tells its day and source.
  key text not null  -- Official key as the country publishes it: AGS in Germany, else the code of the local administrative unit (LAU).
  district_key text not null  -- The district it belongs to.
  name text not null  -- Name.
  kind text  -- What it is called by law: Stadt, Gemeinde, Landeshauptstadt.
  latitude double precision not null  -- Middle of its largest part, degrees WGS 84.
  longitude double precision not null  -- Middle of its largest part, degrees WGS 84.
  area_km2 double precision  -- Area in square kilometres: as the file tells it, else computed from the boundary.
  boundary jsonb  -- Coordinates of a MultiPolygon in degrees WGS 84, on a grid of 0.0005 degrees; empty where the file had none.
  name_en text  -- Name in English; empty: the same.
  constraint municipalities_area_km2_check CHECK ((area_km2 > (0)::double precision))
  constraint municipalities_district_key_fkey FOREIGN KEY (district_key) REFERENCES districts(key)
  constraint municipalities_key_check CHECK ((key ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$'::text))
  constraint municipalities_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint municipalities_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint municipalities_name_check CHECK ((name <> ''::text))
  constraint municipalities_name_en_check CHECK ((name_en <> ''::text))
  constraint municipalities_pkey PRIMARY KEY (version_id, key)
  constraint municipalities_version_id_fkey FOREIGN KEY (version_id) REFERENCES data_versions(id) ON DELETE CASCADE
  index municipalities_district using btree (district_key, version_id)
  index municipalities_words using gin (both_words(((name || ' '::text) || coalesce(name_en, ''::text))))
  TRIGGER municipalities_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Flows from municipality to municipality: commuters, moves and others, as the kind of their version says.
table municipality_flows
  version_id uuid not null  -- The load it came with, which tells its kind and source.
  home text not null  -- Official key of the municipality they come from: of commuters, where they live.
  work text not null  -- Official key of the municipality they go to: of commuters, where they work.
  people integer not null  -- How many, as published.
  constraint municipality_flows_check CHECK ((home <> work))
  constraint municipality_flows_home_check CHECK ((home ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$'::text))
  constraint municipality_flows_people_check CHECK ((people > 0))
  constraint municipality_flows_pkey PRIMARY KEY (version_id, home, work)
  constraint municipality_flows_version_id_fkey FOREIGN KEY (version_id) REFERENCES data_versions(id) ON DELETE CASCADE
  constraint municipality_flows_work_check CHECK ((work ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$'::text))
  index municipality_flows_work using btree (version_id, work)
  TRIGGER municipality_flows_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What an indicator says of a municipality in a year. No row: not known, which is not zero.
table municipality_values
  version_id uuid not null  -- The load it came with, which tells its source.
  indicator_id text not null  -- The indicator.
  year integer not null  -- The year it stands for.
  municipality_key text not null  -- Official key (AGS, LAU); which municipality that is, loads of municipalities tell.
  district_key text not null  -- The district it belongs to.
  value double precision  -- The number as published; empty where it is secret.
  status text not null default 'final'::text  -- How sure it is; secret: known to the source, not to be told or computed.
  as_of text not null  -- Day or period as precisely as it is known: 2025-12-31, 2018, 2023/24.
  constraint municipality_values_check CHECK (((status = 'secret'::text) = (value IS NULL)))
  constraint municipality_values_district_key_fkey FOREIGN KEY (district_key) REFERENCES districts(key)
  constraint municipality_values_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicators(id)
  constraint municipality_values_municipality_key_check CHECK ((municipality_key ~ '^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$'::text))
  constraint municipality_values_pkey PRIMARY KEY (version_id, indicator_id, year, municipality_key)
  constraint municipality_values_status_check CHECK ((status = ANY (ARRAY['final'::text, 'preliminary'::text, 'estimated'::text, 'secret'::text])))
  constraint municipality_values_value_check CHECK (((value > '-Infinity'::double precision) AND (value < 'Infinity'::double precision)))
  constraint municipality_values_version_id_fkey FOREIGN KEY (version_id) REFERENCES data_versions(id) ON DELETE CASCADE
  constraint municipality_values_year_check CHECK (((year >= 1800) AND (year <= 2200)))
  index municipality_values_district using btree (district_key, indicator_id, year)
  index municipality_values_indicator using btree (indicator_id, year)
  TRIGGER municipality_values_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Pairs of districts that share a border.
table neighbours
  a text not null  -- The smaller key.
  b text not null  -- The larger key.
  constraint neighbours_a_fkey FOREIGN KEY (a) REFERENCES districts(key)
  constraint neighbours_b_fkey FOREIGN KEY (b) REFERENCES districts(key)
  constraint neighbours_check CHECK ((a < b))
  constraint neighbours_pkey PRIMARY KEY (a, b)
  TRIGGER neighbours_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- How often a member wants to be told by mail what is new in a group.
table notice_wishes
  member_id uuid not null  -- The member.
  pace text not null default 'daily'::text  -- At once, daily, weekly, never.
  secret_hash bytea not null  -- SHA-256 of the secret in the link that changes or ends it.
  constraint notice_wishes_member_id_fkey FOREIGN KEY (member_id) REFERENCES group_members(id) ON DELETE CASCADE
  constraint notice_wishes_pace_check CHECK ((pace = ANY (ARRAY['at_once'::text, 'daily'::text, 'weekly'::text, 'never'::text])))
  constraint notice_wishes_pkey PRIMARY KEY (member_id)
  constraint notice_wishes_secret_hash_key UNIQUE (secret_hash)

-- What is new for a member and has not been told yet; gone once it is.
table notices
  id uuid not null default uuidv7()  -- Stable id.
  member_id uuid not null  -- The member.
  kind text not null  -- What it is.
  created_at timestamp with time zone not null  -- When it came.
  until timestamp with time zone  -- Until when one can take part in it, where it ends by itself.
  constraint notices_kind_check CHECK ((kind = ANY (ARRAY['meeting'::text, 'minutes'::text, 'vote'::text, 'paper'::text, 'task'::text])))
  constraint notices_member_id_fkey FOREIGN KEY (member_id) REFERENCES group_members(id) ON DELETE CASCADE
  constraint notices_pkey PRIMARY KEY (id)
  index notices_member using btree (member_id)

-- What only the operator knows and pages need: address, representative, supervisory authority. A key without a row is a blank.
table operator_facts
  key text not null  -- Which fact.
  value text not null  -- The fact, as it is to be printed; a day as 2026-10-01, an address with https.
  changed_at timestamp with time zone not null  -- Last change.
  value_en text  -- The fact in English, where it is words and has been translated.
  constraint operator_facts_key_check CHECK ((key ~ '^[a-z_]+$'::text))
  constraint operator_facts_pkey PRIMARY KEY (key)
  constraint operator_facts_value_check CHECK ((value <> ''::text))
  constraint operator_facts_value_en_check CHECK ((value_en <> ''::text))
  TRIGGER operator_facts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Contact people of an organisation. Each is asked by mail, and decides what everybody sees.
table organisation_contacts
  id uuid not null default uuidv7()  -- Stable id.
  organisation_id uuid not null  -- The organisation.
  name text not null  -- Personal. Name of the contact. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact's answer.
  task text not null default ''::text  -- Personal. What the contact does there. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact's answer.
  email text not null  -- Personal. Address to ask at, and to be shown if agreed. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact's answer.
  phone text not null default ''::text  -- Personal. Telephone number, if given. Purpose: contact. Deletion: when the contact or a steward removes it, or after 60 days without the contact's answer.
  shown text[] not null default '{}'::text[]  -- What the contact agreed that everybody sees; nothing before the answer.
  language text not null default 'de'::text  -- Language of the mail.
  version integer not null default 1  -- Counts the changes of the entry: each asks anew, by a new link.
  secret_hash bytea not null  -- SHA-256 of the secret in the link with which the contact agrees, and takes it back later.
  asked_at timestamp with time zone not null  -- When the contact was asked for this version.
  confirmed_at timestamp with time zone  -- When the contact agreed to it.
  constraint organisation_contacts_check CHECK (((confirmed_at IS NULL) <= (shown = '{}'::text[])))
  constraint organisation_contacts_email_check CHECK ((email <> ''::text))
  constraint organisation_contacts_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint organisation_contacts_name_check CHECK ((name <> ''::text))
  constraint organisation_contacts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
  constraint organisation_contacts_pkey PRIMARY KEY (id)
  constraint organisation_contacts_secret_hash_key UNIQUE (secret_hash)
  constraint organisation_contacts_shown_check CHECK ((shown <@ ARRAY['name'::text, 'task'::text, 'email'::text, 'phone'::text]))
  unique index organisation_contacts_email using btree (organisation_id, lower(email))
  TRIGGER organisation_contacts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Who looks after an organisation's entry, and who is invited to.
table organisation_stewards
  id uuid not null default uuidv7()  -- Stable id.
  organisation_id uuid not null  -- The organisation.
  person_id uuid  -- The account; none before the invitation is accepted.
  email text  -- Personal. Address of who is invited. Purpose: invitation. Deletion: with the answer, or after 60 days without one.
  name text  -- Personal. Name as typed in the invitation. Purpose: invitation. Deletion: with the answer, or after 60 days without one.
  language text not null default 'de'::text  -- Language of the invitation.
  secret_hash bytea  -- SHA-256 of the secret in the invitation's link, until it is answered.
  invited_at timestamp with time zone not null  -- When the invitation was sent.
  joined_at timestamp with time zone  -- When it was accepted.
  constraint organisation_stewards_check CHECK (((person_id IS NULL) = (email IS NOT NULL)))
  constraint organisation_stewards_check1 CHECK (((person_id IS NULL) = (name IS NOT NULL)))
  constraint organisation_stewards_check2 CHECK (((person_id IS NULL) = (secret_hash IS NOT NULL)))
  constraint organisation_stewards_check3 CHECK (((person_id IS NULL) = (joined_at IS NULL)))
  constraint organisation_stewards_email_check CHECK ((email <> ''::text))
  constraint organisation_stewards_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint organisation_stewards_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
  constraint organisation_stewards_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint organisation_stewards_pkey PRIMARY KEY (id)
  constraint organisation_stewards_secret_hash_key UNIQUE (secret_hash)
  unique index organisation_stewards_email using btree (organisation_id, lower(email))
  index organisation_stewards_of_person using btree (person_id)
  unique index organisation_stewards_person using btree (organisation_id, person_id)

-- The register of organisations; registrations are offered its names.
table organisations
  id uuid not null default uuidv7()  -- Stable id.
  name text not null  -- Name as the organisation writes it.
  kind text not null  -- What kind of body it is.
  district_key text  -- District of its seat.
  website text  -- Address of its website.
  source_id text  -- Where this is from.
  official_key text  -- Official key where there is one: AGS of a municipality or district, ROR of a university, LEI of a company.
  is_confirmed boolean not null default true  -- Whether the register shows it to everybody. Entered where something names it, it is not: until the office saves it, only who may see what names it sees it.
  about bilingual  -- What it says about itself, as Markdown.
  constraint organisations_district FOREIGN KEY (district_key) REFERENCES districts(key)
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['regional_body'::text, 'district'::text, 'municipality'::text, 'company'::text, 'university'::text, 'chamber'::text, 'association'::text, 'state'::text, 'other'::text])))
  constraint organisations_name_check CHECK ((name <> ''::text))
  constraint organisations_name_key UNIQUE (name)
  constraint organisations_official_key_check CHECK ((official_key <> ''::text))
  constraint organisations_pkey PRIMARY KEY (id)
  constraint organisations_source FOREIGN KEY (source_id) REFERENCES sources(id)
  unique index organisations_key using btree (official_key)
  index organisations_name using gin (folded(name) gin_trgm_ops)
  index organisations_unconfirmed using btree (id) where (not is_confirmed)
  index organisations_words using gin (both_words(name))
  TRIGGER organisations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Every version of a page; none is overwritten.
table page_versions
  page_id uuid not null  -- The page.
  version integer not null  -- Running number.
  title bilingual not null  -- Title.
  text bilingual not null  -- Markdown; {{key}} stands for what only the operator knows.
  by_person uuid  -- Personal. Who wrote it. Purpose: accountability. Deletion: with the account; the version stays, without its author.
  at timestamp with time zone not null  -- When.
  constraint page_versions_by_person_fkey FOREIGN KEY (by_person) REFERENCES people(id) ON DELETE SET NULL
  constraint page_versions_page_id_fkey FOREIGN KEY (page_id) REFERENCES pages(id) ON DELETE CASCADE
  constraint page_versions_pkey PRIMARY KEY (page_id, version)
  constraint page_versions_version_check CHECK ((version > 0))
  index page_versions_words using gin (bilingual_words((title)::jsonb, (text)::jsonb, ''::text))
  TRIGGER page_versions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Pages the office writes. Their text lies in page_versions.
table pages
  id uuid not null default uuidv7()  -- Stable id.
  kind text not null  -- The pages that law or custom ask for, one each; own for all others.
  slug_de text not null  -- Last part of the German URL.
  slug_en text not null  -- Last part of the English URL.
  menu text not null default 'none'::text  -- Where it is linked: main menu, aids on top, foot, or nowhere.
  position integer not null default 0  -- Order in the menu.
  current_version integer not null default 1  -- The latest version.
  published_version integer  -- The version visitors see; empty: a draft.
  created_at timestamp with time zone not null  -- When it was made.
  constraint pages_check CHECK ((published_version <= current_version))
  constraint pages_current FOREIGN KEY (id, current_version) REFERENCES page_versions(page_id, version) DEFERRABLE INITIALLY DEFERRED
  constraint pages_kind_check CHECK ((kind = ANY (ARRAY['about'::text, 'imprint'::text, 'privacy'::text, 'accessibility'::text, 'plain_language'::text, 'sign_language'::text, 'contact'::text, 'own'::text])))
  constraint pages_menu_check CHECK ((menu = ANY (ARRAY['none'::text, 'main'::text, 'aids'::text, 'foot'::text])))
  constraint pages_pkey PRIMARY KEY (id)
  constraint pages_published FOREIGN KEY (id, published_version) REFERENCES page_versions(page_id, version) DEFERRABLE INITIALLY DEFERRED
  constraint pages_slug_de_check CHECK ((slug_de ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint pages_slug_de_key UNIQUE (slug_de)
  constraint pages_slug_en_check CHECK ((slug_en ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint pages_slug_en_key UNIQUE (slug_en)
  unique index pages_kind using btree (kind) where (kind <> 'own'::text)
  TRIGGER pages_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Amendments: replace this passage by that, because.
table paper_amendments
  id uuid not null default uuidv7()  -- Stable id.
  paper_id uuid not null  -- The paper.
  section_id uuid not null  -- The section; another one when the passage was moved there.
  no integer not null  -- Number within the paper.
  person_id uuid  -- Who proposes it.
  at timestamp with time zone not null  -- When.
  quote text not null  -- The passage as it stood when the amendment was made.
  quote_start integer  -- Where the passage begins now, in characters of the section’s text; null when it is gone.
  quote_end integer  -- Where it ends.
  replacement text not null  -- What shall stand there instead; empty to strike the passage.
  reason text not null  -- Why.
  state text not null default 'open'::text  -- Open; accepted; accepted with a change; declined; withdrawn.
  decided_at timestamp with time zone  -- When it was decided or withdrawn.
  decided_by uuid  -- Who entered that.
  applied text  -- What was put in place of the passage.
  answer text  -- What the lead says about it; the reason where it was declined.
  constraint paper_amendments_check CHECK ((replacement <> quote))
  constraint paper_amendments_check1 CHECK (((quote_start IS NULL) = (quote_end IS NULL)))
  constraint paper_amendments_check2 CHECK ((quote_start < quote_end))
  constraint paper_amendments_check3 CHECK (((state = 'open'::text) = (decided_at IS NULL)))
  constraint paper_amendments_check4 CHECK (((state = ANY (ARRAY['accepted'::text, 'accepted_changed'::text])) = (applied IS NOT NULL)))
  constraint paper_amendments_check5 CHECK (((state <> 'declined'::text) OR (answer <> ''::text)))
  constraint paper_amendments_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id) ON DELETE SET NULL
  constraint paper_amendments_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES papers(id) ON DELETE CASCADE
  constraint paper_amendments_paper_id_no_key UNIQUE (paper_id, no)
  constraint paper_amendments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL
  constraint paper_amendments_pkey PRIMARY KEY (id)
  constraint paper_amendments_quote_check CHECK ((quote <> ''::text))
  constraint paper_amendments_reason_check CHECK ((reason <> ''::text))
  constraint paper_amendments_section_id_fkey FOREIGN KEY (section_id) REFERENCES paper_sections(id) ON DELETE CASCADE
  constraint paper_amendments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'accepted_changed'::text, 'declined'::text, 'withdrawn'::text])))
  index paper_amendments_section using btree (section_id)

-- What is said at a passage of a section, and what is answered.
table paper_comments
  id uuid not null default uuidv7()  -- Stable id.
  section_id uuid not null  -- The section; another one when the passage was moved there.
  answers_id uuid  -- The comment it answers.
  person_id uuid  -- Who says so.
  text text not null  -- What they say.
  at timestamp with time zone not null  -- When.
  quote text  -- The passage as it stood when it was commented.
  quote_start integer  -- Where the passage begins now, in characters of the section’s text; null when it is gone.
  quote_end integer  -- Where it ends.
  resolved_at timestamp with time zone  -- When it was settled.
  resolved_by uuid  -- Who said that it is.
  constraint paper_comments_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES paper_comments(id) ON DELETE CASCADE
  constraint paper_comments_check CHECK (((quote IS NULL) = (answers_id IS NOT NULL)))
  constraint paper_comments_check1 CHECK (((quote IS NOT NULL) OR ((quote_start IS NULL) AND (resolved_at IS NULL))))
  constraint paper_comments_check2 CHECK (((quote_start IS NULL) = (quote_end IS NULL)))
  constraint paper_comments_check3 CHECK ((quote_start < quote_end))
  constraint paper_comments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL
  constraint paper_comments_pkey PRIMARY KEY (id)
  constraint paper_comments_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES people(id) ON DELETE SET NULL
  constraint paper_comments_section_id_fkey FOREIGN KEY (section_id) REFERENCES paper_sections(id) ON DELETE CASCADE
  constraint paper_comments_text_check CHECK ((text <> ''::text))
  index paper_comments_answers using btree (answers_id)
  index paper_comments_section using btree (section_id)

-- Pictures in papers. A text shows one by its number: ![What is on it](bild-1 "What stands below it").
table paper_pictures
  id uuid not null default uuidv7()  -- Stable id.
  paper_id uuid not null  -- The paper.
  no integer not null  -- Its number in the paper.
  file_id uuid not null  -- The picture, drawn anew; it goes with this row.
  alt text not null  -- What can be seen on it, where a text does not say so itself.
  at timestamp with time zone not null  -- When it was put in.
  by_person uuid  -- Who put it in.
  constraint paper_pictures_alt_check CHECK ((alt <> ''::text))
  constraint paper_pictures_by_person_fkey FOREIGN KEY (by_person) REFERENCES people(id) ON DELETE SET NULL
  constraint paper_pictures_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint paper_pictures_file_id_key UNIQUE (file_id)
  constraint paper_pictures_no_check CHECK ((no > 0))
  constraint paper_pictures_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES papers(id) ON DELETE CASCADE
  constraint paper_pictures_paper_id_no_key UNIQUE (paper_id, no)
  constraint paper_pictures_pkey PRIMARY KEY (id)
  TRIGGER drop_picture AFTER DELETE FOR EACH ROW EXECUTE FUNCTION drop_picture()
  TRIGGER keep_papers BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_papers()
  TRIGGER paper_pictures_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Sections of papers, in order.
table paper_sections
  id uuid not null default uuidv7()  -- Stable id.
  paper_id uuid not null  -- The paper.
  position integer not null  -- Order.
  title text not null  -- Heading.
  text text not null default ''::text  -- Text (Markdown with footnotes).
  revision integer not null default 1  -- Counts the versions.
  is_removed boolean not null default false  -- Whether it was taken out of the paper; it can be put back.
  changed_at timestamp with time zone not null  -- When it was changed last.
  changed_by uuid  -- Who changed it last.
  constraint paper_sections_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people(id) ON DELETE SET NULL
  constraint paper_sections_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES papers(id) ON DELETE CASCADE
  constraint paper_sections_pkey PRIMARY KEY (id)
  constraint paper_sections_title_check CHECK ((title <> ''::text))
  index paper_sections_paper using btree (paper_id, "position")
  TRIGGER keep_papers BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_papers()

-- Every version of a section; nothing that was saved is lost.
table paper_versions
  section_id uuid not null  -- The section.
  revision integer not null  -- Which version.
  title text not null  -- Heading.
  text text not null  -- What it said.
  at timestamp with time zone not null  -- When it was saved.
  by_person uuid  -- Who saved it.
  constraint paper_versions_by_person_fkey FOREIGN KEY (by_person) REFERENCES people(id) ON DELETE SET NULL
  constraint paper_versions_pkey PRIMARY KEY (section_id, revision)
  constraint paper_versions_section_id_fkey FOREIGN KEY (section_id) REFERENCES paper_sections(id) ON DELETE CASCADE

-- Papers of working groups. Once adopted their wording never changes.
table papers
  id uuid not null default uuidv7()  -- Stable id.
  group_id uuid not null  -- The group that writes it.
  title text not null  -- Title.
  kind text not null  -- Theses, demands, or a report.
  state text not null default 'draft'::text  -- Draft; open to amendments; adopted; handed over to the congress.
  revision integer not null default 1  -- Counts the changes of title, kind, state and order.
  created_at timestamp with time zone not null  -- When it was begun.
  created_by uuid  -- Who began it.
  changed_at timestamp with time zone not null  -- When anything of it was changed last.
  adopted_at timestamp with time zone  -- When it was adopted.
  adopted_by uuid  -- Who entered that.
  handed_over_at timestamp with time zone  -- When it was handed over to the congress.
  handed_over_by uuid  -- Who handed it over.
  content jsonb  -- What was adopted: title, kind, sections.
  pdf bytea  -- The same as a document.
  sha256 bytea  -- SHA-256 of the document, by which it is known again.
  constraint papers_adopted_by_fkey FOREIGN KEY (adopted_by) REFERENCES people(id) ON DELETE SET NULL
  constraint papers_check CHECK (((state = ANY (ARRAY['adopted'::text, 'handed_over'::text])) = (adopted_at IS NOT NULL)))
  constraint papers_check1 CHECK (((state = ANY (ARRAY['adopted'::text, 'handed_over'::text])) = (content IS NOT NULL)))
  constraint papers_check2 CHECK (((state = ANY (ARRAY['adopted'::text, 'handed_over'::text])) = (pdf IS NOT NULL)))
  constraint papers_check3 CHECK (((state = ANY (ARRAY['adopted'::text, 'handed_over'::text])) = (sha256 IS NOT NULL)))
  constraint papers_check4 CHECK (((state = 'handed_over'::text) = (handed_over_at IS NOT NULL)))
  constraint papers_check5 CHECK ((sha256 = sha256(pdf)))
  constraint papers_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL
  constraint papers_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE CASCADE
  constraint papers_handed_over_by_fkey FOREIGN KEY (handed_over_by) REFERENCES people(id) ON DELETE SET NULL
  constraint papers_kind_check CHECK ((kind = ANY (ARRAY['theses'::text, 'demands'::text, 'report'::text])))
  constraint papers_pkey PRIMARY KEY (id)
  constraint papers_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'amending'::text, 'adopted'::text, 'handed_over'::text])))
  constraint papers_title_check CHECK ((title <> ''::text))
  index papers_group using btree (group_id)
  index papers_words using gin (paper_words(content))
  TRIGGER keep_papers BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION keep_papers()
  TRIGGER papers_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Passkeys (WebAuthn credentials).
table passkeys
  id bytea not null  -- Credential id.
  person_id uuid not null  -- Whose.
  public_key bytea not null  -- COSE public key.
  counter bigint not null  -- Signature counter of the authenticator.
  transports text[] not null default '{}'::text[]  -- How the authenticator is reached.
  label text not null  -- Personal. Name the person gave it. Purpose: recognise it. Deletion: with the passkey.
  created_at timestamp with time zone not null  -- When it was added.
  used_at timestamp with time zone  -- Last use.
  constraint passkeys_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint passkeys_pkey PRIMARY KEY (id)
  index passkeys_person using btree (person_id)

-- People with an account: the office, leads, delegates. Participants need none.
table people
  id uuid not null default uuidv7()  -- Stable id.
  email text not null  -- Personal. Address to sign in with. Purpose: account. Deletion: with the account, 30 days after it was closed, or at once when the administration erases it.
  name text not null default ''::text  -- Personal. Name shown to colleagues. Purpose: account. Deletion: with the account, 30 days after it was closed, or at once when the administration erases it.
  language text not null default 'de'::text  -- Language of mails to them.
  created_at timestamp with time zone not null  -- When the account was made.
  disabled_at timestamp with time zone  -- When the account was closed; it can't sign in any more, and is erased 30 days later.
  constraint people_email_check CHECK ((email <> ''::text))
  constraint people_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint people_pkey PRIMARY KEY (id)
  unique index people_email using btree (lower(email))
  TRIGGER leave_groups AFTER UPDATE OF disabled_at FOR EACH ROW WHEN (((old.disabled_at IS NULL) AND (new.disabled_at IS NOT NULL))) EXECUTE FUNCTION leave_groups()
  TRIGGER leave_organisations AFTER UPDATE OF disabled_at FOR EACH ROW WHEN (((old.disabled_at IS NULL) AND (new.disabled_at IS NOT NULL))) EXECUTE FUNCTION leave_organisations()
  TRIGGER people_changed AFTER DELETE OR UPDATE OF name OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Districts that a piece works in or is about.
table piece_districts
  piece_id uuid not null  -- The piece.
  district_key text not null  -- The district.
  constraint piece_districts_district_key_fkey FOREIGN KEY (district_key) REFERENCES districts(key)
  constraint piece_districts_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint piece_districts_pkey PRIMARY KEY (piece_id, district_key)
  index piece_districts_district using btree (district_key)
  TRIGGER piece_districts_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What happened with a piece, or is planned to: its state follows from it.
table piece_events
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The piece.
  kind text not null  -- What kind of event; all but a note change the state once they have happened.
  title bilingual not null  -- What happened, in a line.
  text bilingual  -- More about it.
  place text not null default ''::text  -- Where.
  planned_for text  -- When it was planned for; stays when it has happened.
  happened_on text  -- When it happened; empty with a planned date: still ahead; empty without: date not known.
  source_id text  -- Source.
  entered_at timestamp with time zone not null  -- When it was entered.
  first_planned_for text  -- When it was planned for first, from when the piece was public; never changed.
  organisation_id uuid  -- The organisation whose part of the project it is; empty: the whole.
  constraint piece_events_happened_on_check CHECK ((happened_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  constraint piece_events_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'planned'::text, 'begun'::text, 'paused'::text, 'resumed'::text, 'completed'::text, 'abandoned'::text, 'handed_over'::text, 'heard'::text, 'answered'::text])))
  constraint piece_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint piece_events_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint piece_events_pkey PRIMARY KEY (id)
  constraint piece_events_planned_for_check CHECK ((planned_for ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  constraint piece_events_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  index piece_events_organisation using btree (organisation_id)
  index piece_events_piece using btree (piece_id)
  TRIGGER piece_events_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()
  TRIGGER piece_events_first_date BEFORE INSERT OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_first_date()

-- Who is responsible for a piece or carries it, and who takes part.
table piece_organisations
  piece_id uuid not null  -- The piece.
  organisation_id uuid not null  -- The organisation.
  part text not null  -- Lead (responsible, carrier) or partner.
  position integer not null  -- Order.
  task bilingual  -- What it contributes, in its own words.
  constraint piece_organisations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint piece_organisations_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'partner'::text])))
  constraint piece_organisations_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint piece_organisations_pkey PRIMARY KEY (piece_id, organisation_id)
  index piece_organisations_organisation using btree (organisation_id)
  TRIGGER piece_organisations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Who was asked by mail about a piece in which nothing moved, and who wants no such mail any more.
table piece_reminders
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The piece.
  organisation_id uuid not null  -- The organisation that is responsible for it.
  email text not null  -- Personal. The address asked. Purpose: asking once per period, and no more where that was wished. Deletion: two years after it was asked last; where no more was wished, with the piece, so that it stays so.
  language text not null  -- Language of the mail.
  secret_hash bytea not null  -- Hash of the secret in the mail's link.
  asked_at timestamp with time zone not null  -- When it was asked last.
  ended_at timestamp with time zone  -- When they said that they want no such mail any more.
  constraint piece_reminders_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint piece_reminders_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
  constraint piece_reminders_piece_id_email_key UNIQUE (piece_id, email)
  constraint piece_reminders_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint piece_reminders_pkey PRIMARY KEY (id)
  constraint piece_reminders_secret_hash_key UNIQUE (secret_hash)
  index piece_reminders_organisation using btree (organisation_id)

-- Pieces of the thread: results that groups hand over to a congress, projects, positions.
table pieces
  id uuid not null default uuidv7()  -- Stable id; leads to the piece for ever.
  kind text not null  -- Result, project or position.
  slug text not null  -- Last part of its address; stays once it is published.
  title bilingual not null  -- Title.
  text bilingual  -- Wording of a thesis, demand or position; aim of a project.
  reason bilingual  -- Why.
  addressee bilingual  -- Whom it asks: Land Baden-Württemberg.
  field_id text  -- Field of cooperation.
  edition_id uuid  -- A result's congress, to which it was handed over.
  group_id uuid  -- Working group that it is from.
  starts text  -- Begin as planned: 2022, 2022-05 or 2022-05-14.
  ends text  -- End as planned, or until when a result asks to be done.
  link text  -- Where more is found.
  source_id text  -- Source.
  is_example boolean not null default false  -- Made up to show how the thread works; labelled everywhere.
  state text not null default 'idea'::text  -- Where it stands; follows from its events and is written with them.
  outcome text not null default 'open'::text  -- What became of it, as its own events and verdicts tell; open: nothing is known.
  published_at timestamp with time zone  -- From when it is public; empty: a draft.
  created_at timestamp with time zone not null  -- When it was entered.
  changed_at timestamp with time zone not null  -- Last change.
  moved_at timestamp with time zone not null  -- When something was last entered about it.
  revision integer not null default 1  -- Counts changes, so that two people don't overwrite each other.
  first_starts text  -- Begin as it was planned first, from when it was public and still ahead; never changed.
  first_ends text  -- End as it was planned first, from when it was public and still ahead; never changed.
  reference text  -- Consultation or file that a position answers: number or name.
  figures text[] not null default '{}'::text[]  -- Views of the atlas that a position quotes: their addresses on this site, each with its data version.
  constraint pieces_check CHECK (((kind = 'result'::text) = (edition_id IS NOT NULL)))
  constraint pieces_check1 CHECK (((kind = 'result'::text) OR (group_id IS NULL)))
  constraint pieces_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint pieces_ends_check CHECK ((ends ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  constraint pieces_field_id_fkey FOREIGN KEY (field_id) REFERENCES cooperation_fields(id)
  constraint pieces_figures_check CHECK ((cardinality(figures) <= 6))
  constraint pieces_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE SET NULL
  constraint pieces_kind_check CHECK ((kind = ANY (ARRAY['result'::text, 'project'::text, 'position'::text])))
  constraint pieces_outcome_check CHECK ((outcome = ANY (ARRAY['carried_out'::text, 'under_way'::text, 'not_taken_up'::text, 'open'::text])))
  constraint pieces_pkey PRIMARY KEY (id)
  constraint pieces_reference_check CHECK ((reference <> ''::text))
  constraint pieces_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint pieces_slug_key UNIQUE (slug)
  constraint pieces_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  constraint pieces_starts_check CHECK ((starts ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  constraint pieces_state_check CHECK ((state = ANY (ARRAY['idea'::text, 'planned'::text, 'under_way'::text, 'paused'::text, 'completed'::text, 'abandoned'::text, 'handed_over'::text, 'heard'::text, 'answered'::text])))
  index pieces_edition using btree (edition_id)
  index pieces_field using btree (field_id)
  index pieces_group using btree (group_id)
  index pieces_moved using btree (changed_at desc, id desc)
  index pieces_projects using btree (coalesce(starts, 'unknown'::text) collate "c", coalesce(ends, 'unknown'::text) collate "c", (((title)::jsonb ->> 'de'::text)), id) where (kind = 'project'::text)
  index pieces_words using gin (bilingual_words((title)::jsonb, (text)::jsonb, ((((((coalesce(((reason)::jsonb ->> 'de'::text), ''::text) || ' '::text) || coalesce(((reason)::jsonb ->> 'en'::text), ''::text)) || ' '::text) || coalesce(((addressee)::jsonb ->> 'de'::text), ''::text)) || ' '::text) || coalesce(((addressee)::jsonb ->> 'en'::text), ''::text))))
  TRIGGER pieces_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()
  TRIGGER pieces_first_plan BEFORE INSERT OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_first_plan()
  TRIGGER pieces_plans_public AFTER UPDATE OF published_at FOR EACH ROW WHEN (((old.published_at IS NULL) AND (new.published_at IS NOT NULL))) EXECUTE FUNCTION fix_first_plans()

-- Who holds a place of which capacity.
table places
  capacity_id uuid not null  -- Of what.
  registration_id uuid not null  -- Who.
  constraint places_capacity_id_fkey FOREIGN KEY (capacity_id) REFERENCES capacities(id) ON DELETE CASCADE
  constraint places_pkey PRIMARY KEY (capacity_id, registration_id)
  constraint places_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE
  index places_registration using btree (registration_id)

-- The lines of a position, each with what became of it.
table position_points
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The position.
  text bilingual not null  -- What is demanded.
  verdict text not null default 'open'::text  -- Taken up, partly, not, or open.
  evidence bilingual  -- What shows it: document, page, decision.
  source_id text  -- Source of the evidence.
  position integer not null  -- Order.
  evidence_link text  -- Where the evidence is read on the web.
  evidence_document_id uuid  -- Document of the library that shows it.
  evidence_page integer  -- Page of that document.
  constraint position_points_check CHECK (((verdict = 'open'::text) OR (evidence IS NOT NULL)))
  constraint position_points_evidence_document_id_fkey FOREIGN KEY (evidence_document_id) REFERENCES documents(id) ON DELETE SET NULL
  constraint position_points_evidence_page_check CHECK (((evidence_page >= 1) AND (evidence_page <= 100000)))
  constraint position_points_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint position_points_pkey PRIMARY KEY (id)
  constraint position_points_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  constraint position_points_verdict_check CHECK ((verdict = ANY (ARRAY['taken_up'::text, 'partly'::text, 'not'::text, 'open'::text])))
  index position_points_document using btree (evidence_document_id)
  index position_points_piece using btree (piece_id)
  TRIGGER position_points_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Organisations that signed a wording of a position.
table position_signatures
  id uuid not null default uuidv7()  -- Stable id.
  version_id uuid not null  -- The wording that was signed.
  organisation_id uuid not null  -- Who carries it.
  person text not null  -- Personal. Who signed for the organisation. Purpose: signature. Deletion: with the signature, which organisation or office take back; else with the position.
  function text not null default ''::text  -- Personal. Their office there: mayor, chair. Purpose: signature. Deletion: with the signature.
  signed_on text not null  -- The day of the signature.
  decision text not null  -- The organisation's own decision to sign: body, day, number.
  entered_at timestamp with time zone not null  -- When it was entered.
  constraint position_signatures_decision_check CHECK ((decision <> ''::text))
  constraint position_signatures_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint position_signatures_person_check CHECK ((person <> ''::text))
  constraint position_signatures_pkey PRIMARY KEY (id)
  constraint position_signatures_signed_on_check CHECK ((signed_on ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'::text))
  constraint position_signatures_version_id_fkey FOREIGN KEY (version_id) REFERENCES position_versions(id) ON DELETE CASCADE
  constraint position_signatures_version_id_organisation_id_key UNIQUE (version_id, organisation_id)
  index position_signatures_organisation using btree (organisation_id)
  TRIGGER position_signatures_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Wordings of a position as they were kept; none of them changes any more.
table position_versions
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The position.
  number integer not null  -- Which one: 1, 2, 3.
  title bilingual not null  -- Title then.
  text bilingual  -- Text then.
  reason bilingual  -- Reason then.
  addressee bilingual  -- Whom it asked then.
  reference text  -- Consultation or file then.
  points jsonb not null  -- Its lines then, in their order, each in German and, where there is one, English.
  note text not null default ''::text  -- What was changed and why, in a line.
  made_at timestamp with time zone not null  -- When it was kept.
  figures text[] not null default '{}'::text[]  -- Views of the atlas that it quoted then.
  constraint position_versions_number_check CHECK ((number > 0))
  constraint position_versions_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint position_versions_piece_id_number_key UNIQUE (piece_id, number)
  constraint position_versions_pkey PRIMARY KEY (id)
  TRIGGER position_versions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What a project costs and where the money comes from.
table project_funds
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The project.
  organisation_id uuid  -- The organisation whose part of the project it is; empty: the whole.
  kind text not null  -- What it costs, what a programme pays, or own money.
  programme text not null default ''::text  -- The programme and who funds it.
  amount_cents bigint  -- Euro cents, if known.
  rate_percent double precision  -- The share that a programme pays, in percent.
  is_public boolean not null default false  -- Whether everybody sees it; else the office and the organisation itself.
  position integer not null  -- Order.
  constraint project_funds_amount_cents_check CHECK ((amount_cents >= 0))
  constraint project_funds_check CHECK (((kind = 'funding'::text) OR (rate_percent IS NULL)))
  constraint project_funds_check1 CHECK (((amount_cents IS NOT NULL) OR (rate_percent IS NOT NULL) OR (programme <> ''::text)))
  constraint project_funds_kind_check CHECK ((kind = ANY (ARRAY['budget'::text, 'funding'::text, 'own'::text])))
  constraint project_funds_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint project_funds_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint project_funds_pkey PRIMARY KEY (id)
  constraint project_funds_rate_percent_check CHECK (((rate_percent > (0)::double precision) AND (rate_percent <= (100)::double precision)))
  index project_funds_organisation using btree (organisation_id)
  index project_funds_piece using btree (piece_id)
  TRIGGER project_funds_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What a project is measured by.
table project_indicators
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The project.
  organisation_id uuid  -- The organisation whose part of the project it is; empty: the whole.
  name bilingual not null  -- What is measured.
  unit text not null default ''::text  -- Its unit: km, people, t CO2.
  target double precision  -- The value to reach, if there is one.
  target_on text  -- Until when: 2028, 2028-05 or 2028-05-14.
  first_target double precision  -- The value to reach as it was set first, from when the project was public; never changed.
  first_target_on text  -- Until when, as it was set first, from when the project was public; never changed.
  position integer not null  -- Order.
  constraint project_indicators_check CHECK (((target IS NOT NULL) OR (target_on IS NULL)))
  constraint project_indicators_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint project_indicators_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint project_indicators_pkey PRIMARY KEY (id)
  constraint project_indicators_target_check CHECK (((target > '-Infinity'::double precision) AND (target < 'Infinity'::double precision)))
  constraint project_indicators_target_on_check CHECK ((target_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  index project_indicators_organisation using btree (organisation_id)
  index project_indicators_piece using btree (piece_id)
  TRIGGER project_indicators_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()
  TRIGGER project_indicators_first_target BEFORE INSERT OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_first_target()

-- When the office asked by mail how a project goes.
table project_inquiries
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The project.
  asked_at timestamp with time zone not null  -- When.
  recipients integer not null  -- How many people were asked.
  constraint project_inquiries_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint project_inquiries_pkey PRIMARY KEY (id)
  constraint project_inquiries_recipients_check CHECK ((recipients > 0))
  index project_inquiries_piece using btree (piece_id, asked_at)

-- Pictures, documents and reports of a project.
table project_materials
  id uuid not null default uuidv7()  -- Stable id.
  piece_id uuid not null  -- The project.
  organisation_id uuid  -- The organisation whose part of the project it is; empty: the whole.
  kind text not null  -- Picture, document or report.
  title bilingual not null  -- What it is; of a picture what it shows.
  link text  -- Where it is read; none where it is a file of the house.
  file_id uuid  -- The file.
  dated text  -- From when it is, if known: 2028, 2028-05 or 2028-05-14.
  position integer not null  -- Order.
  constraint project_materials_check CHECK (((link IS NULL) <> (file_id IS NULL)))
  constraint project_materials_check1 CHECK (((kind <> 'picture'::text) OR (file_id IS NOT NULL)))
  constraint project_materials_dated_check CHECK ((dated ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  constraint project_materials_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
  constraint project_materials_kind_check CHECK ((kind = ANY (ARRAY['picture'::text, 'document'::text, 'report'::text])))
  constraint project_materials_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint project_materials_piece_id_fkey FOREIGN KEY (piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint project_materials_pkey PRIMARY KEY (id)
  index project_materials_file using btree (file_id)
  index project_materials_organisation using btree (organisation_id)
  index project_materials_piece using btree (piece_id)
  TRIGGER project_materials_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- What was measured of an indicator.
table project_values
  id uuid not null default uuidv7()  -- Stable id.
  indicator_id uuid not null  -- The indicator.
  measured_on text not null  -- When: 2028, 2028-05 or 2028-05-14.
  value double precision not null  -- The value, in the indicator's unit.
  note text not null default ''::text  -- How it was measured, or where it is from.
  entered_at timestamp with time zone not null  -- When it was entered.
  constraint project_values_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES project_indicators(id) ON DELETE CASCADE
  constraint project_values_indicator_id_measured_on_key UNIQUE (indicator_id, measured_on)
  constraint project_values_measured_on_check CHECK ((measured_on ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))
  constraint project_values_pkey PRIMARY KEY (id)
  constraint project_values_value_check CHECK (((value > '-Infinity'::double precision) AND (value < 'Infinity'::double precision)))
  TRIGGER project_values_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The regions that make up the metropolitan region; each is a line with a number and a colour.
table regions
  id text not null  -- Key in URLs: neckar-alb.
  no integer not null  -- Number of its line.
  name bilingual not null  -- Name.
  colours jsonb not null  -- {"field":{"light","dark"},"line":{"light","dark"}}; only field.light is required.
  body_name text  -- Its regional body.
  body_seat text  -- Seat of the body.
  body_website text  -- Website of the body.
  source_id text  -- Where this is from.
  territory_key text  -- Official key of the region (NUTS, or its country's own) under which files tell its figures; empty where it has none.
  constraint regions_no_check CHECK (((no >= 1) AND (no <= 12)))
  constraint regions_no_key UNIQUE (no)
  constraint regions_pkey PRIMARY KEY (id)
  constraint regions_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  constraint regions_territory_key_key UNIQUE (territory_key)
  TRIGGER regions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Food and access needs, kept apart, seen by few, deleted first.
table registration_needs
  registration_id uuid not null  -- Whose.
  food text not null default ''::text  -- Personal, special category possible. Food. Purpose: catering. Deletion: one day after the edition.
  access text not null default ''::text  -- Personal, special category possible. Access needs. Purpose: prepare the venue. Deletion: one day after the edition.
  constraint registration_needs_pkey PRIMARY KEY (registration_id)
  constraint registration_needs_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE

-- One person's registration for one edition.
table registrations
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  ticket_type_id uuid not null  -- Chosen ticket type.
  number integer  -- Running number in the edition.
  code text not null  -- Short code on ticket and badge.
  state text not null  -- State.
  name text not null  -- Personal. Name as on the badge. Purpose: participation. Deletion: six months after the edition.
  email text not null  -- Personal. Address for confirmation and changes; empty for who was entered by the office without one. Purpose: participation. Deletion: six months after the edition.
  organisation text not null default ''::text  -- Personal. Organisation as on the badge. Purpose: participation. Deletion: six months after the edition.
  organisation_id uuid  -- The same in the register, where it is known.
  region_id text  -- Region they come from.
  district_key text  -- District they come from.
  function text not null default ''::text  -- Personal. Function as on the badge. Purpose: participation. Deletion: six months after the edition.
  language text not null  -- Language of mails and ticket.
  is_listed boolean not null default false  -- Whether the name may stand on the list of participants.
  secret_hash bytea not null  -- SHA-256 of the secret in the personal link.
  secret_generation integer not null default 1  -- Counts new links; the secret is derived from the installation's key, the id and this number.
  entered_by text not null default 'participant'::text  -- Who entered it.
  created_at timestamp with time zone not null  -- When it came in.
  changed_at timestamp with time zone not null  -- Last change.
  cancelled_at timestamp with time zone  -- When it was cancelled.
  erased_at timestamp with time zone  -- When its personal data were erased; the row stays for the counts.
  version integer not null default 1  -- Counts changes, for calendars and concurrent editing.
  search text generated as folded(((((((name || ' '::text) || email) || ' '::text) || organisation) || ' '::text) || code))  -- Personal. Folded name, address, organisation, code. Purpose: the office finds a registration. Deletion: with the registration.
  from_network bytea  -- Personal. Keyed hash of the network it came from. Purpose: defence against floods of registrations. Deletion: after a day.
  constraint registrations_check CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL)))
  constraint registrations_district_key_fkey FOREIGN KEY (district_key) REFERENCES districts(key)
  constraint registrations_edition_id_code_key UNIQUE (edition_id, code)
  constraint registrations_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id)
  constraint registrations_edition_id_number_key UNIQUE (edition_id, number)
  constraint registrations_edition_id_ticket_type_id_fkey FOREIGN KEY (edition_id, ticket_type_id) REFERENCES ticket_types(edition_id, id)
  constraint registrations_entered_by_check CHECK ((entered_by = ANY (ARRAY['participant'::text, 'office'::text, 'example'::text])))
  constraint registrations_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint registrations_name_check CHECK ((name <> ''::text))
  constraint registrations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint registrations_pkey PRIMARY KEY (id)
  constraint registrations_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id)
  constraint registrations_secret_hash_key UNIQUE (secret_hash)
  constraint registrations_state_check CHECK ((state = ANY (ARRAY['confirmed'::text, 'waiting'::text, 'cancelled'::text])))
  index registrations_cancelled using btree (edition_id, cancelled_at) where (state = 'cancelled'::text)
  index registrations_edition using btree (edition_id, created_at desc, id)
  index registrations_email using btree (lower(email))
  index registrations_name using btree (edition_id, folded(name), id)
  index registrations_of_type using btree (edition_id, ticket_type_id, created_at) where ((state <> 'waiting'::text) and (erased_at is null))
  index registrations_organisation using btree (edition_id, folded(organisation), id)
  index registrations_search using gin (search gin_trgm_ops)
  index registrations_waiting using btree (ticket_type_id, created_at) where (state = 'waiting'::text)
  index registrations_waiting_here using btree (edition_id, created_at) where (state = 'waiting'::text)
  TRIGGER registrations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Typed links from a piece to another, to a document of the library or to an edition.
table relations
  id uuid not null default uuidv7()  -- Stable id.
  from_id uuid not null  -- The piece the sentence begins with.
  kind text not null  -- Led to, carries out, answers, presented at, supersedes, comes from; or of the same topic, which claims no effect.
  to_piece_id uuid  -- The other piece.
  to_document_id uuid  -- Or the document.
  to_edition_id uuid  -- Or the edition.
  created_at timestamp with time zone not null  -- When it was made.
  constraint relations_check CHECK ((num_nonnulls(to_piece_id, to_document_id, to_edition_id) = 1))
  constraint relations_check1 CHECK ((from_id <> to_piece_id))
  constraint relations_from_id_fkey FOREIGN KEY (from_id) REFERENCES pieces(id) ON DELETE CASCADE
  constraint relations_from_id_kind_to_piece_id_to_document_id_to_editio_key UNIQUE NULLS NOT DISTINCT (from_id, kind, to_piece_id, to_document_id, to_edition_id)
  constraint relations_kind_check CHECK ((kind = ANY (ARRAY['led_to'::text, 'carries_out'::text, 'answers'::text, 'presented_at'::text, 'supersedes'::text, 'comes_from'::text, 'same_topic'::text])))
  constraint relations_pkey PRIMARY KEY (id)
  constraint relations_to_document_id_fkey FOREIGN KEY (to_document_id) REFERENCES documents(id) ON DELETE CASCADE
  constraint relations_to_edition_id_fkey FOREIGN KEY (to_edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint relations_to_piece_id_fkey FOREIGN KEY (to_piece_id) REFERENCES pieces(id) ON DELETE CASCADE
  index relations_document using btree (to_document_id)
  index relations_edition using btree (to_edition_id)
  index relations_piece using btree (to_piece_id)
  TRIGGER relations_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Open ballots in place of which another person has cast one for the same elector.
table replaced_ballots
  id uuid not null default uuidv7()  -- Stable id.
  elector_id uuid not null  -- Whose it was.
  cast_by uuid  -- Who had cast it.
  parts jsonb not null  -- What was chosen, each with its number of votes.
  replaced_at timestamp with time zone not null  -- When another took its place.
  constraint replaced_ballots_cast_by_fkey FOREIGN KEY (cast_by) REFERENCES group_members(id) ON DELETE SET NULL
  constraint replaced_ballots_elector_id_fkey FOREIGN KEY (elector_id) REFERENCES electors(id) ON DELETE CASCADE
  constraint replaced_ballots_pkey PRIMARY KEY (id)
  index replaced_ballots_cast_by using btree (cast_by)
  index replaced_ballots_elector using btree (elector_id)
  TRIGGER keep_votes BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_votes()

-- Barriers and questions that visitors report.
table reports
  id uuid not null default uuidv7()  -- Stable id.
  kind text not null  -- A barrier (L-BGG) or a question.
  page text not null default ''::text  -- The page it is about.
  text text not null  -- Personal. What they wrote. Purpose: answer and mend. Deletion: one year after it came.
  email text  -- Personal. Address for the answer, if given. Purpose: answer. Deletion: one year after it came.
  language text not null  -- Language of the answer.
  at timestamp with time zone not null  -- When it came.
  done_at timestamp with time zone  -- When the office settled it.
  answer text  -- Personal. What the office has answered or done. Purpose: proof of the answer. Deletion: one year after the report came.
  answered_at timestamp with time zone  -- When the answer was noted last.
  answered_by uuid  -- Personal. Who noted the answer. Purpose: accountability. Deletion: one year after the report came, or with the account.
  constraint reports_answer_check CHECK ((answer <> ''::text))
  constraint reports_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id) ON DELETE SET NULL
  constraint reports_check CHECK (((answer IS NULL) = (answered_at IS NULL)))
  constraint reports_kind_check CHECK ((kind = ANY (ARRAY['barrier'::text, 'question'::text])))
  constraint reports_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint reports_pkey PRIMARY KEY (id)
  constraint reports_text_check CHECK ((text <> ''::text))
  index reports_at using btree (at desc)

-- What a person may do, in the whole installation or in one edition.
table roles
  id uuid not null default uuidv7()  -- Stable id.
  person_id uuid not null  -- Whose role.
  role text not null  -- Which role.
  edition_id uuid  -- The one edition it is limited to; empty for the installation.
  given_at timestamp with time zone not null  -- Since when.
  constraint roles_check CHECK (((role <> 'administrator'::text) OR (edition_id IS NULL)))
  constraint roles_edition FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint roles_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint roles_person_id_role_edition_id_key UNIQUE NULLS NOT DISTINCT (person_id, role, edition_id)
  constraint roles_pkey PRIMARY KEY (id)
  constraint roles_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'office'::text, 'congress_team'::text, 'door'::text, 'group_lead'::text, 'delegate'::text, 'author'::text])))
  TRIGGER roles_keep_an_administrator AFTER DELETE REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_an_administrator()

-- Rooms of an edition's venue.
table rooms
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  name bilingual not null  -- Name.
  note bilingual  -- How to find it, step-free access.
  position integer not null  -- Order.
  constraint rooms_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint rooms_edition_id_id_key UNIQUE (edition_id, id)
  constraint rooms_pkey PRIMARY KEY (id)
  TRIGGER rooms_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Ballots of secret votes. They come here all at once when the vote is closed, in the order of their codes.
table secret_ballots
  vote_id uuid not null  -- The vote.
  code bytea not null  -- The receipt, 128 random bits that only the voter has seen.
  choices jsonb not null  -- What was chosen.
  constraint secret_ballots_code_check CHECK ((octet_length(code) = 16))
  constraint secret_ballots_pkey PRIMARY KEY (vote_id, code)
  constraint secret_ballots_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES votes(id) ON DELETE CASCADE
  TRIGGER keep_votes BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_votes()

-- A series of congresses.
table series
  id uuid not null default uuidv7()  -- Stable id.
  name bilingual not null  -- Name of the series.
  rhythm bilingual  -- How often, and how the next host is found.
  constraint series_pkey PRIMARY KEY (id)
  TRIGGER series_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Points proposed for a programme by working groups that handed over a paper; gone once taken in or put aside.
table session_proposals
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  group_id uuid  -- The group that proposes it.
  title bilingual not null  -- Title.
  abstract bilingual  -- What it is about, Markdown.
  proposed_at timestamp with time zone not null  -- When it was proposed.
  constraint session_proposals_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint session_proposals_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE SET NULL
  constraint session_proposals_pkey PRIMARY KEY (id)
  index session_proposals_edition using btree (edition_id)
  index session_proposals_group using btree (group_id)

-- Points of a programme.
table sessions
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  room_id uuid  -- Room.
  track_id uuid  -- Track.
  starts_at timestamp with time zone  -- Start; empty where not known.
  ends_at timestamp with time zone  -- End; empty where not known.
  title bilingual not null  -- Title.
  abstract bilingual  -- What it is about, Markdown.
  language text  -- Language spoken.
  format text not null  -- Kind of session.
  is_bookable boolean not null default false  -- Whether participants choose it when registering.
  capacity_id uuid  -- Places, where limited.
  source_id text  -- Source.
  position integer not null default 0  -- Order where times are equal or unknown.
  version integer not null default 1  -- Counts changes, for calendars.
  constraint sessions_capacity_id_fkey FOREIGN KEY (capacity_id) REFERENCES capacities(id)
  constraint sessions_check CHECK ((ends_at > starts_at))
  constraint sessions_check1 CHECK (((NOT is_bookable) OR ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL))))
  constraint sessions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint sessions_edition_id_id_key UNIQUE (edition_id, id)
  constraint sessions_edition_id_room_id_fkey FOREIGN KEY (edition_id, room_id) REFERENCES rooms(edition_id, id)
  constraint sessions_edition_id_track_id_fkey FOREIGN KEY (edition_id, track_id) REFERENCES tracks(edition_id, id)
  constraint sessions_format_check CHECK ((format = ANY (ARRAY['opening'::text, 'talk'::text, 'panel'::text, 'workshop'::text, 'working_group'::text, 'presentation'::text, 'handover'::text, 'break'::text, 'meal'::text, 'excursion'::text, 'other'::text])))
  constraint sessions_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text])))
  constraint sessions_one_per_room EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (((room_id IS NOT NULL) AND (starts_at IS NOT NULL) AND (ends_at IS NOT NULL)))
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  index sessions_edition using btree (edition_id, starts_at, "position")
  index sessions_words using gin (bilingual_words((title)::jsonb, (abstract)::jsonb, ''::text))
  TRIGGER sessions_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- One-time links that sign a person in.
table sign_in_links
  id uuid not null default uuidv7()  -- Stable id.
  person_id uuid not null  -- Whom it signs in.
  secret_hash bytea not null  -- SHA-256 of the secret in the link.
  created_at timestamp with time zone not null  -- When it was made.
  expires_at timestamp with time zone not null  -- Until when it works.
  used_at timestamp with time zone  -- When it was used; works once.
  constraint sign_in_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint sign_in_links_pkey PRIMARY KEY (id)
  constraint sign_in_links_secret_hash_key UNIQUE (secret_hash)
  index sign_in_links_person using btree (person_id)

-- Devices that are signed in.
table sign_ins
  id uuid not null default uuidv7()  -- Stable id.
  person_id uuid not null  -- Who is signed in.
  secret_hash bytea not null  -- SHA-256 of the secret in the cookie.
  means text not null  -- How they signed in.
  device text not null default ''::text  -- Personal. Browser and system in words. Purpose: recognise an own device. Deletion: with the sign-in.
  created_at timestamp with time zone not null  -- When.
  seen_at timestamp with time zone not null  -- Last request, to the hour.
  expires_at timestamp with time zone not null  -- Until when; deleted 30 days later.
  revoked_at timestamp with time zone  -- When it was ended by hand.
  constraint sign_ins_means_check CHECK ((means = ANY (ARRAY['link'::text, 'passkey'::text])))
  constraint sign_ins_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint sign_ins_pkey PRIMARY KEY (id)
  constraint sign_ins_secret_hash_key UNIQUE (secret_hash)
  index sign_ins_person using btree (person_id)

-- Where a figure or fact is from.
table sources
  id text not null  -- Short key.
  title bilingual not null  -- What to cite.
  address text  -- Web address, or where it lies.
  licence text  -- Licence or terms.
  note text  -- What a reader must know.
  constraint sources_pkey PRIMARY KEY (id)
  TRIGGER sources_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Who speaks in a session.
table speakers
  id uuid not null default uuidv7()  -- Stable id.
  session_id uuid not null  -- The session.
  name text not null  -- Personal. Name as published in the programme. Purpose: programme and documentation. Deletion: on request.
  function bilingual  -- Office or function.
  organisation text  -- Organisation.
  picture_file_id uuid  -- Personal. Portrait. Purpose: programme. Deletion: on request.
  position integer not null  -- Order.
  constraint speakers_name_check CHECK ((name <> ''::text))
  constraint speakers_picture_file_id_fkey FOREIGN KEY (picture_file_id) REFERENCES files(id)
  constraint speakers_pkey PRIMARY KEY (id)
  constraint speakers_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE
  index speakers_session using btree (session_id)
  index speakers_words using gin (both_words(((name || ' '::text) || coalesce(organisation, ''::text))))
  TRIGGER speakers_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- A story of the atlas: text and views in an order.
table stories
  id uuid not null default uuidv7()  -- Stable id.
  slug text not null  -- Last part of its address.
  title bilingual not null  -- Title.
  lead bilingual not null  -- What it tells, in a sentence or two.
  blocks jsonb not null default '[]'::jsonb  -- Its parts in order: text in Markdown, a view with its question, or something computed from the figures.
  changes integer not null default 0  -- How often it was changed: who saved an older state is told.
  changed_at timestamp with time zone not null  -- When it was changed last.
  published_at timestamp with time zone  -- When it was published; empty: the office alone sees it.
  constraint stories_blocks_check CHECK (((jsonb_typeof(blocks) = 'array'::text) AND (jsonb_array_length(blocks) <= 40)))
  constraint stories_pkey PRIMARY KEY (id)
  constraint stories_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint stories_slug_key UNIQUE (slug)
  TRIGGER stories_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- The vocabulary of subjects that documents are about.
table subjects
  id text not null  -- Short name, stable.
  name bilingual not null  -- Name.
  position integer not null  -- Order in lists.
  concept text  -- Address of the same concept in GEMET or EuroVoc.
  constraint subjects_concept_check CHECK ((concept ~ '^https?://'::text))
  constraint subjects_id_check CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  constraint subjects_pkey PRIMARY KEY (id)
  TRIGGER subjects_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Kinds of participation one can choose.
table ticket_types
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  name bilingual not null  -- Name.
  note bilingual  -- Who it is for, what it holds.
  attendance text not null  -- On site or online.
  price_cents bigint not null default 0  -- Price in minor units, tax included.
  currency text not null default 'EUR'::text  -- ISO 4217.
  capacity_id uuid  -- Its own quota, where limited.
  position integer not null  -- Order.
  constraint ticket_types_attendance_check CHECK ((attendance = ANY (ARRAY['on_site'::text, 'online'::text])))
  constraint ticket_types_capacity_id_fkey FOREIGN KEY (capacity_id) REFERENCES capacities(id)
  constraint ticket_types_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint ticket_types_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint ticket_types_edition_id_id_key UNIQUE (edition_id, id)
  constraint ticket_types_pkey PRIMARY KEY (id)
  constraint ticket_types_price_cents_check CHECK ((price_cents >= 0))
  TRIGGER ticket_types_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Strands of a programme.
table tracks
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  name bilingual not null  -- Name.
  position integer not null  -- Order.
  constraint tracks_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint tracks_edition_id_id_key UNIQUE (edition_id, id)
  constraint tracks_pkey PRIMARY KEY (id)
  TRIGGER tracks_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Files on their way in pieces; what has come lies in the data folder under the id. Deleted when the file is taken in, or after a day.
table uploads
  id uuid not null default uuidv7()  -- Stable id, last part of its address.
  person_id uuid not null  -- Personal. Who sends it, and alone may go on. Purpose: sending a file. Deletion: a day after it began.
  name text not null  -- Name of the file.
  bytes bigint not null  -- How long it is.
  at timestamp with time zone not null  -- When it began.
  constraint uploads_bytes_check CHECK ((bytes > 0))
  constraint uploads_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE
  constraint uploads_pkey PRIMARY KEY (id)
  index uploads_person using btree (person_id)

-- Ballots of open votes, one for each elector.
table vote_ballots
  elector_id uuid not null  -- Whose it is.
  parts jsonb not null  -- What was chosen, each with its number of votes.
  reason text  -- Personal. Why somebody objects. Purpose: the group answers it. Deletion: with the group.
  constraint vote_ballots_elector_id_fkey FOREIGN KEY (elector_id) REFERENCES electors(id) ON DELETE CASCADE
  constraint vote_ballots_pkey PRIMARY KEY (elector_id)
  TRIGGER keep_votes BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_votes()

-- What can be chosen in a vote with options.
table vote_options
  vote_id uuid not null  -- The vote.
  position integer not null  -- Order; a ballot names it.
  text text not null  -- The option.
  constraint vote_options_pkey PRIMARY KEY (vote_id, "position")
  constraint vote_options_position_check CHECK ((("position" >= 1) AND ("position" <= 20)))
  constraint vote_options_text_check CHECK ((text <> ''::text))
  constraint vote_options_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES votes(id) ON DELETE CASCADE
  TRIGGER keep_votes BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_votes()
  TRIGGER vote_options_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Whom a member lets vote for them, in one vote or for a time. A proxy does not pass it on.
table vote_proxies
  id uuid not null default uuidv7()  -- Stable id.
  group_id uuid not null  -- The group.
  giver_id uuid not null  -- The member.
  proxy_id uuid not null  -- Who may vote for them.
  vote_id uuid  -- The one vote it holds for; none where it holds for a time.
  until_on date  -- The last day it holds.
  created_at timestamp with time zone not null  -- When it was given.
  ended_at timestamp with time zone  -- When it was taken back or replaced.
  constraint vote_proxies_check CHECK ((proxy_id <> giver_id))
  constraint vote_proxies_check1 CHECK (((vote_id IS NULL) = (until_on IS NOT NULL)))
  constraint vote_proxies_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES group_members(id) ON DELETE CASCADE
  constraint vote_proxies_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE CASCADE
  constraint vote_proxies_pkey PRIMARY KEY (id)
  constraint vote_proxies_proxy_id_fkey FOREIGN KEY (proxy_id) REFERENCES group_members(id) ON DELETE CASCADE
  constraint vote_proxies_vote_id_fkey FOREIGN KEY (vote_id) REFERENCES votes(id) ON DELETE CASCADE
  index vote_proxies_group using btree (group_id)
  unique index vote_proxies_one using btree (giver_id, vote_id) nulls not distinct where (ended_at is null)
  index vote_proxies_proxy using btree (proxy_id)
  index vote_proxies_vote using btree (vote_id)

-- Who may cast the ballot of an elector: the member, those who speak for an organisation, and deputies.
table vote_speakers
  elector_id uuid not null  -- The elector.
  member_id uuid not null  -- Who may cast it.
  is_deputy boolean not null default false  -- Whether they only stand in: they do not change what was cast without them.
  constraint vote_speakers_elector_id_fkey FOREIGN KEY (elector_id) REFERENCES electors(id) ON DELETE CASCADE
  constraint vote_speakers_member_id_fkey FOREIGN KEY (member_id) REFERENCES group_members(id) ON DELETE CASCADE
  constraint vote_speakers_pkey PRIMARY KEY (elector_id, member_id)
  index vote_speakers_member using btree (member_id)

-- Votes of groups. Once closed they never change.
table votes
  id uuid not null default uuidv7()  -- Stable id.
  group_id uuid not null  -- The group.
  method text not null  -- Consent: it holds where nobody objects; yes or no; one of several options; several of them.
  title text not null  -- What is decided, in a line.
  text text not null default ''::text  -- Its wording and reasons (Markdown).
  basis text not null  -- Who has a vote: every member, or every organisation that members speak for.
  is_weighted boolean not null default false  -- Whether organisations have the votes that the statute gives them.
  is_secret boolean not null default false  -- Whether nobody may know who chose what.
  may_split boolean not null default false  -- Whether an organisation may cast its votes differently.
  majority text not null  -- The rule: most votes; more yes than no; more than half of those cast; two thirds; more than half or two thirds of all who are entitled.
  quorum_percent integer  -- Which share of all votes has to be cast.
  closes_at timestamp with time zone  -- When it ends by itself.
  state text not null default 'draft'::text  -- Draft; open; closed with its result; cancelled without one.
  weight_version_id uuid  -- The version of the weights that was in force when it was opened.
  opened_at timestamp with time zone  -- When it was opened.
  closed_at timestamp with time zone  -- When it was closed or cancelled.
  created_at timestamp with time zone not null  -- When it was drafted.
  created_by uuid  -- Who drafted it.
  closed_by uuid  -- Who closed or cancelled it; nobody where the clock did.
  revision integer not null default 1  -- Counts the changes of the draft.
  urn bytea  -- The ballots of a secret vote while it is open, all in one, encrypted with a key that is not in the database.
  result jsonb  -- What came out, with all counts.
  reason text  -- Why it was cancelled.
  most_proxies integer not null default 2  -- For how many others somebody may cast as their proxy.
  constraint votes_basis_check CHECK ((basis = ANY (ARRAY['person'::text, 'organisation'::text])))
  constraint votes_check CHECK ((is_weighted <= (basis = 'organisation'::text)))
  constraint votes_check1 CHECK ((NOT (is_secret AND (is_weighted OR (method = 'consent'::text)))))
  constraint votes_check10 CHECK (((is_secret AND (state = 'open'::text)) = (urn IS NOT NULL)))
  constraint votes_check2 CHECK ((may_split <= (is_weighted AND (method = ANY (ARRAY['yes_no'::text, 'one'::text])))))
  constraint votes_check3 CHECK (((method = 'consent'::text) = (majority = 'none'::text)))
  constraint votes_check4 CHECK (((majority = 'most'::text) <= (method = ANY (ARRAY['one'::text, 'several'::text]))))
  constraint votes_check5 CHECK (((method = 'consent'::text) <= (closes_at IS NOT NULL)))
  constraint votes_check6 CHECK (((state = 'draft'::text) = (opened_at IS NULL)))
  constraint votes_check7 CHECK (((state = ANY (ARRAY['closed'::text, 'cancelled'::text])) = (closed_at IS NOT NULL)))
  constraint votes_check8 CHECK (((state = 'closed'::text) = (result IS NOT NULL)))
  constraint votes_check9 CHECK (((state = 'cancelled'::text) = (reason IS NOT NULL)))
  constraint votes_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id) ON DELETE SET NULL
  constraint votes_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL
  constraint votes_group_id_fkey FOREIGN KEY (group_id) REFERENCES working_groups(id) ON DELETE CASCADE
  constraint votes_majority_check CHECK ((majority = ANY (ARRAY['none'::text, 'most'::text, 'simple'::text, 'cast'::text, 'two_thirds'::text, 'absolute'::text, 'two_thirds_entitled'::text])))
  constraint votes_method_check CHECK ((method = ANY (ARRAY['consent'::text, 'yes_no'::text, 'one'::text, 'several'::text])))
  constraint votes_most_proxies_check CHECK (((most_proxies >= 0) AND (most_proxies <= 100)))
  constraint votes_pkey PRIMARY KEY (id)
  constraint votes_quorum_percent_check CHECK (((quorum_percent >= 1) AND (quorum_percent <= 100)))
  constraint votes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'cancelled'::text])))
  constraint votes_title_check CHECK ((title <> ''::text))
  constraint votes_weight_version_id_fkey FOREIGN KEY (weight_version_id) REFERENCES weight_versions(id)
  index votes_group using btree (group_id)
  index votes_weight_version using btree (weight_version_id)
  TRIGGER keep_votes BEFORE DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION keep_votes()
  TRIGGER votes_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

-- Versions of the weights that a statute gives to organisations. A version never changes; a correction is a new one.
table weight_versions
  id uuid not null default uuidv7()  -- Stable id.
  in_force_on date not null  -- From which day it holds; of two for one day the later entered one.
  source text not null  -- Where the weights are from: statute and paragraph, resolution.
  created_at timestamp with time zone not null  -- When it was entered.
  created_by uuid  -- Who entered it.
  constraint weight_versions_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL
  constraint weight_versions_pkey PRIMARY KEY (id)
  constraint weight_versions_source_check CHECK ((source <> ''::text))

-- How many votes an organisation has in a version.
table weights
  version_id uuid not null  -- The version.
  organisation_id uuid not null  -- The organisation.
  weight integer not null  -- Its number of votes.
  constraint weights_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  constraint weights_pkey PRIMARY KEY (version_id, organisation_id)
  constraint weights_version_id_fkey FOREIGN KEY (version_id) REFERENCES weight_versions(id) ON DELETE CASCADE
  constraint weights_weight_check CHECK (((weight >= 1) AND (weight <= 10000)))
  index weights_organisation using btree (organisation_id)

-- Working groups that prepare an edition.
table working_groups
  id uuid not null default uuidv7()  -- Stable id.
  edition_id uuid not null  -- The edition.
  name bilingual not null  -- Name.
  text bilingual  -- What it works on.
  leads text  -- Who leads it, with the public office they hold.
  source_id text  -- Source.
  position integer not null  -- Order.
  state text  -- Where it stands; empty while it is only listed and nobody works with it here.
  mandate bilingual  -- What it is asked to do, until when and by whom.
  joining text not null default 'invitation'::text  -- How one becomes a member: by invitation, by request to the lead, or openly.
  shown text[] not null default '{}'::text[]  -- What of its inner life everybody may see, piece by piece; the lead decides.
  revision integer not null default 1  -- Counts the changes of state, mandate, joining and what is shown.
  constraint working_groups_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE
  constraint working_groups_joining_check CHECK ((joining = ANY (ARRAY['invitation'::text, 'request'::text, 'open'::text])))
  constraint working_groups_pkey PRIMARY KEY (id)
  constraint working_groups_shown_check CHECK ((shown <@ ARRAY['state'::text, 'mandate'::text, 'people'::text, 'meetings'::text, 'minutes'::text, 'agreements'::text, 'papers'::text]))
  constraint working_groups_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources(id)
  constraint working_groups_state_check CHECK ((state = ANY (ARRAY['forming'::text, 'working'::text, 'reported'::text, 'closed'::text])))
  index working_groups_words using gin (bilingual_words((name)::jsonb, (text)::jsonb, leads))
  TRIGGER working_groups_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION announce_change()

CREATE OR REPLACE FUNCTION public.announce_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('changed', tg_table_name);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.bilingual_words(heading jsonb, body jsonb, more text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 2000
AS $function$
  select setweight(public.both_words(coalesce(heading ->> 'de', '') || ' ' || coalesce(heading ->> 'en', '')), 'A')
    || setweight(public.both_words(coalesce(body ->> 'de', '') || ' ' || coalesce(body ->> 'en', '') || ' ' || coalesce(more, '')), 'C')
$function$

CREATE OR REPLACE FUNCTION public.both_words(source text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select to_tsvector('german', public.worded(source)) || to_tsvector('english', public.folded(public.worded(source)))
$function$

CREATE OR REPLACE FUNCTION public.document_words_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform unlearn_words(new.id);
  perform graphile_worker.add_job('relearnWords', job_key => 'relearnWords');
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.document_words_stale()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  id text := to_jsonb(new) ->> tg_argv[0];
  mine text := pg_current_xact_id() || ' ' || id;
begin
  if current_setting('metropol.gathered', true) is distinct from mine then
    perform gather_words(id::uuid);
    perform set_config('metropol.gathered', mine, true);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.documents_about(wanted tsquery)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET enable_seqscan TO 'off'
AS $function$
begin
  return query select id from public.documents where words @@ wanted;
end $function$

CREATE OR REPLACE FUNCTION public.documents_with(any_of text[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 5000
 SET enable_seqscan TO 'off'
AS $function$
begin
  return query select document_id from public.document_words where words && any_of;
end $function$

CREATE OR REPLACE FUNCTION public.documents_with_all(all_of text[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 5000
 SET enable_seqscan TO 'off'
AS $function$
begin
  return query select document_id from public.document_words where words @> all_of;
end $function$

CREATE OR REPLACE FUNCTION public.drop_picture()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from files where id = old.file_id;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.fix_first_plans()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update piece_events set planned_for = planned_for where piece_id = new.id and planned_for is not null;
  update project_indicators set target = target where piece_id = new.id and target is not null;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.folded(source text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case when octet_length(source) = length(source) then lower(source)
    else translate(replace(replace(lower(source), 'ß', 'ss'), 'æ', 'ae'),
      'äöüáàâãåéèêëíìîïóòôõøúùûýÿçñšžčćđłśźż', 'aouaaaaaeeeeiiiiooooouuuyycnszccdlszz') end
$function$

CREATE OR REPLACE FUNCTION public.gather_words(of_document uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into document_words as known (document_id, words)
    select d.id, array(
      select lexeme from unnest(tsvector_to_array(d.words)) lexeme
      union select lexeme from document_pages p, unnest(tsvector_to_array(p.words)) lexeme
        where p.document_id = d.id and p.version = d.current_version and right(lexeme, 1) not in ('²', '⁴')
          and (d.embargo_until is null or d.embargo_until <= now()))
    from documents d where d.id = of_document
    on conflict (document_id) do update set words = excluded.words where known.words <> excluded.words;
  perform learn_words_of(of_document);
end $function$

CREATE OR REPLACE FUNCTION public.groups_of_person(person uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  select group_id from group_members where person_id = person and state = 'active'
  union all
  select g.id from roles r join working_groups g on r.edition_id is null or r.edition_id = g.edition_id
  where r.person_id = person and r.role in ('congress_team', 'group_lead', 'delegate') and g.state is not null
$function$

CREATE OR REPLACE FUNCTION public.is_open_document(d documents)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select d.state = 'published' and d.access = 'public' and (d.embargo_until is null or d.embargo_until <= now())
$function$

CREATE OR REPLACE FUNCTION public.keep_an_administrator()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select 1 from gone where role = 'administrator')
     and not exists (select 1 from roles where role = 'administrator') then
    raise exception 'the last administrator cannot be removed' using errcode = 'MP001';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.keep_first_date()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.first_planned_for := case when tg_op = 'UPDATE' then old.first_planned_for end;
  if new.first_planned_for is null and new.planned_for is not null
    and exists (select from pieces where id = new.piece_id and published_at is not null) then
    new.first_planned_for := new.planned_for;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.keep_first_plan()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    new.first_starts := old.first_starts;
    new.first_ends := old.first_ends;
  else
    new.first_starts := null;
    new.first_ends := null;
  end if;
  if new.kind = 'project' and new.published_at is not null then
    if rpad(new.starts, 10, '~') collate "C" > to_char(new.changed_at at time zone 'UTC', 'YYYY-MM-DD') then
      new.first_starts := coalesce(new.first_starts, new.starts);
    end if;
    if rpad(new.ends, 10, '~') collate "C" > to_char(new.changed_at at time zone 'UTC', 'YYYY-MM-DD') then
      new.first_ends := coalesce(new.first_ends, new.ends);
    end if;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.keep_first_target()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.first_target := case when tg_op = 'UPDATE' then old.first_target end;
  new.first_target_on := case when tg_op = 'UPDATE' then old.first_target_on end;
  if new.first_target is null and new.target is not null
    and exists (select from pieces where id = new.piece_id and published_at is not null) then
    new.first_target := new.target;
    new.first_target_on := new.target_on;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.keep_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (to_jsonb(new) - 'sent_by') = (to_jsonb(old) - 'sent_by') and new.sent_by is null then return new; end if;
  raise exception 'an invitation stays as it was sent';
end $function$

CREATE OR REPLACE FUNCTION public.keep_minutes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare kept text[] := array['created_by', 'approved_by', 'changed_by', 'by_person', 'person_id', 'agenda_item_id'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - kept) = (to_jsonb(old) - kept) then return new; end if;
  if tg_table_name = 'minutes' then
    if old.state <> 'approved' then return new; end if;
  elsif tg_table_name = 'minutes_sections' then
    if not exists (select from minutes where meeting_id = coalesce(new.meeting_id, old.meeting_id) and state = 'approved') then
      return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' and not exists (select from meetings where id = old.meeting_id) then return old; end if;
  end if;
  raise exception 'approved minutes stay as they are';
end $function$

CREATE OR REPLACE FUNCTION public.keep_papers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  people text[] := array['created_by', 'adopted_by', 'handed_over_by', 'changed_by', 'by_person', 'decided_by', 'person_id', 'resolved_by'];
  moving text[] := array['state', 'handed_over_at', 'revision', 'changed_at'];
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - people) = (to_jsonb(old) - people) then return new; end if;
  if tg_table_name = 'papers' then
    if old.state in ('draft', 'amending') then return new; end if;
    if old.state = 'adopted' and new.state = 'handed_over'
      and (to_jsonb(new) - people - moving) = (to_jsonb(old) - people - moving) then return new; end if;
  else
    if not exists (select from papers where id = coalesce(new.paper_id, old.paper_id) and state in ('adopted', 'handed_over')) then
      return coalesce(new, old);
    end if;
  end if;
  raise exception 'adopted papers stay as they are';
end $function$

CREATE OR REPLACE FUNCTION public.keep_votes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  loose text[] := array['created_by', 'closed_by', 'member_id', 'cast_by', 'organisation_id'];
  own uuid;
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - loose) = (to_jsonb(old) - loose) then return new; end if;
  if tg_table_name = 'votes' then
    if old.state in ('draft', 'open') then return coalesce(new, old); end if;
    if tg_op = 'DELETE' and not exists (select from working_groups where id = old.group_id) then return old; end if;
    raise exception 'closed votes stay as they are';
  end if;
  if tg_table_name in ('vote_ballots', 'replaced_ballots') then
    select vote_id into own from electors where id = coalesce(new.elector_id, old.elector_id);
  else
    own := coalesce(new.vote_id, old.vote_id);
  end if;
  if exists (select from votes where id = own and state in ('closed', 'cancelled')) then
    raise exception 'closed votes stay as they are';
  end if;
  return coalesce(new, old);
end $function$

CREATE OR REPLACE FUNCTION public.learn_words_of(of_document uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  with own as materialized (select d.*, is_open_document(d) as is_open from documents d where id = of_document),
  texts as (
    select concat_ws(' ', title, subtitle, translated_title, keywords, abstract ->> 'de', abstract ->> 'en') as source from own
    union all select text from document_pages p join own on p.document_id = own.id and p.version = own.current_version
  ), spelled as materialized (
    select distinct lexeme from texts, unnest(tsvector_to_array(to_tsvector('simple', worded(source)))) lexeme
  ), found as materialized (
    select distinct case when octet_length(lexeme) = length(lexeme) then lexeme else folded(lexeme) end as word from spelled
  )
  insert into known_words as known (word, is_public)
    select word, is_open from found, own
    where length(word) between 3 and 40 and word !~ '[^[:alpha:]]'
      and not exists (select from known_words before where before.word = found.word and (is_public or not is_open))
    order by word
    on conflict (word) do update set is_public = true where excluded.is_public and not known.is_public
$function$

CREATE OR REPLACE FUNCTION public.leave_groups()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from group_members where person_id = new.id and state = 'asked';
  update group_members set state = 'left', left_at = new.disabled_at, deputy_for = null
    where person_id = new.id and state = 'active';
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.leave_organisations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from organisation_stewards where person_id = new.id;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.page_words(source text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  plain text := public.worded(source);
  all_bytes integer := octet_length(source);
  german integer := (all_bytes - octet_length(replace(replace(replace(replace(replace(source,
    ' und ', ' '), ' der ', ' '), ' die ', ' '), ' ist ', ' '), ' mit ', ' '))) / 4;
  longer text := replace(replace(source, ' and ', ' '), ' the ', ' ');
  english integer := (all_bytes - octet_length(longer)) / 4
    + (octet_length(longer) - octet_length(replace(replace(replace(longer, ' of ', ' '), ' is ', ' '), ' to ', ' '))) / 3;
  words tsvector := case when german > english then to_tsvector('german', plain)
    when english > german then to_tsvector('english', public.folded(plain))
    else to_tsvector('german', plain) || to_tsvector('english', public.folded(plain)) end;
begin
  return words || coalesce((select array_to_tsvector(array_agg(lexeme || '²')
      || coalesce(array_agg(lexeme || '⁴') filter (where cardinality(positions) >= 4), '{}'))
    from unnest(words) where cardinality(positions) >= 2), '');
end $function$

CREATE OR REPLACE FUNCTION public.pages_with(wanted tsquery, at_most integer)
 RETURNS TABLE(of_document uuid, of_version integer, no integer)
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 500
 SET enable_seqscan TO 'off'
AS $function$
begin
  return query select document_id, version, page from public.document_pages where words @@ wanted limit at_most;
end $function$

CREATE OR REPLACE FUNCTION public.pages_with_pairs(pairs integer[], at_most integer)
 RETURNS TABLE(of_document uuid, of_version integer, no integer)
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 500
 SET enable_seqscan TO 'off'
AS $function$
begin
  return query select document_id, version, page from public.document_pages where public.word_pairs(words) @> pairs limit at_most;
end $function$

CREATE OR REPLACE FUNCTION public.paper_words(content jsonb)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE COST 2000
AS $function$
  select setweight(public.both_words(coalesce(content ->> 'title', '')), 'A') || setweight(public.both_words(coalesce(
    (select string_agg(concat_ws(' ', one ->> 'title', one ->> 'text'), ' ') from jsonb_array_elements(content -> 'sections') one), '')), 'C')
$function$

CREATE OR REPLACE FUNCTION public.plain_words(d documents)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
  select distinct lexeme from (
    select concat_ws(' ', d.title, d.subtitle, d.translated_title, d.keywords, d.abstract ->> 'de', d.abstract ->> 'en') as source
    union all select text from document_pages where document_id = d.id
  ) texts, unnest(tsvector_to_array(to_tsvector('simple', folded(worded(source))))) lexeme
$function$

CREATE OR REPLACE FUNCTION public.relearn_words()
 RETURNS void
 LANGUAGE sql
AS $function$
  with open_words as materialized (
    select distinct word from documents d, plain_words(d) word where is_open_document(d)
  ), told as materialized (
    select known.word, open_words.word is not null as is_open from known_words known left join open_words using (word)
  )
  update known_words known set is_public = is_open from told where told.word = known.word and is_public <> is_open
$function$

CREATE OR REPLACE FUNCTION public.unlearn_words(of_document uuid)
 RETURNS void
 LANGUAGE sql
AS $function$
  with others as materialized (
    select distinct stem from (
      select known.words from document_words known join documents d on d.id = known.document_id
        where is_open_document(d) limit 300
    ) several, unnest(several.words) stem
  ), own as materialized (
    select word, stem from known_words, unnest(tsvector_to_array(both_words(word))) stem
      where is_public and to_tsvector('german', word) <> '' and to_tsvector('english', word) <> ''
        and word in (select plain_words(d) from documents d where d.id = of_document)
  ), gone as materialized (
    select word from known_words
      where word in (select word from own except select word from own join others using (stem))
      order by word for update
  )
  update known_words set is_public = false where word in (select word from gone)
$function$

CREATE OR REPLACE FUNCTION public.word_pairs(words tsvector)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 2000
AS $function$
  select coalesce(array_agg(hashtext(before || ' ' || lexeme)), '{}') from (
    select lexeme, lag(lexeme) over ordered as before, place - lag(place) over ordered as apart
    from unnest(words) w, unnest(w.positions) place window ordered as (order by place, lexeme)) following
  where apart between 1 and 4
$function$

CREATE OR REPLACE FUNCTION public.worded(source text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case when source ~ '[éèêëáàâãåíìîïóòôõøúùûçñÉÈÊËÁÀÂÃÅÍÌÎÏÓÒÔÕØÚÙÛÇÑ]'
    then translate(source, '-_/.:@+&''’éèêëáàâãåíìîïóòôõøúùûçñÉÈÊËÁÀÂÃÅÍÌÎÏÓÒÔÕØÚÙÛÇÑ',
      '          eeeeaaaaaiiiiooooouuucneeeeaaaaaiiiiooooouuucn')
    else replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(source,
      '-', ' '), '_', ' '), '/', ' '), '.', ' '), ':', ' '), '@', ' '), '+', ' '), '&', ' '), '''', ' '), '’', ' ') end
$function$
