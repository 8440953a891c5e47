-- Registers: what a county keeps about its places and people beside posts: households, pairings, training, service places
-- and their bookings, chat groups and whom they reach, records of care.
-- was 5de22091a5b2cffa052d5b5ab214acce39c13ae7d3a1d08394b13d1b46be95cd: the same in words that policies on Citus do not take

-- @tables
-- Lists that are alike share one table; the kind says what `body` holds (see registerKinds in the domain).
create table register_entry (
  county text not null,
  id text not null,
  kind text not null,
  -- Code of the area that keeps the entry.
  area text not null,
  org text,
  person text,
  household text,
  from_at timestamptz not null,
  to_at timestamptz,
  body jsonb not null,
  -- Shown to the person and to those who edit people only: appraisals, recruitment.
  confidential boolean not null,
  version integer not null,
  created_at timestamptz not null,
  created_by text,
  removed_at timestamptz,
  primary key (county, id)
);

create table household (
  county text not null,
  id text not null,
  -- Code of the microgrid, or of the grid where there are none.
  area text collate "C" not null,
  address text collate "C" not null,
  -- The anchor household that looks after it: an entry of the register.
  anchor text,
  version integer not null,
  created_at timestamptz not null,
  moved_at timestamptz,
  primary key (county, id),
  unique (county, area, address)
);

create table service_place (
  county text not null,
  id text not null,
  kind text not null,
  name text not null,
  area text not null,
  address text,
  longitude double precision,
  latitude double precision,
  org text,
  phone text,
  hours jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (county, id)
);

create table service_room (
  county text not null,
  id text not null,
  place text not null,
  area text not null,
  name text not null,
  seats integer,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (county, id)
);

create table booking (
  county text not null,
  id text not null,
  room text not null,
  place text not null,
  area text not null,
  org text,
  person text not null,
  title text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  -- What came of it, written afterwards.
  held text,
  attended integer,
  version integer not null,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (county, id)
);

create table chat_group (
  county text not null,
  id text not null,
  name text not null,
  platform text not null,
  -- Code of the area that keeps the group.
  area text not null,
  -- Codes of the areas it covers.
  covers text[] not null,
  owner_post text,
  -- Address of its robot, sealed: whoever knows it can write to the group.
  robot text,
  version integer not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (county, id)
);

create table group_household (
  county text not null,
  chat_group text not null,
  household text not null,
  -- Code of the area that keeps the group.
  area text not null,
  at timestamptz not null,
  primary key (county, chat_group, household)
);

-- What a group's owner reported where nobody keeps the households themselves.
create table group_report (
  county text not null,
  chat_group text not null,
  microgrid text not null,
  area text not null,
  households integer not null,
  at timestamptz not null,
  by text,
  primary key (county, chat_group, microgrid)
);

create table care_kind (
  county text not null,
  code text not null,
  name_zh text not null,
  name_en text,
  interval_days integer not null,
  version integer not null,
  retired_at timestamptz,
  primary key (county, code)
);

create table care_record (
  county text not null,
  id text not null,
  kind text not null,
  area text not null,
  household text,
  -- Whose record it is, sealed under a key that is destroyed when the record ends.
  subject text not null,
  -- Address, contact and what to mind, sealed under the same key.
  details text,
  basis text not null,
  basis_note text not null,
  purpose text not null,
  from_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  visited_at timestamptz,
  visit_due_at timestamptz not null,
  version integer not null,
  created_by text,
  primary key (county, id)
);

create table care_visit (
  county text not null,
  id text not null,
  record text not null,
  area text not null,
  at timestamptz not null,
  person text not null,
  outcome text not null,
  note text,
  primary key (county, id)
);

-- @distribute
select create_distributed_table('register_entry', 'county', colocate_with => 'idempotency');
select create_distributed_table('household', 'county', colocate_with => 'idempotency');
select create_distributed_table('service_place', 'county', colocate_with => 'idempotency');
select create_distributed_table('service_room', 'county', colocate_with => 'idempotency');
select create_distributed_table('booking', 'county', colocate_with => 'idempotency');
select create_distributed_table('chat_group', 'county', colocate_with => 'idempotency');
select create_distributed_table('group_household', 'county', colocate_with => 'idempotency');
select create_distributed_table('group_report', 'county', colocate_with => 'idempotency');
select create_distributed_table('care_kind', 'county', colocate_with => 'idempotency');
select create_distributed_table('care_record', 'county', colocate_with => 'idempotency');
select create_distributed_table('care_visit', 'county', colocate_with => 'idempotency');

-- @keys
alter table register_entry add foreign key (county, org) references organisation (county, id);
alter table register_entry add foreign key (county, person) references person (county, id);
alter table register_entry add foreign key (county, household) references household (county, id);
alter table household add foreign key (county, anchor) references register_entry (county, id);
alter table service_place add foreign key (county, org) references organisation (county, id);
alter table service_room add foreign key (county, place) references service_place (county, id);
alter table booking add foreign key (county, room) references service_room (county, id);
alter table booking add foreign key (county, person) references person (county, id);
alter table chat_group add foreign key (county, owner_post) references post (county, id);
alter table group_household add foreign key (county, chat_group) references chat_group (county, id);
alter table group_household add foreign key (county, household) references household (county, id);
alter table group_report add foreign key (county, chat_group) references chat_group (county, id);
alter table care_record add foreign key (county, kind) references care_kind (county, code);
alter table care_record add foreign key (county, household) references household (county, id);
alter table care_record add foreign key (county, subject) references subject (county, id);
alter table care_visit add foreign key (county, record) references care_record (county, id);

-- @indexes
create index register_entry_kind on register_entry (county, kind, area, id);
create index register_entry_from on register_entry (county, kind, from_at, id);
create index register_entry_person on register_entry (county, person, kind) where person is not null;
create index register_entry_org on register_entry (county, org, kind) where org is not null;
create index register_entry_end on register_entry (county, to_at, id) where to_at is not null;
create index household_anchor on household (county, anchor) where anchor is not null;
create index service_place_area on service_place (county, area, id);
create index service_room_place on service_room (county, place);
create index booking_room on booking (county, room, to_at);
create index booking_place on booking (county, place, from_at, id);
create index chat_group_area on chat_group (county, area, id);
create index group_household_household on group_household (county, household);
create index care_record_due on care_record (county, visit_due_at, id);
create index care_record_expiry on care_record (county, expires_at, id);
create index care_visit_record on care_visit (county, record, at);

-- @functions
-- Opens what is narrower than the area of a post, after the program has seen the right: confidential entries and records
-- of care, each for the areas of a pattern. SET rather than set_config(), which does not reach Citus workers.
create function open_registers(confidential text, care text) returns void language plpgsql as $$
begin
  execute format('set local gezhi.confidential = %L; set local gezhi.care = %L', confidential, care);
end
$$;

-- @grants
grant select, insert, update on register_entry to gezhi_app;
grant select, insert, update on household to gezhi_app;
grant select, insert, update on service_place to gezhi_app;
grant select, insert, update on service_room to gezhi_app;
grant select, insert, update on booking to gezhi_app;
grant select, insert, update on chat_group to gezhi_app;
grant select, insert, update, delete on group_household to gezhi_app;
grant select, insert, update, delete on group_report to gezhi_app;
grant select, insert, update on care_kind to gezhi_app;
grant select, insert, update on care_record to gezhi_app;
grant select, insert, update on care_visit to gezhi_app;

-- @policies
-- Confidential entries are for the person and for those who edit people in the area.
alter table register_entry enable row level security;
alter table register_entry force row level security;
create policy scope on register_entry using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or (
      (area ~ nullif(current_setting('gezhi.area_pattern', true), '') or org = any(nullif(current_setting('gezhi.orgs', true), '')::text[]))
      and (not confidential or area ~ nullif(current_setting('gezhi.confidential', true), ''))
    )
    or person = nullif(current_setting('gezhi.person', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or (
      area ~ nullif(current_setting('gezhi.area_pattern', true), '')
      and (not confidential or area ~ nullif(current_setting('gezhi.confidential', true), ''))
    )
  )
);

alter table household enable row level security;
alter table household force row level security;
create policy scope on household using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

-- Where people meet and are served is known to all staff; the area that keeps a place changes it.
alter table service_place enable row level security;
alter table service_place force row level security;
create policy scope on service_place using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table service_room enable row level security;
alter table service_room force row level security;
create policy scope on service_room using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table booking enable row level security;
alter table booking force row level security;
create policy scope on booking using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
    or org = any(nullif(current_setting('gezhi.orgs', true), '')::text[])
    or person = nullif(current_setting('gezhi.person', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table chat_group enable row level security;
alter table chat_group force row level security;
create policy scope on chat_group using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table group_household enable row level security;
alter table group_household force row level security;
create policy scope on group_household using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table group_report enable row level security;
alter table group_report force row level security;
create policy scope on group_report using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table care_kind enable row level security;
alter table care_kind force row level security;
create policy scope on care_kind using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.person', true) > ''
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
  )
);

-- Records of care open only to a transaction whose asker has the right to them there; the area of a post is not enough.
alter table care_record enable row level security;
alter table care_record force row level security;
create policy scope on care_record using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.care', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.care', true), '')
  )
);

alter table care_visit enable row level security;
alter table care_visit force row level security;
create policy scope on care_visit using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.care', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.care', true), '')
  )
);
