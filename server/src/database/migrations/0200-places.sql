-- The place tree, its boundaries by date, zones, landmarks, and the words by which places are found.
-- was 07d97267761a8a91f64fd081a92e3059b8ff2278001cd8ce66f31b74ce3fed4a: the same in words that policies on Citus do not take

-- @tables
-- Rises with every change of the places of a county: server processes compare it with what they hold in memory.
-- Written first in each changing transaction, it also lines those of one county up.
create table places_version (
  county text not null,
  version bigint not null,
  primary key (county)
);

create table area (
  county text not null,
  -- The code is the path. Byte order, so that everything under an area is one range.
  code text collate "C" not null,
  kind text not null,
  name text not null,
  parent text collate "C",
  households integer,
  population integer,
  valid_from timestamptz not null,
  -- A retired row stays: its code is never given again, and old cases still name it.
  retired_at timestamptz,
  succeeded_by text[] not null default '{}',
  version integer not null,
  -- The places_version at which the row last changed.
  changed bigint not null,
  primary key (county, code)
);

create table area_boundary (
  county text not null,
  area text collate "C" not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  -- GeoJSON MultiPolygon, WGS 84.
  boundary jsonb not null,
  square_metres double precision not null,
  -- Centre of gravity: where a label stands, and what orders codes west to east.
  longitude double precision not null,
  latitude double precision not null,
  changed bigint not null,
  primary key (county, area, valid_from)
);

create table zone (
  county text not null,
  id text not null,
  purpose text not null,
  name text not null,
  version integer not null,
  primary key (county, id)
);

create table zone_area (
  county text not null,
  zone text not null,
  area text collate "C" not null,
  primary key (county, zone, area)
);

create table landmark (
  county text not null,
  id text not null,
  kind text not null,
  name text not null,
  address text,
  -- The smallest area it stands in.
  area text collate "C" not null,
  longitude double precision not null,
  latitude double precision not null,
  -- Of a road: its course as a GeoJSON LineString.
  line jsonb,
  primary key (county, id),
  unique (county, kind, area, name)
);

-- Beginnings by which places are found: text equality and ranges are what an index under row-level security can serve.
create table place_word (
  county text not null,
  word text collate "C" not null,
  -- 'area' or 'landmark', and its code or id.
  what text not null,
  ref text not null,
  -- Where it is, so that a search can keep to a part of the tree.
  area text collate "C" not null,
  primary key (county, word, what, ref)
);

-- @distribute
select create_distributed_table('places_version', 'county', colocate_with => 'idempotency');
select create_distributed_table('area', 'county', colocate_with => 'idempotency');
select create_distributed_table('area_boundary', 'county', colocate_with => 'idempotency');
select create_distributed_table('zone', 'county', colocate_with => 'idempotency');
select create_distributed_table('zone_area', 'county', colocate_with => 'idempotency');
select create_distributed_table('landmark', 'county', colocate_with => 'idempotency');
select create_distributed_table('place_word', 'county', colocate_with => 'idempotency');

-- @keys
alter table area add foreign key (county, parent) references area (county, code);
alter table area_boundary add foreign key (county, area) references area (county, code);
alter table zone_area add foreign key (county, zone) references zone (county, id);
alter table zone_area add foreign key (county, area) references area (county, code);
alter table landmark add foreign key (county, area) references area (county, code);

-- @indexes
create index area_parent on area (county, parent, code);
create index area_changed on area (county, changed);
create index area_boundary_changed on area_boundary (county, changed);
create index zone_name on zone (county, purpose, name, id);
create index zone_area_area on zone_area (county, area);
create index landmark_area on landmark (county, area, id);
create index place_word_ref on place_word (county, what, ref);

-- @grants
grant select, insert, update on places_version to gezhi_app;
grant select, insert, update on area to gezhi_app;
grant select, insert, update on area_boundary to gezhi_app;
grant select, insert, update, delete on zone to gezhi_app;
grant select, insert, delete on zone_area to gezhi_app;
grant select, insert, update, delete on landmark to gezhi_app;
grant select, insert, delete on place_word to gezhi_app;

-- @policies
-- Names and borders are public; only who keeps an area changes what lies in it.
alter table places_version enable row level security;
alter table places_version force row level security;
create policy reading on places_version for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or current_setting('gezhi.county', true) = '*'
);
create policy adding on places_version for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.area_pattern', true) > ''
  )
);
create policy changing on places_version for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.area_pattern', true) > ''
  )
);

alter table area enable row level security;
alter table area force row level security;
create policy reading on area for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or current_setting('gezhi.county', true) = '*'
);
create policy adding on area for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or code ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on area for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or code ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table area_boundary enable row level security;
alter table area_boundary force row level security;
create policy reading on area_boundary for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or current_setting('gezhi.county', true) = '*'
);
create policy adding on area_boundary for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on area_boundary for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

-- A zone may cross the tree, so its own row is anybody's who keeps a part of the county; each member is checked by its area.
alter table zone enable row level security;
alter table zone force row level security;
create policy reading on zone for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or current_setting('gezhi.county', true) = '*'
);
create policy adding on zone for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.area_pattern', true) > ''
  )
);
create policy changing on zone for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.area_pattern', true) > ''
  )
);
create policy removing on zone for delete using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or current_setting('gezhi.area_pattern', true) > ''
  )
);

alter table zone_area enable row level security;
alter table zone_area force row level security;
create policy reading on zone_area for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or current_setting('gezhi.county', true) = '*'
);
create policy adding on zone_area for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy removing on zone_area for delete using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table landmark enable row level security;
alter table landmark force row level security;
create policy reading on landmark for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or current_setting('gezhi.county', true) = '*'
);
create policy adding on landmark for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy changing on landmark for update using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy removing on landmark for delete using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);

alter table place_word enable row level security;
alter table place_word force row level security;
create policy reading on place_word for select using (
  county = nullif(current_setting('gezhi.county', true), '')
  or current_setting('gezhi.county', true) = '*'
);
create policy adding on place_word for insert with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy removing on place_word for delete using (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
