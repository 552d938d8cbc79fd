-- Votes of working groups: with consent or by majority, open or secret, by person or organisation, with weights and proxies.
create table weight_versions (
  id uuid primary key default uuidv7(),
  in_force_on date not null,
  source text not null check (source <> ''),
  created_at timestamptz not null,
  created_by uuid references people on delete set null
);
comment on table weight_versions is 'Versions of the weights that a statute gives to organisations. A version never changes; a correction is a new one.';
comment on column weight_versions.id is 'Stable id.';
comment on column weight_versions.in_force_on is 'From which day it holds; of two for one day the later entered one.';
comment on column weight_versions.source is 'Where the weights are from: statute and paragraph, resolution.';
comment on column weight_versions.created_at is 'When it was entered.';
comment on column weight_versions.created_by is 'Who entered it.';

create table weights (
  version_id uuid not null references weight_versions on delete cascade,
  organisation_id uuid not null references organisations,
  weight integer not null check (weight between 1 and 10000),
  primary key (version_id, organisation_id)
);
create index weights_organisation on weights (organisation_id);
comment on table weights is 'How many votes an organisation has in a version.';
comment on column weights.version_id is 'The version.';
comment on column weights.organisation_id is 'The organisation.';
comment on column weights.weight is 'Its number of votes.';

create table votes (
  id uuid primary key default uuidv7(),
  group_id uuid not null references working_groups on delete cascade,
  method text not null check (method in ('consent', 'yes_no', 'one', 'several')),
  title text not null check (title <> ''),
  text text not null default '',
  basis text not null check (basis in ('person', 'organisation')),
  is_weighted boolean not null default false check (is_weighted <= (basis = 'organisation')),
  is_secret boolean not null default false check (not (is_secret and (is_weighted or method = 'consent'))),
  may_split boolean not null default false check (may_split <= (is_weighted and method in ('yes_no', 'one'))),
  majority text not null check (majority in ('none', 'most', 'simple', 'cast', 'two_thirds', 'absolute', 'two_thirds_entitled')),
  quorum_percent integer check (quorum_percent between 1 and 100),
  closes_at timestamptz,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'cancelled')),
  weight_version_id uuid references weight_versions,
  opened_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references people on delete set null,
  closed_by uuid references people on delete set null,
  revision integer not null default 1,
  urn bytea,
  result jsonb,
  reason text,
  check ((method = 'consent') = (majority = 'none')),
  check ((majority = 'most') <= (method in ('one', 'several'))),
  check ((method = 'consent') <= (closes_at is not null)),
  check ((state = 'draft') = (opened_at is null)),
  check ((state in ('closed', 'cancelled')) = (closed_at is not null)),
  check ((state = 'closed') = (result is not null)),
  check ((state = 'cancelled') = (reason is not null)),
  check ((is_secret and state = 'open') = (urn is not null))
);
create index votes_group on votes (group_id);
create index votes_weight_version on votes (weight_version_id);
comment on table votes is 'Votes of groups. Once closed they never change.';
comment on column votes.id is 'Stable id.';
comment on column votes.group_id is 'The group.';
comment on column votes.method is 'Consent: it holds where nobody objects; yes or no; one of several options; several of them.';
comment on column votes.title is 'What is decided, in a line.';
comment on column votes.text is 'Its wording and reasons (Markdown).';
comment on column votes.basis is 'Who has a vote: every member, or every organisation that members speak for.';
comment on column votes.is_weighted is 'Whether organisations have the votes that the statute gives them.';
comment on column votes.is_secret is 'Whether nobody may know who chose what.';
comment on column votes.may_split is 'Whether an organisation may cast its votes differently.';
comment on column votes.majority is 'The rule: most votes; more yes than no; more than half of those cast; two thirds; more than half or two thirds of all who are entitled.';
comment on column votes.quorum_percent is 'Which share of all votes has to be cast.';
comment on column votes.closes_at is 'When it ends by itself.';
comment on column votes.state is 'Draft; open; closed with its result; cancelled without one.';
comment on column votes.weight_version_id is 'The version of the weights that was in force when it was opened.';
comment on column votes.opened_at is 'When it was opened.';
comment on column votes.closed_at is 'When it was closed or cancelled.';
comment on column votes.created_at is 'When it was drafted.';
comment on column votes.created_by is 'Who drafted it.';
comment on column votes.closed_by is 'Who closed or cancelled it; nobody where the clock did.';
comment on column votes.revision is 'Counts the changes of the draft.';
comment on column votes.urn is 'The ballots of a secret vote while it is open, all in one, encrypted with a key that is not in the database.';
comment on column votes.result is 'What came out, with all counts.';
comment on column votes.reason is 'Why it was cancelled.';
create trigger votes_changed after insert or update or delete or truncate on votes for each statement execute function announce_change();

create table vote_options (
  vote_id uuid not null references votes on delete cascade,
  position integer not null check (position between 1 and 20),
  text text not null check (text <> ''),
  primary key (vote_id, position)
);
comment on table vote_options is 'What can be chosen in a vote with options.';
comment on column vote_options.vote_id is 'The vote.';
comment on column vote_options.position is 'Order; a ballot names it.';
comment on column vote_options.text is 'The option.';
create trigger vote_options_changed after insert or update or delete or truncate on vote_options for each statement execute function announce_change();

create table electors (
  id uuid primary key default uuidv7(),
  vote_id uuid not null references votes on delete cascade,
  member_id uuid references group_members on delete set null,
  organisation_id uuid references organisations,
  name text not null,
  weight integer not null default 1 check (weight >= 1),
  has_cast boolean not null default false,
  cast_by uuid references group_members on delete set null
);
create index electors_vote on electors (vote_id);
create index electors_member on electors (member_id);
create index electors_organisation on electors (organisation_id);
create index electors_cast_by on electors (cast_by);
comment on table electors is 'Who is entitled in a vote, as it was when the vote was opened, and who has cast a ballot.';
comment on column electors.id is 'Stable id.';
comment on column electors.vote_id is 'The vote.';
comment on column electors.member_id is 'The member, where members vote.';
comment on column electors.organisation_id is 'The organisation, where organisations vote.';
comment on column electors.name is 'Personal. Name of the member or organisation when the vote was opened. Purpose: record of the vote. Deletion: with the group.';
comment on column electors.weight is 'Their number of votes.';
comment on column electors.has_cast is 'Whether their ballot was cast. A secret vote keeps nothing more of them.';
comment on column electors.cast_by is 'Who cast it: a member, their deputy or proxy.';

create table vote_speakers (
  elector_id uuid not null references electors on delete cascade,
  member_id uuid not null references group_members on delete cascade,
  is_deputy boolean not null default false,
  primary key (elector_id, member_id)
);
create index vote_speakers_member on vote_speakers (member_id);
comment on table vote_speakers is 'Who may cast the ballot of an elector: the member, those who speak for an organisation, and deputies.';
comment on column vote_speakers.elector_id is 'The elector.';
comment on column vote_speakers.member_id is 'Who may cast it.';
comment on column vote_speakers.is_deputy is 'Whether they only stand in: they do not change what was cast without them.';

create table vote_ballots (
  elector_id uuid primary key references electors on delete cascade,
  parts jsonb not null,
  reason text
);
comment on table vote_ballots is 'Ballots of open votes, one for each elector.';
comment on column vote_ballots.elector_id is 'Whose it is.';
comment on column vote_ballots.parts is 'What was chosen, each with its number of votes.';
comment on column vote_ballots.reason is 'Personal. Why somebody objects. Purpose: the group answers it. Deletion: with the group.';

create table secret_ballots (
  vote_id uuid not null references votes on delete cascade,
  code bytea not null check (octet_length(code) = 16),
  choices jsonb not null,
  primary key (vote_id, code)
);
comment on table secret_ballots is 'Ballots of secret votes. They come here all at once when the vote is closed, in the order of their codes.';
comment on column secret_ballots.vote_id is 'The vote.';
comment on column secret_ballots.code is 'The receipt, 128 random bits that only the voter has seen.';
comment on column secret_ballots.choices is 'What was chosen.';

create table vote_proxies (
  id uuid primary key default uuidv7(),
  group_id uuid not null references working_groups on delete cascade,
  giver_id uuid not null references group_members on delete cascade,
  proxy_id uuid not null references group_members on delete cascade check (proxy_id <> giver_id),
  vote_id uuid references votes on delete cascade,
  until_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  check ((vote_id is null) = (until_on is not null))
);
create unique index vote_proxies_one on vote_proxies (giver_id, vote_id) nulls not distinct where ended_at is null;
create index vote_proxies_group on vote_proxies (group_id);
create index vote_proxies_proxy on vote_proxies (proxy_id);
create index vote_proxies_vote on vote_proxies (vote_id);
comment on table vote_proxies is 'Whom a member lets vote for them, in one vote or for a time. A proxy does not pass it on.';
comment on column vote_proxies.id is 'Stable id.';
comment on column vote_proxies.group_id is 'The group.';
comment on column vote_proxies.giver_id is 'The member.';
comment on column vote_proxies.proxy_id is 'Who may vote for them.';
comment on column vote_proxies.vote_id is 'The one vote it holds for; none where it holds for a time.';
comment on column vote_proxies.until_on is 'The last day it holds.';
comment on column vote_proxies.created_at is 'When it was given.';
comment on column vote_proxies.ended_at is 'When it was taken back or replaced.';

-- What was closed stays: only who is erased may go from it, and an organisation that is merged takes its new row.
create function keep_votes() returns trigger language plpgsql as $$
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
  if tg_table_name = 'vote_ballots' then
    select vote_id into own from electors where id = coalesce(new.elector_id, old.elector_id);
  else
    own := coalesce(new.vote_id, old.vote_id);
  end if;
  if exists (select from votes where id = own and state in ('closed', 'cancelled')) then
    raise exception 'closed votes stay as they are';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_votes before update or delete on votes for each row execute function keep_votes();
create trigger keep_votes before insert or update or delete on vote_options for each row execute function keep_votes();
create trigger keep_votes before insert or update or delete on electors for each row execute function keep_votes();
create trigger keep_votes before insert or update or delete on vote_ballots for each row execute function keep_votes();
create trigger keep_votes before insert or update or delete on secret_ballots for each row execute function keep_votes();

comment on column answers.fingerprint is 'HMAC-SHA-256 of address, viewer and body under the key, which is not here: the same key with other content is refused.';
