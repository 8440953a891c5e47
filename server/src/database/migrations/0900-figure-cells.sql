-- Figures over years and of whole counties were in proportion to all cases that were counted. They are added up by what is alike
-- in them (cells); those that changed since, or that fell due, are counted where they lie. Which of the two a case is stands in
-- the case itself, so that both together are at every moment what counting all of them would say.

-- @tables
-- The version and light with which the case was added to the cells. Any other, or none: it is counted where it lies.
alter table case_file
  add column counted_version integer,
  add column counted_light text;
-- As a column, because PostgreSQL knows how rare a value is, and guesses at conditions.
alter table case_file
  add column uncounted boolean not null generated always as (
    counted_version is distinct from version or counted_light is distinct from light
  ) stored;

-- What was added of each case, so that exactly that is taken away again.
create table figure_case (
  county text not null,
  case_id text not null,
  area text not null,
  category text not null,
  -- The local date it was reported on.
  day date not null,
  light text not null,
  key text not null,
  -- Bodies with a work order.
  orgs text[] not null,
  -- What had ended, and the moments (as in the domain) from which and before which it is so.
  overdue boolean not null,
  contact boolean not null,
  handle boolean not null,
  since bigint not null,
  until bigint not null,
  -- The case changed since: its part is still in the cells, and readers take it off.
  gone boolean not null default false,
  primary key (county, case_id)
);

-- How many cases are alike, in each way in which figures are asked for (`figureViews` of the domain).
create table figure_cell (
  county text not null,
  view text not null,
  -- all, year, month or day, and the local date it begins on.
  kind text not null,
  begins date not null,
  area text collate "C" not null,
  category text collate "C" not null,
  org text not null,
  light text not null,
  key text not null,
  overdue boolean not null,
  contact boolean not null,
  handle boolean not null,
  cases integer not null,
  primary key (county, view, kind, begins, area, category, org, light, key, overdue, contact, handle)
);

-- @distribute
select create_distributed_table('figure_case', 'county', colocate_with => 'idempotency');
select create_distributed_table('figure_cell', 'county', colocate_with => 'idempotency');

-- @indexes
create index case_file_uncounted on case_file (county, scope_area collate "C", reported_at)
  where uncounted;
create index figure_case_gone on figure_case (county) where gone;
-- Of most cases nothing is to end or has.
create index figure_case_until on figure_case (county, until) where until < 8640000000000000;
create index figure_case_since on figure_case (county, since) where since > -8640000000000000;

-- @grants
grant select, insert, delete on figure_case to gezhi_app;
grant update on figure_case to gezhi_app;
grant select, insert, update on figure_cell to gezhi_app;

-- @policies
alter table figure_case enable row level security;
alter table figure_case force row level security;
create policy reading on figure_case for select using (
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
-- Whoever changes a case says that it changed; only the program itself adds up.
create policy changing on figure_case for update using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or case_id = nullif(current_setting('gezhi.case_id', true), '')
  )
);
create policy adding on figure_case for insert with check (
  county = nullif(current_setting('gezhi.county', true), '') and current_setting('gezhi.system', true) = 'on'
);
create policy removing on figure_case for delete using (
  county = nullif(current_setting('gezhi.county', true), '') and current_setting('gezhi.system', true) = 'on'
);

alter table figure_cell enable row level security;
alter table figure_cell force row level security;
create policy reading on figure_cell for select using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or area ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
create policy adding on figure_cell for insert with check (
  county = nullif(current_setting('gezhi.county', true), '') and current_setting('gezhi.system', true) = 'on'
);
create policy changing on figure_cell for update using (
  county = nullif(current_setting('gezhi.county', true), '') and current_setting('gezhi.system', true) = 'on'
);
