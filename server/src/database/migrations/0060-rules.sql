-- Rules: what a county may change without a programmer, every kind with versions, all in one table.

-- @tables
-- Append-only. In force is, of each kind, the version that began last.
create table rule_set (
  county text not null,
  kind text not null,
  version integer not null,
  -- Never given twice, so that what a process remembers of a version stays true.
  id text not null,
  valid_from timestamptz not null,
  body jsonb not null,
  note text not null,
  created_at timestamptz not null,
  created_by text,
  primary key (county, kind, version)
);

-- @distribute
select create_distributed_table('rule_set', 'county', colocate_with => 'idempotency');

-- @grants
grant select, insert on rule_set to gezhi_app;

-- @policies
-- Rules hold nobody's data, and a report by anybody is routed and timed by them. Only the county itself writes them.
alter table rule_set enable row level security;
alter table rule_set force row level security;
create policy reading on rule_set for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or (current_setting('gezhi.county', true) = '*' and current_setting('gezhi.system', true) = 'on')
);
create policy adding on rule_set for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or county ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
