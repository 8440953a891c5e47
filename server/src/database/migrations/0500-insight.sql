-- Faults: what was not done and must not be silent. What can be counted from other tables is not kept here.

-- @tables
create table fault (
  county text not null,
  id text not null,
  kind text not null,
  -- What it is about: a case, a message, a desk. One fault of a kind stands open about one thing.
  ref text not null,
  case_id text,
  -- Whose administrators see it.
  area text not null,
  detail jsonb not null,
  at timestamptz not null,
  cleared_at timestamptz,
  primary key (county, id)
);

-- @distribute
select create_distributed_table('fault', 'county', colocate_with => 'idempotency');

-- @indexes
create unique index fault_open on fault (county, kind, ref) where cleared_at is null;
create index fault_list on fault (county, at, id);
-- Upheld hand-backs, which are counted against the row of the duty list that misled.
create index case_event_handed_back on case_event (county, at) where type = 'handedBack';

-- @grants
grant select, insert on fault to gezhi_app;
grant update (cleared_at) on fault to gezhi_app;

-- @policies
alter table fault enable row level security;
alter table fault force row level security;
create policy reading on fault for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
-- Anybody's act may show that something is missing; the program notes it.
create policy adding on fault for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and current_setting('gezhi.system', true) = 'on'
);
create policy clearing on fault for update using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and current_setting('gezhi.system', true) = 'on'
);
