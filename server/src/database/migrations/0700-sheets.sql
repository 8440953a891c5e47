-- Imports of sheets under way, and what came of those of the last day. Their files lie sealed among the blobs.

-- @tables
create table sheet_run (
  county text not null,
  id text not null,
  kind text not null,
  -- Who sent it. Nobody else sees it, but those who answer for the whole county.
  person text not null,
  locale text not null,
  file_name text not null,
  format text,
  state text not null,
  -- Which rows are written: all, or good.
  choice text,
  -- Opens the files that go with it; destroyed with the row.
  wrapped_key text not null,
  -- Which files there are.
  kept text[] not null,
  rows_done integer not null,
  percent integer not null,
  counts jsonb not null,
  -- The first faults and rows, for looking at; all of them are in the files.
  shown jsonb not null,
  problem jsonb,
  -- How often work on the present state was begun, and until when (by the machine's clock) somebody is at it.
  tries integer not null,
  lease_until timestamptz,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county, id)
);

-- @distribute
select create_distributed_table('sheet_run', 'county', colocate_with => 'idempotency');

-- @indexes
create index sheet_run_person on sheet_run (county, person, started_at);
create index sheet_run_expires on sheet_run (expires_at);
create index sheet_run_state on sheet_run (state, lease_until);

-- Who is called by a number: a sheet asks it a thousand times at once.
create index person_subject on person (county, subject) where subject is not null;

-- @functions
-- Counts anew what the planner knows of tables into which very many rows were just put: the embedded database has
-- nobody who does it by itself, and in one long transaction no other has either. Tables of the program only.
create function refresh_statistics(names text[]) returns void language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  name text;
begin
  foreach name in array names loop
    if exists (select 1 from pg_tables where schemaname = 'public' and tablename = name) then
      execute format('analyze (skip_locked) public.%I', name);
    end if;
  end loop;
end
$$;

-- @grants
grant execute on function refresh_statistics(text[]) to gezhi_app;
grant select, insert, update, delete on sheet_run to gezhi_app;

-- @policies
alter table sheet_run enable row level security;
alter table sheet_run force row level security;
create policy scope on sheet_run using (
  (
    county = nullif(current_setting('gezhi.county', true), '')
    or current_setting('gezhi.county', true) = '*'
  )
  and (
    current_setting('gezhi.system', true) = 'on'
    or person = nullif(current_setting('gezhi.person', true), '')
    or county ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
)
with check (
  county = nullif(current_setting('gezhi.county', true), '')
  and (
    current_setting('gezhi.system', true) = 'on'
    or person = nullif(current_setting('gezhi.person', true), '')
    or county ~ nullif(current_setting('gezhi.area_pattern', true), '')
  )
);
