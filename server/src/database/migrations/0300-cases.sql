-- Cases: the events, which are the truth, and what is kept beside them to find and list them by.
-- was e92e25a69dd780f8a01a7d8b5c0d3b8c2fa090c5a0a6b11504eac5236e5654ae: the same in words that policies on Citus do not take

-- @tables
-- One row a case: the fold of its events (doc) and the columns that lists, lights and scopes ask for.
create table case_file (
  county text not null,
  id text not null,
  number text not null,
  version integer not null,
  state text not null,
  category text not null,
  kind text not null,
  urgency text not null,
  level text not null,
  area text not null,
  -- Whose staff may see it by area: the place, or the desk above for a complaint about a desk.
  scope_area text not null,
  desk text not null,
  home_desk text not null,
  longitude double precision,
  latitude double precision,
  channel text not null,
  description text not null,
  address text,
  reporter_kind text not null,
  reporter_person text,
  subject text,
  source_name text,
  source_number text,
  -- Who owes the next step, as a body key; null when nobody does.
  owner text,
  stage text,
  due_at timestamptz,
  -- The light at the last event. Time reddens it only by a clock ending, which is an event.
  light text not null,
  reported_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  -- Organisations with a work order on it, and areas of desks or grids called in from elsewhere.
  orgs text[] not null,
  party_areas text[] not null,
  lead text,
  parent text,
  merged_into text,
  quarantined boolean not null,
  facts jsonb not null,
  doc jsonb not null,
  head text not null,
  primary key (county, id),
  unique (county, number),
  unique (county, source_name, source_number)
);

-- Append-only. hash is SHA-256 over the event in canonical form and the hash before it.
create table case_event (
  county text not null,
  case_id text not null,
  seq integer not null,
  type text not null,
  at timestamptz not null,
  event jsonb not null,
  prev text not null,
  hash text not null,
  recorded_at timestamptz not null,
  primary key (county, case_id, seq)
);

-- The clocks that can still end, for the scan.
create table case_clock (
  county text not null,
  case_id text not null,
  clock text not null,
  stage text not null,
  due_at timestamptz not null,
  primary key (county, case_id, clock)
);

create table work_order (
  county text not null,
  case_id text not null,
  work_order text not null,
  body text not null,
  org text,
  area text not null,
  role text not null,
  state text not null,
  sent_at timestamptz not null,
  answered_at timestamptz,
  finished_at timestamptz,
  primary key (county, case_id, work_order)
);

-- Search by equality: under row-level security only that uses an index.
create table case_word (
  county text not null,
  word text collate "C" not null,
  area text not null,
  case_id text not null,
  primary key (county, word, case_id)
);

-- Follow codes, hashed.
create table case_follow (
  county text not null,
  code_hash text not null,
  case_id text not null,
  primary key (county, code_hash)
);

create table case_support (
  county text not null,
  case_id text not null,
  supporter text not null,
  verified boolean not null,
  subject text,
  at timestamptz not null,
  primary key (county, case_id, supporter)
);

-- What anybody may see of an open case: snapped, without words or names.
create table public_case (
  county text not null,
  id text not null,
  number text not null,
  area text not null,
  category text not null,
  state text not null,
  longitude double precision not null,
  latitude double precision not null,
  reported_at timestamptz not null,
  supporters integer not null,
  primary key (county, id)
);

create table supervision_order (
  county text not null,
  case_id text not null,
  order_id text not null,
  number text not null,
  area text not null,
  over_desk text not null,
  to_desk text not null,
  ordered_at timestamptz not null,
  due_at timestamptz,
  answered_at timestamptz,
  primary key (county, case_id, order_id)
);

-- The heads of a day's cases folded into one hash, which can be published.
create table chain_root (
  county text not null,
  day date not null,
  root text not null,
  cases integer not null,
  made_at timestamptz not null,
  primary key (county, day)
);

-- @distribute
select create_distributed_table('case_file', 'county', colocate_with => 'idempotency');
select create_distributed_table('case_event', 'county', colocate_with => 'idempotency');
select create_distributed_table('case_clock', 'county', colocate_with => 'idempotency');
select create_distributed_table('work_order', 'county', colocate_with => 'idempotency');
select create_distributed_table('case_word', 'county', colocate_with => 'idempotency');
select create_distributed_table('case_follow', 'county', colocate_with => 'idempotency');
select create_distributed_table('case_support', 'county', colocate_with => 'idempotency');
select create_distributed_table('public_case', 'county', colocate_with => 'idempotency');
select create_distributed_table('supervision_order', 'county', colocate_with => 'idempotency');
select create_distributed_table('chain_root', 'county', colocate_with => 'idempotency');

-- @keys
alter table case_event add foreign key (county, case_id) references case_file (county, id);
alter table case_clock add foreign key (county, case_id) references case_file (county, id);
alter table work_order add foreign key (county, case_id) references case_file (county, id);
alter table case_word add foreign key (county, case_id) references case_file (county, id);
alter table case_follow add foreign key (county, case_id) references case_file (county, id);
alter table case_support add foreign key (county, case_id) references case_file (county, id);
alter table public_case add foreign key (county, id) references case_file (county, id);
alter table supervision_order add foreign key (county, case_id) references case_file (county, id);

-- @indexes
create index case_file_area on case_file (county, scope_area collate "C", reported_at);
create index case_file_due on case_file (county, due_at, id) where due_at is not null;
create index case_file_newest on case_file (county, reported_at desc, id);
create index case_file_updated on case_file (county, updated_at desc, id);
create index case_file_owner on case_file (county, owner) where owner is not null;
create index case_file_subject on case_file (county, subject) where subject is not null;
create index case_file_reporter on case_file (county, reporter_person) where reporter_person is not null;
create index case_file_place on case_file (county, latitude, longitude) where closed_at is null;
create index case_file_parent on case_file (county, parent) where parent is not null;
create index case_clock_due on case_clock (county, due_at);
create index work_order_body on work_order (county, body, state);
create index work_order_org on work_order (county, org, state);
create index case_follow_case on case_follow (county, case_id);
create index public_case_place on public_case (county, latitude, longitude);
create index supervision_to on supervision_order (county, to_desk, ordered_at);
create index supervision_over on supervision_order (county, over_desk, ordered_at);

-- @functions
-- Opens the children of a case that the scope was just seen to hold.
create function set_case(case_id text) returns void language plpgsql as $$
begin
  execute format('set local gezhi.case_id = %L', case_id);
end
$$;

-- @grants
grant select, insert, update on case_file to gezhi_app;
grant select, insert on case_event to gezhi_app;
grant select, insert, update, delete on case_clock to gezhi_app;
grant select, insert, update on work_order to gezhi_app;
grant select, insert, delete on case_word to gezhi_app;
grant select, insert on case_follow to gezhi_app;
grant select, insert, update on case_support to gezhi_app;
grant select, insert, update, delete on public_case to gezhi_app;
grant select, insert, update on supervision_order to gezhi_app;
grant select, insert on chain_root to gezhi_app;

-- @policies
alter table case_file enable row level security;
alter table case_file force row level security;
create policy scope on case_file using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or scope_area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or orgs && nullif(current_setting('gezhi.orgs', true), '')::text[]
    or id = nullif(current_setting('gezhi.case_id', true), '')
    or reporter_person = nullif(current_setting('gezhi.person', true), '')
    -- One of them in scope: each on a line, since a policy with a subquery stands on no shard.
    or nullif(array_to_string(party_areas, chr(10)), '') ~ ('(?n)' || nullif(current_setting('gezhi.area_pattern', true), ''))
  )
);

alter table case_event enable row level security;
alter table case_event force row level security;
create policy scope on case_event using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);

alter table case_clock enable row level security;
alter table case_clock force row level security;
create policy scope on case_clock using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);

alter table work_order enable row level security;
alter table work_order force row level security;
create policy scope on work_order using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
    or org = any(nullif(current_setting('gezhi.orgs', true), '')::text[])
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table case_word enable row level security;
alter table case_word force row level security;
create policy scope on case_word using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);

-- Found only by the whole hash of a code; the hash tells nothing of the code.
alter table case_follow enable row level security;
alter table case_follow force row level security;
create policy scope on case_follow using (
  county = nullif(current_setting('gezhi.county', true), '')
  or (current_setting('gezhi.county', true) = '*' and current_setting('gezhi.system', true) = 'on')
);

alter table case_support enable row level security;
alter table case_support force row level security;
create policy scope on case_support using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);

alter table public_case enable row level security;
alter table public_case force row level security;
create policy reading on public_case for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or (current_setting('gezhi.county', true) = '*' and current_setting('gezhi.system', true) = 'on')
);
create policy adding on public_case for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or id = nullif(current_setting('gezhi.case_id', true), '')
  )
);
create policy changing on public_case for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or id = nullif(current_setting('gezhi.case_id', true), '')
  )
);
create policy removing on public_case for delete using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or id = nullif(current_setting('gezhi.case_id', true), '')
  )
);

alter table supervision_order enable row level security;
alter table supervision_order force row level security;
create policy scope on supervision_order using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
    or over_desk ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or to_desk ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table chain_root enable row level security;
alter table chain_root force row level security;
create policy scope on chain_root using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
