-- Who there is: organisations, people, their posts and the duty roster.
-- was 3600c57d90a3a1a631116a471dfd762e01a9cc2aafee22326cd356174ca8ffb4: the same in words that policies on Citus do not take

-- @tables
create table organisation (
  county text not null,
  id text not null,
  -- The code other systems know it by; once retired it is never given again.
  code text,
  kind text not null,
  name text not null,
  -- Pinyin initials of the name, for searching from a keyboard.
  initials text not null,
  parent text,
  -- Code of the area it serves.
  area text not null,
  duty_phone text,
  version integer not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (county, id),
  unique (county, code)
);

create table person (
  county text not null,
  id text not null,
  name text not null,
  initials text not null,
  -- Code of the area that keeps this record and answers for it.
  area text not null,
  -- Where phone and e-mail are kept, sealed.
  subject text,
  version integer not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (county, id)
);

create table post (
  county text not null,
  id text not null,
  person text not null,
  role text not null,
  -- Where its rights hold: in an area and all under it, for an organisation, or both.
  area text,
  org text,
  -- Code of the area that keeps the post: its own, or the one its organisation serves.
  reach text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  time text not null,
  given_by text,
  ended_by text,
  end_reason text,
  primary key (county, id)
);

create table duty_turn (
  county text not null,
  id text not null,
  -- The desk: of an area, or of an organisation.
  area text,
  org text,
  -- Code of the area that keeps the roster: the desk's own, or the one its organisation serves.
  reach text not null,
  person text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  made_by text,
  primary key (county, id)
);

-- @distribute
select create_distributed_table('organisation', 'county', colocate_with => 'idempotency');
select create_distributed_table('person', 'county', colocate_with => 'idempotency');
select create_distributed_table('post', 'county', colocate_with => 'idempotency');
select create_distributed_table('duty_turn', 'county', colocate_with => 'idempotency');

-- @keys
alter table organisation add foreign key (county, parent) references organisation (county, id);
alter table post add foreign key (county, person) references person (county, id);
alter table post add foreign key (county, org) references organisation (county, id);
alter table duty_turn add foreign key (county, person) references person (county, id);
alter table duty_turn add foreign key (county, org) references organisation (county, id);

-- @indexes
create index organisation_name on organisation (county, name, id);
create index organisation_parent on organisation (county, parent);
create index person_name on person (county, name, id);
create index person_initials on person (county, initials);
create index post_person on post (county, person);
create index post_area on post (county, area, from_at);
create index post_reach on post (county, reach);
create index post_org on post (county, org, from_at);
create index duty_turn_area on duty_turn (county, area, to_at);
create index duty_turn_org on duty_turn (county, org, to_at);

-- @grants
grant select, insert, update on organisation to gezhi_app;
grant select, insert, update on person to gezhi_app;
grant select, insert, update on post to gezhi_app;
grant select, insert, delete on duty_turn to gezhi_app;

-- @policies
-- Who holds which post where hangs on the wall of every grid: all staff of the county read bodies, colleagues and posts.
-- Only the area that keeps a record changes it. Rosters are for those they concern.
alter table organisation enable row level security;
alter table organisation force row level security;
create policy reading on organisation for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on organisation for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on organisation for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table person enable row level security;
alter table person force row level security;
create policy reading on person for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on person for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on person for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table post enable row level security;
alter table post force row level security;
create policy reading on post for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on post for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on post for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table duty_turn enable row level security;
alter table duty_turn force row level security;
create policy scope on duty_turn using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or org = any(nullif(current_setting('gezhi.orgs', true), '')::text[])
    or person = nullif(current_setting('gezhi.person', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or org = any(nullif(current_setting('gezhi.orgs', true), '')::text[])
  )
);
