-- Views of the work list that a person keeps for themselves: filters, columns and order under a name.

-- @tables
create table saved_view (
  county text not null,
  id text not null,
  person text not null,
  name text not null,
  -- What the address of the list says.
  state jsonb not null,
  made_at timestamptz not null,
  primary key (county, id),
  unique (county, person, name)
);

-- @distribute
select create_distributed_table('saved_view', 'county', colocate_with => 'idempotency');

-- @grants
grant select, insert, delete on saved_view to gezhi_app;
grant update (name, state) on saved_view to gezhi_app;

-- @policies
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy scope on saved_view using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or person = nullif(current_setting('gezhi.person', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or person = nullif(current_setting('gezhi.person', true), '')
  )
);
