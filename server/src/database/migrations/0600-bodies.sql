-- Bodies made of others, what bodies serve beside their own area, how bodies end, and who acts for whom.
-- was 6b52d02566db8466b14b4f283974cdcbe02409fcd914b9055697243471f7ca4f: the same in words that policies on Citus do not take

-- @tables
-- Who took over what a merged or closed body owed; it answers for old records.
alter table organisation add column successor text;
alter table organisation add column end_reason text;

-- The post of somebody on leave that this one stands in for, and the leave by which it does.
alter table post add column acting_for text;
alter table post add column leave_id text;

create table organisation_area (
  county text not null,
  organisation text not null,
  area text not null,
  -- Code of the area that keeps the organisation.
  reach text not null,
  primary key (county, organisation, area)
);

create table organisation_zone (
  county text not null,
  organisation text not null,
  zone text not null,
  reach text not null,
  primary key (county, organisation, zone)
);

-- Members of a body that is made of others: a body, a person, or a person sent by a body.
create table organisation_member (
  county text not null,
  id text not null,
  organisation text not null,
  member_org text,
  member_person text,
  duty text not null,
  -- Code of the area that keeps the organisation.
  reach text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  added_by text,
  ended_by text,
  end_reason text,
  primary key (county, id)
);

-- What was open when a body ended, and who took it.
create table organisation_hand_over (
  county text not null,
  id text not null,
  organisation text not null,
  reach text not null,
  kind text not null,
  ref text not null,
  name text not null,
  -- The organisation that took it; null where it ended with the body.
  taken_by text,
  at timestamptz not null,
  by_person text not null,
  primary key (county, id)
);

-- Days on which somebody is away and a deputy acts. Why is not kept: it is nobody's business here.
create table leave (
  county text not null,
  id text not null,
  person text not null,
  deputy text,
  -- Code of the area that keeps the person's record.
  reach text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  made_by text not null,
  made_at timestamptz not null,
  -- When it was cut short or taken back, and by whom.
  ended_at timestamptz,
  ended_by text,
  primary key (county, id)
);

-- @distribute
select create_distributed_table('organisation_area', 'county', colocate_with => 'idempotency');
select create_distributed_table('organisation_zone', 'county', colocate_with => 'idempotency');
select create_distributed_table('organisation_member', 'county', colocate_with => 'idempotency');
select create_distributed_table('organisation_hand_over', 'county', colocate_with => 'idempotency');
select create_distributed_table('leave', 'county', colocate_with => 'idempotency');

-- @keys
alter table organisation add foreign key (county, successor) references organisation (county, id);
alter table post add foreign key (county, acting_for) references post (county, id);
alter table post add foreign key (county, leave_id) references leave (county, id);
alter table organisation_area add foreign key (county, organisation) references organisation (county, id);
alter table organisation_zone add foreign key (county, organisation) references organisation (county, id);
alter table organisation_zone add foreign key (county, zone) references zone (county, id) on delete cascade;
alter table organisation_member add foreign key (county, organisation) references organisation (county, id);
alter table organisation_member add foreign key (county, member_org) references organisation (county, id);
alter table organisation_member add foreign key (county, member_person) references person (county, id);
alter table organisation_hand_over add foreign key (county, organisation) references organisation (county, id);
alter table organisation_hand_over add foreign key (county, taken_by) references organisation (county, id);
alter table leave add foreign key (county, person) references person (county, id);
alter table leave add foreign key (county, deputy) references person (county, id);

-- @indexes
create index organisation_initials on organisation (county, initials);
create index organisation_successor on organisation (county, successor) where successor is not null;
create index organisation_under on organisation (county, parent, name, id) where retired_at is null;
create index post_begins on post (county, from_at);
create index post_ends on post (county, to_at) where to_at is not null;
create index post_acting on post (county, acting_for) where acting_for is not null;
create index post_leave on post (county, leave_id) where leave_id is not null;
create index organisation_area_area on organisation_area (county, area);
create index organisation_zone_zone on organisation_zone (county, zone);
create index organisation_member_of on organisation_member (county, organisation, from_at, id);
create index organisation_member_begins on organisation_member (county, from_at);
create index organisation_member_ends on organisation_member (county, to_at) where to_at is not null;
create index organisation_member_org on organisation_member (county, member_org) where member_org is not null;
create index organisation_member_person on organisation_member (county, member_person)
  where member_person is not null;
create index organisation_hand_over_of on organisation_hand_over (county, organisation, at, id);
create index leave_person on leave (county, person, to_at);
create index leave_deputy on leave (county, deputy, to_at) where deputy is not null;

-- @grants
grant select, insert, delete on organisation_area to gezhi_app;
grant select, insert, delete on organisation_zone to gezhi_app;
grant select, insert, update on organisation_member to gezhi_app;
grant select, insert on organisation_hand_over to gezhi_app;
grant select, insert, update on leave to gezhi_app;

-- @policies
-- As with posts: all staff read, only the area that keeps the record changes it.
alter table organisation_area enable row level security;
alter table organisation_area force row level security;
create policy reading on organisation_area for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on organisation_area for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy removing on organisation_area for delete using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table organisation_zone enable row level security;
alter table organisation_zone force row level security;
create policy reading on organisation_zone for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on organisation_zone for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy removing on organisation_zone for delete using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table organisation_member enable row level security;
alter table organisation_member force row level security;
create policy reading on organisation_member for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on organisation_member for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on organisation_member for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table organisation_hand_over enable row level security;
alter table organisation_hand_over force row level security;
create policy reading on organisation_hand_over for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on organisation_hand_over for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table leave enable row level security;
alter table leave force row level security;
create policy reading on leave for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
);
create policy adding on leave for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on leave for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or reach ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
